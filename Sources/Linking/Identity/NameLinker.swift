import Lexicon
import NewsText
import Recognition

/// Gives every mention of an article its entity, and reads what the names themselves say: which
/// place lies in which, which body is part of which, where a body or project has its seat.
struct NameLinker {
  let reading: ArticleReading
  let gazetteer: GazetteerView
  let shapes: [NameShape]
  let names: [ShortForm.Name]
  var context = PlaceContext()
  let ledger: EntityLedger
  /// Entity of each mention.
  var entities: [Int]
  /// What the names say.
  var statements: [StatementDraft] = []
  /// Bodies and projects of the article in order of first print, for short forms.
  var known: [(mention: Int, entity: Int)] = []
  /// The companies among them.
  var companies = CompanyIndex()
  /// Divisions that the article has named.
  var namedDivisions: Set<UInt32> = []
  /// What editors decided; `nil` where nobody did.
  let corrections: DocumentCorrections?
  /// Names that the text itself tells apart.
  private(set) var toldApart: Set<BodyPair> = []
  /// Which decision kept a mention's name from standing for another entity.
  var refusals: [Int: Correction] = [:]
  /// How each mention found its entity, where that took more than its name.
  var links: [NameLink?]
  /// How each shorter name found its entity when it was first met.
  private var linkOfName: [String: NameLink] = [:]
  /// First mention of each entity, by its number; -1 for none in the article.
  private var firstMention: [Int] = []

  /// How many names back something is looked for that may not be there.
  static let farthest = 400

  /// Reads the names of one article.
  init(
    _ reading: ArticleReading, gazetteer: GazetteerView, ledger: EntityLedger,
    corrections: DocumentCorrections? = nil
  ) {
    self.reading = reading
    self.corrections = corrections
    self.gazetteer = gazetteer
    self.ledger = ledger
    self.ledger.beginArticle()
    let grounds = gazetteer.grounds(of: reading)
    shapes = reading.mentions.map {
      NameShape($0, in: reading, gazetteer: gazetteer, grounds: grounds)
    }
    names = zip(reading.mentions, shapes).map { NameLinker.name($0, $1, in: reading) }
    entities = [Int](repeating: -1, count: reading.mentions.count)
    links = [NameLink?](repeating: nil, count: reading.mentions.count)
    toldApart = bodiesToldApart()
    linkPlaces()
    linkOthers()
    linkHierarchy()
    linkHomes()
    firstMention = [Int](repeating: -1, count: ledger.drafts.count)
    for (mention, entity) in entities.enumerated()
    where entity >= 0 && firstMention[entity] < 0 {
      firstMention[entity] = mention
    }
  }

  /// Longest names first, so that a short form finds its long one wherever it is printed.
  mutating func linkOthers() {
    let order = reading.mentions.indices.filter { reading.mentions[$0].type != .place }
      .sorted { left, right in
        let counts = (names[left].scalars.count, names[right].scalars.count)
        return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
      }
    for index in order { entities[index] = entity(index) }
  }

  mutating func entity(_ index: Int) -> Int {
    let mention = reading.mentions[index]
    let name = canonicalName(mention)
    if let known = ledger.inArticle(name, mention.type), !isRefused(index, known) {
      links[index] = linkOfName[name]
      return known
    }
    if let full = sharedBeginning(of: index) {
      note(.elidedPlace, of: index, name)
      if let known = ledger.inArticle(full, mention.type) {
        return register(known, name, isFullName: false)
      }
      let entity = ledger.add(EntityDraft(type: mention.type, name: full, aliases: [full, name]))
      remember(index, entity)
      return register(entity, full, isFullName: true, also: name)
    }
    if let (longer, link) = longerName(of: index) {
      note(link, of: index, name)
      if isBareHead(index) {
        ledger.word(longer, name)
        return longer
      }
      return register(longer, name, isFullName: false)
    }
    var draft = EntityDraft(type: mention.type, name: name, aliases: [name])
    let printed = reading.printed(mention.span)
    draft.insert(alias: printed)
    if let core = withoutKind(mention) { draft.insert(alias: core) }
    if let upper = contextPlace(index) {
      draft.place = upper
      if shapes[index].elidedLevel != nil {
        draft.name = completed(mention, with: upper)
        draft.isCompleted = true
        draft.insert(alias: draft.name)
        note(.elidedPlace, of: index, name)
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

  /// Notes how a mention found its entity, for it and for the same name further on.
  mutating func note(_ link: NameLink, of index: Int, _ name: String) {
    links[index] = link
    linkOfName[name] = link
  }

  mutating func remember(_ mention: Int, _ entity: Int) {
    known.append((mention, entity))
    if names[mention].isCompany { companies.add(names[mention], number: known.count - 1) }
  }

  /// A person's name without spaces; other names as printed, 总部 of a company left out.
  func canonicalName(_ mention: Mention) -> String {
    var span = mention.span
    span.end = NameLinker.company(of: mention, in: reading)?.end ?? span.end
    let printed = reading.printed(span)
    guard mention.type == .person else { return printed }
    return String(
      String.UnicodeScalarView(printed.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
  }

  /// The entity whose name in the article a mention shortens, or has as another name, and how it is
  /// known.
  mutating func longerName(of index: Int) -> (entity: Int, link: NameLink)? {
    let mention = reading.mentions[index]
    let link = mention.abbreviationOf == nil ? NameLink.shortForm : .abbreviation
    if let full = definition(of: index), !isRefused(index, entities[full]) {
      return (entities[full], link)
    }
    var proposed = mention.abbreviationOf.flatMap { entities.indices.contains($0) ? $0 : nil }
    if let other = proposed, entities[other] >= 0,
      isRefused(index, entities[other]) || isOther(index, than: other)
    {
      proposed = nil
    }
    if let proposed, entities[proposed] >= 0, !isInside(shapes[proposed], shapes[index]) {
      return (entities[proposed], link)
    }
    guard mention.type != .person else { return nil }
    // A company rather than one of its branches, then the nearest.
    var best: (entity: Int, rank: Int)?
    for other in candidates(near: index) where entities[other] >= 0 {
      // What is cheap and tells most of them off comes first.
      guard names[index].scalars.count < names[other].scalars.count,
        reading.mentions[other].type == mention.type, !isOther(index, than: other),
        ShortForm.isShort(names[index], of: names[other], type: mention.type),
        !isBranch(other, of: index), !ShortForm.isAnother(names[index], than: names[other]),
        !areToldApart(index, other), !isRefused(index, entities[other])
      else { continue }
      let distance = abs(reading.mentions[other].span.start - mention.span.start)
      let rank = distance + (isInside(shapes[other], shapes[index]) ? 1_000_000 : 0)
      if rank < best?.rank ?? Int.max { best = (entities[other], rank) }
    }
    if let proposed, entities[proposed] >= 0, best?.rank ?? Int.max >= 1_000_000 {
      return (entities[proposed], link)
    }
    if let best { return (best.entity, link) }
    guard let other = otherName(of: index), !isRefused(index, entities[other]) else { return nil }
    return (entities[other], .renaming)
  }

  /// Whether a body is one inside another: a branch, or the party committee of the company that a
  /// name without its words means (岚禾 is 岚禾公司 before 岚禾党支部).
  private func isInside(_ shape: NameShape, _ short: NameShape) -> Bool {
    guard shape.innerBodyEnds.isEmpty else { return true }
    let cues = reading.cues
    func isCommittee(_ shape: NameShape) -> Bool {
      shape.finalHead.map(cues.partyHeads.contains) ?? false
    }
    return isCommittee(shape) && !isCommittee(short)
  }

  /// The mentions a short form is compared with: all of an ordinary article, the nearest of a long one.
  func candidates(near index: Int) -> Range<Int> {
    max(0, index - 300)..<min(reading.mentions.count, index + 100)
  }

  /// The place an elided prefix stands for: 县 in 县委 → the article's county.
  mutating func contextPlace(_ index: Int) -> Int? {
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
  mutating func divisionEntity(_ division: UInt32) -> Int {
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
  func completed(_ mention: Mention, with place: Int) -> String {
    // 村委会 is the committee of villagers: 青石村村委会.
    let isWhole =
      reading.end(of: reading.cues.wholeNames, at: mention.span.start) == mention.span.end
    let rest = reading.printed(
      TextSpan(mention.span.start + (isWhole ? 0 : 1), mention.span.end))
    return ledger.drafts[place].name + rest
  }

  @discardableResult
  mutating func register(
    _ entity: Int, _ name: String, isFullName: Bool, also: String? = nil
  ) -> Int {
    ledger.name(entity, name, isFullName: isFullName)
    if let also { ledger.name(entity, also, isFullName: false) }
    return entity
  }

  /// Whether a body is a committee or government, which speaks for its unit.
  func isPublic(_ entity: Int) -> Bool {
    guard let index = firstMention(of: entity) else { return false }
    let span = reading.mentions[index].span
    return reading.start(of: reading.cues.publicHeads, endingAt: span.end, notBefore: span.start)
      != nil
  }

  /// The mention that named an entity first.
  func firstMention(of entity: Int) -> Int? {
    // Entities of later articles have numbers beyond.
    guard firstMention.indices.contains(entity), firstMention[entity] >= 0 else { return nil }
    return firstMention[entity]
  }

  /// Whether a place is a province.
  func isProvince(_ entity: Int) -> Bool {
    ledger.drafts[entity].division.map { gazetteer.division($0).level == .province } ?? false
  }

  /// Whether a body's name ends like a company's.
  func isCompany(_ entity: Int) -> Bool {
    firstMention(of: entity).map { names[$0].isCompany } ?? false
  }

  /// Notes what a name says.
  mutating func add(
    _ predicate: PredicateName, _ subject: Int, _ object: Int, _ span: TextSpan, rule: String,
    score: Double
  ) {
    guard subject != object else { return }
    statements.append(
      StatementDraft(
        subject: subject, predicate: predicate, object: .entity(object), span: span, rule: rule,
        score: score))
  }
}
