import Lexicon
import NewsText
import Recognition

/// What stands at a position, in a word: all that a ``Lookahead`` and a gap ask.
struct PositionLook: Sendable {
  /// What a position is, beside its scalar.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// Outside names.
    static let free = Flags(rawValue: 1)
    /// A dictionary entry of interest begins.
    static let mark = Flags(rawValue: 2)
    /// A figure, a date or the space before one.
    static let figure = Flags(rawValue: 4)
    static let endsClause = Flags(rawValue: 8)
    static let comma = Flags(rawValue: 16)
  }
  var flags: Flags = []
  /// Bit of the type of the name that begins here.
  var types: UInt8 = 0
  /// The lowest six bits of the scalar, and the next six.
  var (low, high): (UInt8, UInt8)

  /// All but figures and dates.
  @inline(__always)
  init(_ position: Int, in reading: ArticleReading, isMark: Bool) {
    let value = reading.text[position].value
    (low, high) = (UInt8(value & 63), UInt8(value >> 6 & 63))
    if reading.mentionOver[position] < 0 {
      let kinds = reading.kinds[position]
      flags.insert(.free)
      if isMark { flags.insert(.mark) }
      if kinds.contains(.endsClause) { flags.insert(.endsClause) }
      if kinds.contains(.comma) { flags.insert(.comma) }
    } else if case let mention = Int(reading.mentionAt[position]), mention >= 0 {
      types = reading.typeBits[mention]
    }
    if value == 0x20 { flags.insert(.figure) }
  }
}

/// What may stand where a step of a pattern is tried: a look of a few instructions that spares most
/// tries. It may admit what does not fit, never refuse what does.
struct Lookahead: Sendable {
  /// Whether the step may fit anywhere.
  private(set) var isAny = false
  /// Flags that it may fit at: marks, figures.
  private var flags: PositionLook.Flags = []
  /// Bits of the types of the names it may fit at.
  private var types: UInt8 = 0
  /// Bits of the scalars it may fit at, by their lowest six bits and by the next six: both must be set.
  private var (low, high): (UInt64, UInt64) = (0, 0)

  /// Whether the step may fit at a position of the sentence.
  @inline(__always)
  func admits(_ look: PositionLook) -> Bool {
    if types & look.types != 0 || !flags.isDisjoint(with: look.flags) || isAny { return true }
    // Shifts by less than 64, which both are.
    return look.flags.contains(.free)
      && low &>> UInt64(look.low) & high &>> UInt64(look.high) & 1 != 0
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    low |= 1 << UInt64(scalar.value & 63)
    high |= 1 << UInt64(scalar.value >> 6 & 63)
  }

  private mutating func add(_ other: Lookahead) {
    isAny = isAny || other.isAny
    flags.formUnion(other.flags)
    types |= other.types
    low |= other.low
    high |= other.high
  }

  private mutating func add(_ slot: Slot) {
    switch slot.form {
    case .names:
      // Words that stand for a name are marks.
      types = slot.typeMask
      flags.insert(.mark)
      isAny = slot.isElidable
    case .quantity, .date: flags.insert(.figure)
    case .title, .quoted, .text: isAny = true
    case .words: break
    }
  }

  /// The look-ahead of every step. Steps lead forward only, so that what follows a step
  /// is known before it.
  static func all(of steps: [PatternStep], _ slots: [Slot]) -> [Lookahead] {
    var result = [Lookahead](repeating: Lookahead(), count: steps.count)
    for (index, step) in steps.enumerated().reversed() {
      switch step {
      case .scalar(let scalar): result[index].add(scalar)
      case .cue: result[index].flags.insert(.mark)
      case .slot(let slot): result[index].add(slots[slot])
      case .open, .not, .clauseStart: result[index] = result[index + 1]
      case .split(let distance):
        result[index] = result[index + 1]
        result[index].add(result[index + distance])
      case .jump(let distance): result[index] = result[index + distance]
      // A slot of words may end at the end of the sentence, as a clause does.
      case .accept, .close, .gap, .clauseEnd: result[index].isAny = true
      }
    }
    return result
  }
}

/// What a sentence must hold for a pattern to fit, whatever its words: bits of the types of names,
/// ``figure``, ``date`` and ``title``.
enum SentenceContents {
  static let names: UInt8 = 0x1F
  static let figure: UInt8 = 0x20
  static let date: UInt8 = 0x40
  static let title: UInt8 = 0x80

  /// What a pattern needs: of each element one bit at least must be there.
  static func needed(by steps: [PatternStep], _ slots: [Slot]) -> [UInt8] {
    var needed: Set<UInt8> = []
    /// Steps before it can be passed over.
    var reach = 0
    for (index, step) in steps.enumerated() {
      switch step {
      case .split(let distance), .jump(let distance): reach = max(reach, index + distance)
      case .slot(let slot) where index >= reach:
        if let bits = bits(of: slots[slot]) { needed.insert(bits) }
      default: break
      }
    }
    return needed.sorted()
  }

  private static func bits(of slot: Slot) -> UInt8? {
    switch slot.form {
    case .names: slot.isElidable ? nil : slot.typeMask
    case .quantity: figure
    case .date: date
    case .title: title
    case .quoted, .text, .words: nil
    }
  }
}
