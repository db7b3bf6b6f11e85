import Lexicon
import NewsText
import Recognition

/// What may stand where a step of a pattern is tried: a look of a few instructions that spares most
/// tries. It may admit what does not fit, never refuse what does.
struct Lookahead: Sendable {
  /// Whether the step may fit anywhere.
  private(set) var isAny = false
  /// Whether it may fit where a dictionary entry of interest begins.
  private var isMark = false
  /// Bits of the types of the names it may fit at.
  private var types: UInt8 = 0
  /// Whether it may fit at a figure, a date or the space before one.
  private var isFigure = false
  /// Bits of the scalars it may fit at, by their lowest six bits and by the next six: both must be set.
  private var (low, high): (UInt64, UInt64) = (0, 0)

  /// Whether the step may fit at `position`, which lies before the end of the sentence.
  @inline(__always)
  func admits(_ position: Int, in reading: ArticleReading) -> Bool {
    if isAny { return true }
    let value = reading.text[position].value
    if low >> UInt64(value & 63) & high >> UInt64(value >> 6 & 63) & 1 != 0 { return true }
    if isMark, reading.markAt[position] >= 0 { return true }
    if types != 0, case let mention = Int(reading.mentionAt[position]), mention >= 0 {
      return types & reading.typeBits[mention] != 0
    }
    return isFigure
      && (reading.quantityAt[position] >= 0 || reading.timeAt[position] >= 0 || value == 0x20)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    low |= 1 << UInt64(scalar.value & 63)
    high |= 1 << UInt64(scalar.value >> 6 & 63)
  }

  private mutating func add(_ other: Lookahead) {
    isAny = isAny || other.isAny
    isMark = isMark || other.isMark
    isFigure = isFigure || other.isFigure
    types |= other.types
    low |= other.low
    high |= other.high
  }

  private mutating func add(_ slot: Slot) {
    switch slot.form {
    case .names:
      // Words that stand for a name are marks.
      types = slot.typeMask
      isMark = true
      isAny = slot.isElidable
    case .quantity, .date: isFigure = true
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
      case .cue: result[index].isMark = true
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
/// ``figure`` and ``date``.
enum SentenceContents {
  static let names: UInt8 = 0x1F
  static let figure: UInt8 = 0x20
  static let date: UInt8 = 0x40

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
    case .title, .quoted, .text, .words: nil
    }
  }
}
