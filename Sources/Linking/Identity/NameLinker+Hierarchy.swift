import Lexicon
import NewsText
import Recognition

/// What names say of places: which lies in which.
extension NameLinker {
  mutating func linkHierarchy() {
    var done: Set<Int> = []
    for (index, mention) in reading.mentions.enumerated()
    where done.insert(entities[index]).inserted {
      linkOutermost(index)
      switch mention.type {
      case .place: linkUpperPlace(index, mention)
      case .organization: linkBody(index, mention)
      case .project:
        linkSeat(index, mention, rule: "structure.project-name", score: 0.75)
        linkBuilder(index, mention)
      default: break
      }
    }
  }

  /// 长垣区青年活动中心 lies in 长垣区; a bare town in the article's county.
  mutating func linkUpperPlace(_ index: Int, _ mention: Mention) {
    let shape = shapes[index]
    let entity = entities[index]
    if shape.bodyStart < mention.span.end {
      let upper =
        ledger.drafts[entity].parent
        ?? shape.innerUnits.first.flatMap { unitEntity($0, parent: nil) }
      if let upper, upper != entity {
        add(.partOf, entity, upper, mention.span, rule: "structure.name-nesting", score: 0.9)
      } else if upper == nil,
        reading.cues.places.streets.contains(where: mention.span, in: reading),
        !reading.cues.places.throughRoads.contains(where: mention.span, in: reading),
        let unit = context.onlyUnit(), unit != entity
      {
        ledger.update(entity) { $0.parent = unit }
        add(.partOf, entity, unit, mention.span, rule: "structure.place-context", score: 0.6)
      }
      return
    }
  }

  /// A bare town or village lies in its county, when the article names it.
  mutating func linkOutermost(_ index: Int) {
    guard let unit = shapes[index].units.first ?? shapes[index].innerUnits.first,
      let entity = unitEntity(unit, parent: nil)
    else { return }
    let span = unit.span
    if let division = unit.division ?? ledger.drafts[entity].division {
      let here = gazetteer.division(division)
      guard here.level >= .township, let parent = here.parent,
        let upper = ledger.entity(ofDivision: parent)
      else { return }
      add(.partOf, entity, upper, span, rule: "structure.gazetteer", score: 0.9)
    } else if ledger.drafts[entity].parent == nil,
      let upper = upperInContext(of: reading.text[span.end - 1], before: span.start),
      upper != entity, ledger.drafts[upper].parent != entity
    {
      ledger.update(entity) { $0.parent = upper }
      add(.partOf, entity, upper, span, rule: "structure.place-context", score: 0.65)
    }
  }

  /// The unit that a bare village or town of the article most likely lies in.
  func upperInContext(of last: Unicode.Scalar, before position: Int) -> Int? {
    let counties: [Unicode.Scalar] = ["县", "区", "市", "旗"]
    let levels: [Unicode.Scalar]
    switch last {
    case "村", "区": levels = ["镇", "乡", "道"] + counties
    case "镇", "乡", "道": levels = counties
    default: return nil
    }
    for group in [levels.filter { !counties.contains($0) }, counties] {
      let units = group.compactMap { context.nearest(ofLevel: $0, at: position) }
      if let best = units.min(by: { $0.distance < $1.distance }) { return best.entity }
    }
    return nil
  }
}
