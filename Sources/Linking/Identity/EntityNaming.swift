import Lexicon
import NewsText
import Recognition

/// Gives the entities of a document their lasting ids.
struct EntityNaming {
  private let lexicon: Lexicon
  private let drafts: [EntityDraft]
  private let document: Document
  /// First body of each person.
  private var bodies: [Int: Int] = [:]
  /// Persons who only sign texts and pictures.
  private var authors: Set<Int> = []
  /// What editors decided.
  private let corrections: LedgerCorrections?

  /// Looks through the statements for what tells namesakes apart.
  init(
    lexicon: Lexicon, drafts: [EntityDraft], document: Document, statements: [StatementDraft],
    corrections: LedgerCorrections? = nil
  ) {
    self.corrections = corrections
    self.lexicon = lexicon
    self.drafts = drafts
    self.document = document
    for statement in statements {
      let subject = corrections?.target(of: statement.subject) ?? statement.subject
      if statement.predicate == .worksFor || statement.predicate == .memberOf,
        case .entity(let body) = statement.object, bodies[subject] == nil
      {
        bodies[subject] = body
      }
      if statement.predicate == .authorOf { authors.insert(subject) }
    }
  }

  /// The entity of a draft, and which editors' decisions had a say about it.
  func entity(_ number: Int) -> (entity: Entity, corrections: [Correction]) {
    guard let corrections else { return (entity(drafts[number], distinction(number)), []) }
    var draft = drafts[number]
    let outcome = corrections.outcomes[number]
    let target = outcome?.number ?? number
    var distinction = distinction(target)
    if corrections.isSeparate(draft) { distinction = document.id }
    if let name = outcome?.name {
      draft.name = name
      if let division = outcome?.division { distinction = division.code }
    }
    var entity = entity(draft, distinction)
    let steps = corrections.ids(insteadOf: entity.id)
    for step in steps where Correction.isID(step.other) {
      entity.id = EntityID(rawValue: step.other)
    }
    if let name = steps.last(where: { !Correction.isID($0.other) })?.other {
      draft.name = name
      entity = self.entity(draft, distinction)
    }
    return (entity, corrections.corrections(of: number, entity.id) + steps)
  }

  /// Whether editors gave the draft another name.
  func isCorrected(_ number: Int) -> Bool { corrections?.outcomes[number] != nil }

  /// The entity of a draft with what tells it from its namesakes.
  private func entity(_ draft: EntityDraft, _ distinction: String?) -> Entity {
    var draft = draft
    var hash = StableHash()
    hash.add(draft.type.rawValue)
    hash.add("\u{1F}")
    addFolded(draft.name, to: &hash)
    hash.add("\u{1F}")
    hash.add(distinction ?? "")
    draft.insert(alias: draft.name)
    let aliases = draft.aliases.sorted { $0.precedesInUTF8($1) }
    return Entity(
      id: EntityID(rawValue: "\(prefix(draft.type))-\(hash.digits)"),
      type: draft.type, name: draft.name, aliases: aliases, distinction: distinction)
  }

  /// A body, home, press house or document for persons; a code or the units above for places; the place
  /// for names that say nothing without it.
  private func distinction(_ number: Int) -> String? {
    let draft = drafts[number]
    switch draft.type {
    case .person:
      let body = bodies[number]
      if let body, drafts[body].type != .place || draft.place == nil { return name(of: body) }
      if let home = draft.place {
        return (drafts[home].parent.map(name(of:)) ?? "") + name(of: home)
      }
      return authors.contains(number) ? document.metadata.source ?? document.id : document.id
    case .place:
      if let code = draft.distinction { return code }
      return draft.parent.map { drafts[$0].distinction ?? name(of: $0) }
    default:
      guard draft.isGeneric else { return nil }
      return draft.place.map { drafts[$0].distinction ?? name(of: $0) } ?? document.id
    }
  }

  /// What a draft is called once corrected.
  private func name(of number: Int) -> String {
    corrections?.outcomes[number]?.name ?? drafts[number].name
  }

  /// The name as it is told from others: folded, without spaces.
  private func addFolded(_ name: String, to hash: inout StableHash) {
    for scalar in name.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
      hash.add(lexicon.folded(scalar))
    }
  }

  private func prefix(_ type: EntityType) -> String {
    switch type {
    case .organization: "org"
    case .person: "per"
    case .place: "pla"
    case .project: "prj"
    default: String(type.rawValue.lowercased().prefix(3))
    }
  }
}

/// A hash that is the same on every run and machine (FNV-1a, 64 bits, mixed and cut to 48).
struct StableHash {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Adds a text in UTF-8.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Adds a scalar in UTF-8.
  mutating func add(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
  }

  /// Twelve hexadecimal digits.
  var digits: String {
    var mixed = hash
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    let digits = String(mixed & 0xffff_ffff_ffff, radix: 16)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
