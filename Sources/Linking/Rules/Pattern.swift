import Lexicon
import Recognition

/// What a slot of a pattern may hold.
enum SlotKind: Sendable {
  /// Names of these types.
  case names([EntityType])
  /// A figure with a unit of these groups.
  case quantity(GroupSet)
  /// A date; `allowsVague` also 近日.
  case date(allowsVague: Bool)
  /// A post: words that end in one, without the body.
  case title
  /// The inside of quotation marks.
  case quoted
  /// Any words up to what follows.
  case text
  /// The words that the elements inside `<role=…>` matched.
  case words
}

/// A named place in a pattern.
struct Slot: Sendable {
  /// Name in the rule.
  var name: String
  /// What it holds.
  var kind: SlotKind {
    didSet { typeMask = Self.mask(of: kind) }
  }
  /// Whether it takes a whole enumeration: A、B和C等单位.
  var isList = false
  /// Whether the last subject fills it where none is printed.
  var isElidable = false
  /// Bits of the types of names that it may hold; 0 for slots of other kinds.
  private(set) var typeMask: UInt8

  /// A slot that takes one printed thing of a kind.
  init(name: String, kind: SlotKind, isList: Bool = false, isElidable: Bool = false) {
    self.name = name
    self.kind = kind
    self.isList = isList
    self.isElidable = isElidable
    typeMask = Self.mask(of: kind)
  }

  private static func mask(of kind: SlotKind) -> UInt8 {
    guard case .names(let types) = kind else { return 0 }
    return types.reduce(0) { $0 | $1.bit }
  }
}

/// A step of a compiled pattern; steps refer to each other by distance.
enum PatternStep: Sendable {
  /// One scalar of a literal, outside names.
  case scalar(Unicode.Scalar)
  /// A dictionary entry of these groups, outside names.
  case cue(GroupSet)
  /// Fills a slot.
  case slot(Int)
  /// Remembers where a slot of words begins or ends.
  case open(Int)
  case close(Int)
  /// Up to `limit` scalars, as few as possible.
  case gap(limit: Int, names: Bool, commas: Bool)
  /// Anything but this scalar comes next.
  case not(Unicode.Scalar)
  /// First position of a clause after times and openers.
  case clauseStart
  /// A mark or the end of the sentence.
  case clauseEnd
  /// Tries the next step, then the one so many steps on.
  case split(Int)
  /// Goes on so many steps later.
  case jump(Int)
  /// Done.
  case accept
}

/// A compiled pattern.
struct Pattern: Sendable {
  /// Steps; step 0 comes first, each leads to later ones only.
  var steps: [PatternStep]
  /// Its slots.
  var slots: [Slot]
  /// What calls it.
  var trigger: PatternTrigger
  /// What each step may begin with; complete once the pattern is.
  private(set) var lookaheads: [Lookahead] = []
  /// What a sentence must hold; see ``SentenceContents``.
  private(set) var needed: [UInt8] = []

  /// Nothing yet.
  init() { (steps, slots, trigger) = ([], [], PatternTrigger(literals: [])) }

  /// Ends the pattern: no step comes after.
  mutating func complete(trigger: PatternTrigger) {
    steps.append(.accept)
    self.trigger = trigger
    lookaheads = Lookahead.all(of: self)
    needed = SentenceContents.needed(by: self)
  }

  /// Index of the slot of that name.
  func slot(named name: String) -> Int? { slots.firstIndex { $0.name == name } }
}
