import Lexicon

/// What a typed text may stand for, character by character.
struct NamePattern {
  /// What one character of a name must be.
  enum Element: Hashable {
    /// Exactly this.
    case scalar(Unicode.Scalar)
    /// Read as one of these; an ASCII letter must be the letter typed, if only one was.
    case read([ClosedRange<UInt16>], letter: Unicode.Scalar?)

    /// Whether the character answers to it.
    func matches(_ scalar: Unicode.Scalar, _ folding: NameFolding) -> Bool {
      switch self {
      case .scalar(let own): return own == scalar
      case .read(let ranges, let letter):
        if scalar.value < 0x80 { return scalar == letter }
        return folding.readings(of: scalar).contains { syllable in
          ranges.contains { $0.contains(syllable.rawValue) }
        }
      }
    }
  }

  let elements: [Element]

  /// How the name of that form answers: whole, at its beginning, inside; `nil` if it does not.
  func place(in form: [Unicode.Scalar], _ folding: NameFolding) -> Place? {
    guard !elements.isEmpty, form.count >= elements.count else { return nil }
    for start in 0...(form.count - elements.count) {
      let isHere = zip(elements, form[start...]).allSatisfy { $0.matches($1, folding) }
      guard isHere else { continue }
      if start > 0 { return .inside }
      return form.count == elements.count ? .whole : .beginning
    }
    return nil
  }

  /// Where in a name a text stands.
  enum Place: Int, Comparable {
    case whole, beginning, inside
    static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
  }

  /// The characters themselves.
  init(text form: [Unicode.Scalar]) { elements = form.map(Element.scalar) }

  /// Anything that sounds the same; `nil` where a character has no reading.
  init?(sounding form: [Unicode.Scalar], _ folding: NameFolding) {
    var elements: [Element] = []
    for scalar in form {
      let ranges = folding.readings(of: scalar).map { $0.rawValue...$0.rawValue }
      guard !ranges.isEmpty else { return nil }
      elements.append(.read(ranges, letter: nil))
    }
    self.elements = elements
  }

  init(elements: [Element]) { self.elements = elements }
}

/// Takes letters apart into what may be syllables: whole ones, initials that stand for one, and at
/// the end a beginning. 「zhongxinjs」 → zhong xin j s.
struct PinyinReader {
  /// Ways looked at, those of fewest parts.
  static let mostPatterns = 8
  /// Letters a syllable may have.
  private static let longest = 6

  private let form: [Unicode.Scalar]
  private var ways: [[[NamePattern.Element]]]

  /// All ways to read a form as pinyin, best first; none where it has no letters, or only one.
  static func patterns(_ form: [Unicode.Scalar]) -> [NamePattern] {
    let letters = form.filter { isLetter($0) }.count
    guard letters >= 2, form.count <= NameGrams.longest else { return [] }
    var reader = PinyinReader(form)
    return reader.read().map { NamePattern(elements: $0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

  private init(_ form: [Unicode.Scalar]) {
    self.form = form
    ways = Array(repeating: [], count: form.count + 1)
  }

  /// From the end: the ways of what is left behind each part are known.
  private mutating func read() -> [[NamePattern.Element]] {
    ways[form.count] = [[]]
    for start in form.indices.reversed() {
      var found: [[NamePattern.Element]] = []
      for (element, end) in parts(from: start) {
        for way in ways[end] { found.append([element] + way) }
      }
      // Stable: of equally many parts the longer first part came first.
      let order = found.enumerated().sorted {
        ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
      }
      ways[start] = order.prefix(PinyinReader.mostPatterns).map(\.element)
    }
    return ways[0]
  }

  private func parts(from start: Int) -> [(NamePattern.Element, Int)] {
    guard PinyinReader.isLetter(form[start]) else { return [(.scalar(form[start]), start + 1)] }
    var parts: [(NamePattern.Element, Int)] = []
    let limit = min(start + PinyinReader.longest, form.count)
    let end = form[start..<limit].firstIndex { !PinyinReader.isLetter($0) } ?? limit
    for stop in stride(from: end, to: start, by: -1) {
      let letters = form[start..<stop].map { UInt8(truncatingIfNeeded: $0.value) }
      let letter = letters.count == 1 ? form[start] : nil
      let isBeginning =
        stop == form.count || Syllable.initials.contains { $0.elementsEqual(letters) }
      var sounds = umlaut(letters)
      if isBeginning, let range = Syllable.numbers(beginningWith: letters) {
        sounds.append(range)
      } else if let number = Syllable(letters)?.rawValue {
        sounds.append(number...number)
      }
      if !sounds.isEmpty {
        parts.append((.read(sounds, letter: letter), stop))
      } else if let letter {
        // i, u and v begin no syllable, but may be letters of a name.
        parts.append((.scalar(letter), stop))
      }
    }
    return parts
  }

  /// ü is written v in the tables; people also write u, and yu.
  private func umlaut(_ letters: [UInt8]) -> [ClosedRange<UInt16>] {
    let spelling = String(decoding: letters, as: UTF8.self)
    let other =
      switch spelling {
      case "lu", "lyu": Syllable("lv".utf8)
      case "nu", "nyu": Syllable("nv".utf8)
      case "lue": Syllable("lve".utf8)
      case "nue": Syllable("nve".utf8)
      default: Syllable?.none
      }
    return other.map { [$0.rawValue...$0.rawValue] } ?? []
  }
}
