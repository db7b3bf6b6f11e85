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
  /// What it holds, without the rest of what is known of it.
  enum Form: Sendable { case names, quantity, date, title, quoted, text, words }

  /// Name in the rule.
  let name: String
  /// What it holds.
  let kind: SlotKind
  /// Whether it takes a whole enumeration: A、B和C等单位.
  let isList: Bool
  /// Whether the last subject fills it where none is printed.
  let isElidable: Bool
  /// The kind alone: matching asks for it without touching what comes with the kind.
  let form: Form
  /// Types of names that it may hold; none for slots of other kinds.
  let types: [EntityType]
  /// Bits of those types.
  let typeMask: UInt8

  /// A slot that takes one printed thing of a kind.
  init(name: String, kind: SlotKind, isList: Bool = false, isElidable: Bool = false) {
    self.name = name
    self.kind = kind
    self.isList = isList
    self.isElidable = isElidable
    var types: [EntityType] = []
    switch kind {
    case .names(let all): (form, types) = (.names, all)
    case .quantity: form = .quantity
    case .date: form = .date
    case .title: form = .title
    case .quoted: form = .quoted
    case .text: form = .text
    case .words: form = .words
    }
    self.types = types
    typeMask = types.reduce(0) { $0 | $1.bit }
  }

  /// Whether it may hold a name of that type: most types are told by their bit.
  @inline(__always)
  func holds(_ type: EntityType, bit: UInt8) -> Bool {
    typeMask & bit != 0 && (bit < 16 || types.contains(type))
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
///
/// A class because the matcher turns from one to the next thousands of times an article: one reference
/// to count. It never changes once made.
final class Pattern: Sendable {
  /// Steps; step 0 comes first, each leads to later ones only, the last accepts.
  let steps: [PatternStep]
  /// Its slots.
  let slots: [Slot]
  /// What calls it.
  let trigger: PatternTrigger
  /// What each step may begin with.
  let lookaheads: [Lookahead]
  /// What a sentence must hold; see ``SentenceContents``.
  let needed: [UInt8]

  /// A pattern of steps, to which the last one is added.
  init(steps: [PatternStep], slots: [Slot], trigger: PatternTrigger) {
    self.steps = steps + [.accept]
    self.slots = slots
    self.trigger = trigger
    lookaheads = Lookahead.all(of: self.steps, slots)
    needed = SentenceContents.needed(by: self.steps, slots)
  }

  /// Of no steps but the last.
  static let empty = Pattern(steps: [], slots: [], trigger: PatternTrigger(literals: []))

  /// Index of the slot of that name.
  func slot(named name: String) -> Int? { slots.firstIndex { $0.name == name } }
}
