import Lexicon
import NewsText
import Recognition

/// Places first: addresses unit by unit, sites, the divisions they mean.
extension NameLinker {
  /// Places first: they are the ground that elided prefixes are completed from.
  mutating func linkPlaces() {
    for index in reading.mentions.indices {
      let units = shapes[index].units
      let innermost = place(of: units)
      let span = reading.mentions[index].span
      guard reading.mentions[index].type == .place else { continue }
      if shapes[index].bodyStart >= span.end, let innermost {
        entities[index] = innermost
        links[index] =
          units.count > 1 ? .address : ledger.drafts[innermost].division == nil ? nil : .gazetteer
        ledger.name(innermost, reading.printed(span), isFullName: false)
      }
    }
    for index in reading.mentions.indices
    where entities[index] < 0 && reading.mentions[index].type == .place {
      entities[index] = site(index, reading.mentions[index])
    }
  }

  /// A place that is no unit itself: 长垣区青年活动中心, 县滨河公园, 渭河.
  mutating func site(_ index: Int, _ mention: Mention) -> Int {
    let name = reading.printed(mention.span)
    let shape = shapes[index]
    let upper =
      shape.units.last.flatMap { unitEntity($0, parent: nil) }
      ?? shape.elidedLevel.flatMap { context.unit(ofLevel: $0, at: mention.span.start) }
    if let known = ledger.inArticle(name, .place), !isRefused(index, known) { return known }
    if let longer = longerName(of: index)?.entity {
      note(.shortForm, of: index, name)
      return register(longer, name, isFullName: false)
    }
    var draft = EntityDraft(type: .place, name: name, aliases: [name])
    draft.parent = upper
    if shape.elidedLevel != nil, let upper {
      draft.name = completed(mention, with: upper)
      draft.isCompleted = true
      draft.insert(alias: draft.name)
      note(.elidedPlace, of: index, name)
      if let known = ledger.inArticle(draft.name, .place) ?? ledger.inDocument(draft.name, .place) {
        return register(known, name, isFullName: false)
      }
    } else if let known = ledger.inDocument(name, .place) {
      return register(known, name, isFullName: false)
    }
    let entity = ledger.add(draft)
    if !shape.units.isEmpty {
      ledger.name(
        entity, reading.printed(TextSpan(shape.bodyStart, mention.span.end)), isFullName: false)
    }
    context.note(
      entity, at: mention.span.start, last: reading.text[mention.span.end - 1], division: nil)
    return register(entity, draft.name, isFullName: true, also: name)
  }

  /// The innermost of the address units, each above it known and linked with partOf.
  mutating func place(of units: [PlaceUnit]) -> Int? {
    var upper: Int?
    var start: Int?
    for unit in units {
      guard let entity = unitEntity(unit, parent: upper) else { continue }
      if let upper, upper != entity {
        add(
          .partOf, entity, upper, TextSpan(start ?? unit.span.start, unit.span.end),
          rule: "structure.address", score: 0.97)
        ledger.update(entity) { $0.parent = $0.parent ?? upper }
      }
      upper = entity
      start = unit.span.start
    }
    return upper
  }

  /// The entity of one unit.
  mutating func unitEntity(_ unit: PlaceUnit, parent: Int?) -> Int? {
    let name = reading.printed(unit.span)
    var division = unit.division ?? divisionInContext(name, parent: parent)
    if let known = division, isRefused(name, known) { division = nil }
    let last = reading.text[unit.span.end - 1]
    if let division {
      let entity = divisionEntity(division)
      context.note(entity, at: unit.span.start, last: last, division: division)
      if namedDivisions.insert(division).inserted {
        ledger.name(entity, gazetteer.division(division).name, isFullName: true)
      }
      ledger.name(entity, name, isFullName: false)
      return entity
    }
    if let known = ledger.inArticle(name, .place), parent == nil || fits(known, under: parent) {
      context.note(known, at: unit.span.start, last: last, division: nil)
      return known
    }
    if let known = ledger.inDocument(name, .place), parent == nil || fits(known, under: parent) {
      context.note(known, at: unit.span.start, last: last, division: nil)
      return register(known, name, isFullName: false)
    }
    var draft = EntityDraft(type: .place, name: name, aliases: [name])
    draft.parent = parent
    let entity = ledger.add(draft)
    context.note(entity, at: unit.span.start, last: last, division: nil)
    return register(entity, name, isFullName: true)
  }

  func fits(_ entity: Int, under parent: Int?) -> Bool {
    let known = ledger.drafts[entity].parent
    return known == nil || known == parent
  }

  /// Of several divisions with that name, the only one inside a division of the article.
  func divisionInContext(_ name: String, parent: Int?) -> UInt32? {
    let candidates = gazetteer.divisions(named: name)
    guard !candidates.isEmpty else { return nil }
    var grounds = context.divisions
    if let parent, let division = ledger.drafts[parent].division { grounds = [division] }
    for ground in grounds {
      var inside: UInt32?
      var count = 0
      for candidate in candidates
      where candidate != ground && gazetteer.isDivision(candidate, within: ground) {
        inside = candidate
        count += 1
      }
      if count == 1 { return inside }
    }
    return nil
  }
}
