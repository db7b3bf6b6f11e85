import Lexicon
import NewsText
import Recognition

/// Gives every mention of an article its entity, and reads what the names themselves say: which
/// place lies in which, which body is part of which, where a body or project has its seat.
struct NameLinker {
  private let reading: ArticleReading
  private let gazetteer: GazetteerView
  private let shapes: [NameShape]
  private let names: [ShortForm.Name]
  private(set) var context = PlaceContext()
  let ledger: EntityLedger
  /// Entity of each mention.
  private(set) var entities: [Int]
  /// What the names say.
  private(set) var statements: [StatementDraft] = []
  /// Bodies and projects of the article in order of first print, for short forms.
  private var known: [(mention: Int, entity: Int)] = []

  /// Reads the names of one article.
  init(_ reading: ArticleReading, gazetteer: GazetteerView, ledger: EntityLedger) {
    self.reading = reading
    self.gazetteer = gazetteer
    self.ledger = ledger
    self.ledger.beginArticle()
    let grounds = gazetteer.grounds(of: reading)
    shapes = reading.mentions.map {
      NameShape($0, in: reading, gazetteer: gazetteer, grounds: grounds)
    }
    names = zip(reading.mentions, shapes).map { NameLinker.name($0, $1, in: reading) }
    entities = [Int](repeating: -1, count: reading.mentions.count)
    linkPlaces()
    linkOthers()
    linkHierarchy()
  }

  // MARK: Places

  /// Places first: they are the ground that elided prefixes are completed from.
  private mutating func linkPlaces() {
    for (index, mention) in reading.mentions.enumerated() {
      let units = shapes[index].units
      let innermost = place(of: units, in: mention)
      guard mention.type == .place else { continue }
      if shapes[index].bodyStart >= mention.span.end, let innermost {
        entities[index] = innermost
        ledger.name(innermost, reading.printed(mention.span), isFullName: false)
      }
    }
    for (index, mention) in reading.mentions.enumerated()
    where mention.type == .place && entities[index] < 0 {
      entities[index] = site(index, mention)
    }
  }

  /// A place that is no unit itself: 榆次区职工活动中心, 县体育公园, 汾河.
  private mutating func site(_ index: Int, _ mention: Mention) -> Int {
    let name = reading.printed(mention.span)
    let shape = shapes[index]
    let upper =
      shape.units.last.flatMap { unitEntity($0, parent: nil) }
      ?? shape.elidedLevel.flatMap { context.unit(ofLevel: $0, at: mention.span.start) }
    if let known = ledger.inArticle(name, .place) { return known }
    if let longer = longerName(of: index) { return register(longer, name, isFullName: false) }
    var draft = EntityDraft(type: .place, name: name, aliases: [name])
    draft.parent = upper
    if shape.elidedLevel != nil, let upper {
      draft.name = completed(mention, with: upper)
      draft.isCompleted = true
      draft.insert(alias: draft.name)
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
  private mutating func place(of units: [PlaceUnit], in mention: Mention) -> Int? {
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
  private mutating func unitEntity(_ unit: PlaceUnit, parent: Int?) -> Int? {
    let name = reading.printed(unit.span)
    let division = unit.division ?? divisionInContext(name, parent: parent)
    let last = reading.text[unit.span.end - 1]
    if let division {
      let entity = divisionEntity(division)
      context.note(entity, at: unit.span.start, last: last, division: division)
      ledger.name(entity, gazetteer.division(division).name, isFullName: true)
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

  private func fits(_ entity: Int, under parent: Int?) -> Bool {
    let known = ledger.drafts[entity].parent
    return known == nil || known == parent
  }

  /// Of several divisions with that name, the only one inside a division of the article.
  private func divisionInContext(_ name: String, parent: Int?) -> UInt32? {
    let candidates = gazetteer.divisions(named: name)
    guard !candidates.isEmpty else { return nil }
    var grounds = context.divisions
    if let parent, let division = ledger.drafts[parent].division { grounds = [division] }
    for ground in grounds {
      let inside = candidates.filter { gazetteer.isDivision($0, within: ground) && $0 != ground }
      if inside.count == 1 { return inside.first }
    }
    return nil
  }

  // MARK: Bodies, persons, projects

  /// Longest names first, so that a short form finds its long one wherever it is printed.
  private mutating func linkOthers() {
    let order = reading.mentions.indices.filter { reading.mentions[$0].type != .place }
      .sorted { left, right in
        let counts = (names[left].scalars.count, names[right].scalars.count)
        return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
      }
    for index in order { entities[index] = entity(index) }
  }

  private mutating func entity(_ index: Int) -> Int {
    let mention = reading.mentions[index]
    let name = canonicalName(mention)
    if let known = ledger.inArticle(name, mention.type) { return known }
    if let longer = longerName(of: index) { return register(longer, name, isFullName: false) }
    var draft = EntityDraft(type: mention.type, name: name, aliases: [name])
    let printed = reading.printed(mention.span)
    draft.insert(alias: printed)
    if let upper = contextPlace(index) {
      draft.place = upper
      if shapes[index].elidedLevel != nil {
        draft.name = completed(mention, with: upper)
        draft.isCompleted = true
        draft.insert(alias: draft.name)
        if let known = ledger.inArticle(draft.name, mention.type)
          ?? ledger.inDocument(draft.name, mention.type)
        {
          remember(index, known)
          return register(known, name, isFullName: false)
        }
      }
    } else if let known = ledger.inDocument(name, mention.type) {
      remember(index, known)
      return register(known, name, isFullName: true)
    }
    draft.isGeneric = !draft.isCompleted && shapes[index].elidedLevel != nil
    let entity = ledger.add(draft)
    remember(index, entity)
    let isFull = shapes[index].elidedLevel == nil || draft.isCompleted
    return register(entity, draft.name, isFullName: isFull, also: name)
  }

  private mutating func remember(_ mention: Int, _ entity: Int) {
    known.append((mention, entity))
  }

  /// A person's name without spaces; other names as printed.
  private func canonicalName(_ mention: Mention) -> String {
    let printed = reading.printed(mention.span)
    guard mention.type == .person else { return printed }
    return String(
      String.UnicodeScalarView(printed.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
  }

  /// The longer name of the article that a mention shortens.
  private func longerName(of index: Int) -> Int? {
    let mention = reading.mentions[index]
    if let proposed = mention.abbreviationOf, proposed < entities.count, entities[proposed] >= 0 {
      return entities[proposed]
    }
    guard mention.type != .person else { return nil }
    // A company rather than one of its branches, then the nearest.
    var best: (entity: Int, rank: Int)?
    for other in candidates(near: index) where entities[other] >= 0 {
      guard reading.mentions[other].type == mention.type,
        ShortForm.isShort(names[index], of: names[other], type: mention.type)
      else { continue }
      let distance = abs(reading.mentions[other].span.start - mention.span.start)
      let rank = distance + (shapes[other].innerBodyEnds.isEmpty ? 0 : 1_000_000)
      if rank < best?.rank ?? Int.max { best = (entities[other], rank) }
    }
    return best?.entity
  }

  /// The mentions a short form is compared with: all of an ordinary article, the nearest of a long one.
  private func candidates(near index: Int) -> Range<Int> {
    max(0, index - 300)..<min(reading.mentions.count, index + 100)
  }

  /// The place an elided prefix stands for: 县 in 县委 → the article's county.
  private mutating func contextPlace(_ index: Int) -> Int? {
    guard let level = shapes[index].elidedLevel else { return nil }
    if let unit = context.unit(ofLevel: level, at: reading.mentions[index].span.start) {
      return unit
    }
    let upper: Division.Level? = level == "市" ? .prefecture : level == "省" ? .province : nil
    guard let upper else { return nil }
    let above = Set(context.divisions.compactMap { gazetteer.ancestor(of: $0, at: upper) })
    guard above.count == 1, let division = above.first else { return nil }
    return divisionEntity(division)
  }

  /// The entity of a division that is not printed itself.
  private mutating func divisionEntity(_ division: UInt32) -> Int {
    if let known = ledger.entity(ofDivision: division) { return known }
    let full = gazetteer.division(division)
    var draft = EntityDraft(
      type: .place, name: full.name, aliases: [full.name], division: division,
      distinction: full.code)
    draft.insert(alias: full.shortName)
    let entity = ledger.add(draft)
    return register(entity, full.name, isFullName: true)
  }

  /// The name with the place's in front: 县体育公园 → 洪洞县体育公园.
  private func completed(_ mention: Mention, with place: Int) -> String {
    let rest = reading.printed(TextSpan(mention.span.start + 1, mention.span.end))
    return ledger.drafts[place].name + rest
  }

  @discardableResult
  private mutating func register(
    _ entity: Int, _ name: String, isFullName: Bool, also: String? = nil
  ) -> Int {
    ledger.name(entity, name, isFullName: isFullName)
    if let also { ledger.name(entity, also, isFullName: false) }
    return entity
  }

  /// Whether a body is a committee or government, which speaks for its unit.
  func isPublic(_ entity: Int) -> Bool {
    guard let index = entities.firstIndex(of: entity) else { return false }
    let span = reading.mentions[index].span
    return reading.start(of: reading.cues.publicHeads, endingAt: span.end, notBefore: span.start)
      != nil
  }

  // MARK: What names say

  private mutating func linkHierarchy() {
    var done: Set<Int> = []
    for (index, mention) in reading.mentions.enumerated()
    where done.insert(entities[index]).inserted {
      linkOutermost(index)
      switch mention.type {
      case .place: linkUpperPlace(index, mention)
      case .organization: linkBody(index, mention)
      case .project: linkSeat(index, mention, rule: "structure.project-name", score: 0.75)
      default: break
      }
    }
  }

  /// 榆次区职工活动中心 lies in 榆次区; a bare town in the article's county.
  private mutating func linkUpperPlace(_ index: Int, _ mention: Mention) {
    let shape = shapes[index]
    let entity = entities[index]
    if shape.bodyStart < mention.span.end {
      let upper =
        ledger.drafts[entity].parent
        ?? shape.innerUnits.first.flatMap { unitEntity($0, parent: nil) }
      guard let upper, upper != entity else { return }
      add(.partOf, entity, upper, mention.span, rule: "structure.name-nesting", score: 0.9)
      return
    }
  }

  /// A bare town or village lies in its county, when the article names it.
  private mutating func linkOutermost(_ index: Int) {
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
  private func upperInContext(of last: Unicode.Scalar, before position: Int) -> Int? {
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

  /// Nested bodies and the seat of a body.
  private mutating func linkBody(_ index: Int, _ mention: Mention) {
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

  /// 晟禾重机集团党委 belongs to the company whose short name it bears; 集团党委 and 学校校友会 to the
  /// last such body before.
  private mutating func linkOwner(_ index: Int, _ mention: Mention) {
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
      owner =
        known.first { other, candidate in
          candidate != entity && names[other].isCompany
            && ShortForm.isShort(prefix, of: names[other], type: .organization)
        }?.entity
    }
    guard let owner = owner ?? standingOwner(index, mention), owner != entity else { return }
    add(.partOf, entity, owner, mention.span, rule: "structure.owner", score: 0.75)
    ledger.update(entity) { $0.parent = $0.parent ?? owner }
  }

  /// The body that 集团, 学校 or 公司 at the beginning of a name stands for.
  private func standingOwner(_ index: Int, _ mention: Mention) -> Int? {
    for kind in reading.cues.anaphors where kind.type == .organization {
      guard let end = reading.end(of: kind.group, at: mention.span.start), end < mention.span.end,
        let heads = kind.heads
      else { continue }
      for other in reading.mentions.indices[..<index].reversed()
      where reading.mentions[other].type == .organization
        && heads.contains(where: reading.mentions[other].span, in: reading)
        && entities[other] != entities[index]
      {
        return entities[other]
      }
    }
    return nil
  }

  /// The zone that 开发区 or 园区 at the beginning of a name stands for.
  private func zone(of mention: Mention) -> Int? {
    for kind in reading.cues.anaphors where kind.type == .place {
      guard let end = reading.end(of: kind.group, at: mention.span.start), end < mention.span.end,
        end - mention.span.start > 1
      else { continue }
      let noun = reading.text[mention.span.start..<end]
      for other in reading.mentions.indices.reversed()
      where reading.mentions[other].type == .place
        && reading.mentions[other].span.end <= mention.span.start
        && reading.text[reading.mentions[other].span.range].suffix(noun.count).elementsEqual(noun)
      {
        return entities[other]
      }
    }
    return nil
  }

  /// Whether the place is a part of the name rather than a seat: 太原理工大学.
  private func isTradition(_ index: Int) -> Bool {
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
  private mutating func body(_ span: TextSpan, of shape: NameShape) -> Int {
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
    let company = known.first { other, _ in
      names[other].isCompany && ShortForm.isShort(prefix, of: names[other], type: .organization)
    }
    if let company, shape.units.isEmpty { return company.entity }
    let entity = ledger.add(EntityDraft(type: .organization, name: name, aliases: [name]))
    return register(entity, name, isFullName: true)
  }

  /// locatedIn from the address before a name, an elided level, or a place inside it.
  private mutating func linkSeat(_ index: Int, _ mention: Mention, rule: String, score: Double) {
    let shape = shapes[index]
    let entity = entities[index]
    guard !isTradition(index) else { return }
    if let seat = shape.units.last.flatMap({ unitEntity($0, parent: nil) }) {
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

  private mutating func add(
    _ predicate: PredicateName, _ subject: Int, _ object: Int, _ span: TextSpan, rule: String,
    score: Double
  ) {
    guard subject != object else { return }
    statements.append(
      StatementDraft(
        subject: subject, predicate: predicate, object: .entity(object), span: span, rule: rule,
        score: score))
  }

  /// A mention as short forms are compared.
  private static func name(_ mention: Mention, _ shape: NameShape, in reading: ArticleReading)
    -> ShortForm.Name
  {
    var start = mention.span.start
    var end = mention.span.end
    if end - start > 2, Punctuation.opensQuote(reading.text[start]),
      Punctuation.closesQuote(reading.text[end - 1])
    {
      start += 1
      end -= 1
    }
    func offset(_ position: Int) -> Int { min(max(0, position - start), end - start) }
    var boundaries = shape.units.map { offset($0.span.end) } + shape.innerBodyEnds.map(offset)
    if shape.finalHeadStart < end { boundaries.append(offset(shape.finalHeadStart)) }
    for position in start..<end where Punctuation.closesQuote(reading.text[position]) {
      boundaries.append(offset(position + 1))
    }
    return ShortForm.Name(
      scalars: Array(reading.text[start..<end]), boundaries: boundaries,
      bodyStart: offset(shape.bodyStart), headStart: offset(shape.finalHeadStart),
      isCompany: shape.finalHead.map(reading.cues.companyHeads.contains) ?? false,
      bodyEnds: shape.innerBodyEnds.map(offset), elidedLevel: shape.elidedLevel)
  }
}
