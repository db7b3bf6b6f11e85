import Lexicon
import NewsText
import Recognition

/// What names say of bodies and projects: what they are part of, where they have their seat.
extension NameLinker {
  /// Nested bodies and the seat of a body.
  mutating func linkBody(_ index: Int, _ mention: Mention) {
    let shape = shapes[index]
    var inner = entities[index]
    for end in shape.innerBodyEnds.reversed() {
      let span = TextSpan(mention.span.start, end)
      let outer = body(span, of: shape)
      guard outer != inner else { continue }
      add(.partOf, inner, outer, mention.span, rule: "structure.name-nesting", score: 0.9)
      ledger.update(inner) { $0.parent = $0.parent ?? outer }
      if let seat = shape.units.last.flatMap({ unitEntity($0, parent: nil) }),
        ledger.drafts[outer].place == nil, !isTradition(index)
      {
        ledger.update(outer) { $0.place = seat }
        add(.locatedIn, outer, seat, span, rule: "structure.name-nesting", score: 0.85)
      }
      inner = outer
    }
    linkOwner(index, mention)
    linkSeat(index, mention, rule: "structure.name-nesting", score: 0.85)
  }

  /// 晖禾重机集团党委 belongs to the company whose short name it bears; 集团党委 and 学校家委会 to the
  /// last such body before.
  mutating func linkOwner(_ index: Int, _ mention: Mention) {
    let shape = shapes[index]
    guard shape.innerBodyEnds.isEmpty else { return }
    let entity = entities[index]
    let party = reading.start(
      of: reading.cues.partyHeads, endingAt: mention.span.end, notBefore: shape.bodyStart)
    var owner: Int?
    if let party, party > shape.bodyStart + 1 {
      var prefix = names[index]
      prefix.scalars = Array(prefix.scalars.prefix(party - mention.span.start))
      prefix.headStart = prefix.scalars.count
      owner = company(shortenedTo: prefix, except: entity) { _ in true }
    }
    guard
      let owner = owner ?? standingOwner(index, mention) ?? departmentOwner(index, mention),
      owner != entity
    else { return }
    add(.partOf, entity, owner, mention.span, rule: "structure.owner", score: 0.75)
    ledger.update(entity) { $0.parent = $0.parent ?? owner }
  }

  /// The company named first that `short` can stand for.
  func company(
    shortenedTo short: ShortForm.Name, except: Int? = nil, where fits: (ShortForm.Name) -> Bool
  ) -> Int? {
    companies.candidates(for: short).first { number in
      let (mention, entity) = known[number]
      return entity != except && fits(names[mention])
        && ShortForm.isShort(short, of: names[mention], type: .organization)
    }.map { known[$0].entity }
  }

  /// The company that the beginning of a mention's name, up to `end`, can stand for.
  func company(shortenedTo end: Int, of mention: Int, except: Int) -> Int? {
    var prefix = names[mention]
    prefix.scalars = Array(prefix.scalars.prefix(end - reading.mentions[mention].span.start))
    prefix.headStart = prefix.scalars.count
    return company(shortenedTo: prefix, except: except) { _ in true }
  }

  /// The body that 集团, 学校 or 公司 at the beginning of a name stands for.
  func standingOwner(_ index: Int, _ mention: Mention) -> Int? {
    for kind in reading.cues.anaphors where kind.type == .organization {
      guard let end = reading.end(of: kind.group, at: mention.span.start), end < mention.span.end,
        let heads = kind.heads
      else { continue }
      let before = reading.mentions(of: .organization, before: mention.span.start)
      for other in before.suffix(Self.farthest).reversed()
      where heads.contains(where: reading.mentions[other].span, in: reading)
        && entities[other] != entities[index]
      {
        return entities[other]
      }
    }
    return nil
  }

  /// The body before that has such departments as 装配车间 or 历史系 is, a name without a place.
  func departmentOwner(_ index: Int, _ mention: Mention) -> Int? {
    guard shapes[index].units.isEmpty, shapes[index].elidedLevel == nil else { return nil }
    for kind in reading.cues.departments
    where kind.names.contains(where: mention.span, in: reading) {
      let before = reading.mentions(of: .organization, before: mention.span.start)
      for other in before.suffix(Self.farthest).reversed()
      where kind.heads.contains(where: reading.mentions[other].span, in: reading)
        && !kind.names.contains(where: reading.mentions[other].span, in: reading)
        && entities[other] != entities[index]
      {
        return entities[other]
      }
    }
    return nil
  }

  /// The place printed right before a registered name: 洪洞县|山西青石乳业有限公司.
  func precedingPlace(_ index: Int, _ mention: Mention) -> Int? {
    let start = mention.span.start
    guard start > 0, shapes[index].units.count <= 1, shapes[index].elidedLevel == nil else {
      return nil
    }
    let before = Int(reading.mentionOver[start - 1])
    guard before >= 0, reading.mentions[before].type == .place else { return nil }
    if let unit = shapes[index].units.first {
      guard let division = unit.division, gazetteer.division(division).level == .province else {
        return nil
      }
    }
    return entities[before]
  }

  /// The zone that 开发区 or 园区 at the beginning of a name stands for.
  func zone(of mention: Mention) -> Int? {
    for kind in reading.cues.anaphors where kind.type == .place {
      guard let end = reading.end(of: kind.group, at: mention.span.start), end < mention.span.end,
        end - mention.span.start > 1
      else { continue }
      let noun = reading.text[mention.span.start..<end]
      let before = reading.mentions(of: .place, before: mention.span.start)
      for other in before.suffix(Self.farthest).reversed()
      where reading.text[reading.mentions[other].span.range].suffix(noun.count).elementsEqual(noun)
      {
        return entities[other]
      }
    }
    return nil
  }

  /// Whether the place is a part of the name rather than a seat: 太原理工大学.
  func isTradition(_ index: Int) -> Bool {
    let shape = shapes[index]
    guard let unit = shape.units.last, let division = unit.division, shape.units.count == 1,
      unit.span.count < gazetteer.division(division).name.unicodeScalars.count
    else { return false }
    let ends = shape.innerBodyEnds.map { $0 - 1 } + [reading.mentions[index].span.end - 1]
    return ends.contains { end in
      reading.start(of: reading.cues.schools, endingAt: end + 1, notBefore: shape.bodyStart) != nil
    }
  }

  /// The body that a name begins with: one already named, else one known only from here.
  mutating func body(_ span: TextSpan, of shape: NameShape) -> Int {
    var name = reading.printed(span)
    if shape.elidedLevel != nil,
      let upper = context.unit(ofLevel: reading.text[span.start], at: span.start)
    {
      let full = ledger.drafts[upper].name + String(name.unicodeScalars.dropFirst())
      if let known = ledger.inArticle(name, .organization) { return known }
      name = full
    }
    if let known = ledger.inArticle(name, .organization) ?? ledger.inDocument(name, .organization) {
      return known
    }
    var prefix = ShortForm.Name(
      scalars: Array(reading.text[span.range]), boundaries: [], bodyStart: 0,
      headStart: span.count, isCompany: true, bodyEnds: [], elidedLevel: nil)
    prefix.headStart = prefix.scalars.count
    if shape.units.isEmpty, let company = company(shortenedTo: prefix, where: \.bodyEnds.isEmpty) {
      return company
    }
    let entity = ledger.add(EntityDraft(type: .organization, name: name, aliases: [name]))
    return register(entity, name, isFullName: true)
  }

  /// locatedIn from the address before a name, an elided level, or a place inside it.
  mutating func linkSeat(_ index: Int, _ mention: Mention, rule: String, score: Double) {
    let shape = shapes[index]
    let entity = entities[index]
    if mention.type == .organization, let place = precedingPlace(index, mention) {
      ledger.update(entity) { $0.place = $0.place ?? place }
      let start = reading.mentionOver[mention.span.start - 1]
      let span = TextSpan(reading.mentions[Int(start)].span.start, mention.span.end)
      add(.locatedIn, entity, place, span, rule: "structure.place-before", score: 0.85)
    }
    guard !isTradition(index) else { return }
    if let zone = knownZone(at: mention) {
      ledger.update(entity) { $0.place = $0.place ?? zone }
      add(.locatedIn, entity, zone, mention.span, rule: rule, score: score)
    } else if let seat = shape.units.last.flatMap({ unitEntity($0, parent: nil) }) {
      let branch =
        shape.innerBodyEnds.isEmpty
        ? nil : shape.innerUnits.last.flatMap { unitEntity($0, parent: seat) }
      let place = branch ?? seat
      ledger.update(entity) { $0.place = $0.place ?? place }
      add(.locatedIn, entity, place, mention.span, rule: rule, score: score)
    } else if let seat = ledger.drafts[entity].place ?? contextPlace(index) {
      add(.locatedIn, entity, seat, mention.span, rule: "structure.elided-place", score: 0.8)
    } else if let zone = zone(of: mention), zone != entity {
      ledger.update(entity) { $0.place = $0.place ?? zone }
      add(.locatedIn, entity, zone, mention.span, rule: "structure.elided-place", score: 0.8)
    } else if let seat = shape.innerUnits.last.flatMap({ unitEntity($0, parent: nil) }) {
      ledger.update(entity) { $0.place = $0.place ?? seat }
      add(.locatedIn, entity, seat, mention.span, rule: rule, score: score - 0.1)
    }
  }

  /// The place of the article whose full name, no unit of the gazetteer, begins this one:
  /// 青石工业园管委会.
  func knownZone(at mention: Mention) -> Int? {
    for length in stride(from: mention.span.count - 2, through: 4, by: -1) {
      let span = TextSpan(mention.span.start, mention.span.start + length)
      if let known = ledger.inArticle(reading.printed(span), .place),
        ledger.drafts[known].division == nil
      {
        return known
      }
    }
    return nil
  }
}
