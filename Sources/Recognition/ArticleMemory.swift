import Lexicon
import NewsText

/// What an article has established: names found with certainty, to be found again bare or
/// shortened.
struct ArticleMemory {
  /// A remembered name.
  struct Entry {
    var scalars: [Unicode.Scalar]
    var type: Int8
    /// Where the mention that established it starts in the article.
    var mention: Int
    /// Positions in `scalars` where a word or part starts; a shortened form may jump to these.
    var wordStarts: [Bool]
    /// The distinguishing stretch a shortened form begins with; empty when only the whole name
    /// is to be found again.
    var brand: Range<Int>
    /// The place before the brand, which a shortened form may keep or drop.
    var place: Range<Int>
  }

  /// An occurrence in a sentence.
  struct Occurrence {
    var start: Int
    var end: Int
    var entry: Int
    var isWhole: Bool
  }

  private(set) var entries: [Entry] = []
  private var whole: [Name: Int] = [:]

  /// The scalars of a name, hashed in one go.
  private struct Name: Hashable {
    let scalars: ArraySlice<Unicode.Scalar>
    private let hash: UInt64

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
      self.scalars = scalars
      hash = scalars.reduce(0) { ($0 ^ UInt64($1.value)) &* 0x9E37_79B9_7F4A_7C15 }
    }

    static func == (left: Name, right: Name) -> Bool {
      left.hash == right.hash && left.scalars.elementsEqual(right.scalars)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }
  /// How long the names are that begin with two scalars.
  private var lengthsByKey: [UInt64: [Int]] = [:]
  private var brandByKey: [UInt64: [Int]] = [:]

  /// Shortened forms are tried of so many names whose brands begin alike.
  private static let mostAlike = 64
  /// Low bits of the keys, so that most positions cost one look-up.
  private var filter = [Bool](repeating: false, count: 4096)

  var isEmpty: Bool { entries.isEmpty }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// Where a key stands in ``filter``.
  private static func filterIndex(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 31 &+ second.value) & 4095)
  }

  /// Whether a name with these scalars is remembered.
  func knows(_ scalars: [Unicode.Scalar]) -> Bool { whole[Name(scalars[...])] != nil }

  private mutating func note(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    filter[Self.filterIndex(first, second)] = true
    return Self.key(first, second)
  }

  /// Remembers a name; a name already known changes nothing.
  mutating func remember(_ entry: Entry) {
    guard entry.scalars.count >= 2, !knows(entry.scalars) else { return }
    let index = entries.count
    entries.append(entry)
    whole[Name(entry.scalars[...])] = index
    let key = note(entry.scalars[0], entry.scalars[1])
    if lengthsByKey[key]?.contains(entry.scalars.count) != true {
      lengthsByKey[key, default: []].append(entry.scalars.count)
    }
    guard entry.brand.count >= 2 else { return }
    let brand = entry.brand.lowerBound
    let brandKey = note(entry.scalars[brand], entry.scalars[brand + 1])
    guard brandByKey[brandKey]?.count ?? 0 < Self.mostAlike else { return }
    brandByKey[brandKey, default: []].append(index)
  }

  /// Every place in `scalars` where a remembered name, or a shortened form of one, may stand.
  func occurrences(in scalars: ArraySlice<Unicode.Scalar>) -> [Occurrence] {
    guard !isEmpty, scalars.count > 1 else { return [] }
    let mayOccur = scalars.withUnsafeBufferPointer { scalars in
      filter.withUnsafeBufferPointer { filter in
        (0..<scalars.count - 1).contains {
          filter[Self.filterIndex(scalars[$0], scalars[$0 + 1])]
        }
      }
    }
    guard mayOccur else { return [] }
    let text = Array(scalars)
    var found: [Occurrence] = []
    for start in 0..<(text.count - 1)
    where filter[Self.filterIndex(text[start], text[start + 1])] {
      let key = Self.key(text[start], text[start + 1])
      let first = found.count
      for length in lengthsByKey[key] ?? [] where start + length <= text.count {
        if let index = whole[Name(text[start..<start + length])] {
          found.append(
            Occurrence(start: start, end: start + length, entry: index, isWhole: true))
        }
      }
      found[first...].sort { $0.entry < $1.entry }
      for index in brandByKey[key] ?? [] {
        let ends = shortened(entries[index], text, at: start)
        guard !ends.isEmpty else { continue }
        let placed = placeStart(entries[index], text, before: start)
        for end in ends {
          found.append(Occurrence(start: start, end: end, entry: index, isWhole: false))
          if let placed {
            found.append(Occurrence(start: placed, end: end, entry: index, isWhole: false))
          }
        }
      }
    }
    return found
  }

  /// Ends of the shortened forms that start with the brand at `start`: the longest, and those
  /// that end where a word of the long name does.
  private func shortened(_ entry: Entry, _ text: [Unicode.Scalar], at start: Int) -> [Int] {
    let brandEnd = start + entry.brand.count
    guard brandEnd <= text.count, text[start..<brandEnd].elementsEqual(entry.scalars[entry.brand])
    else { return [] }
    var ends = [brandEnd]
    var cursor = entry.brand.upperBound
    while let end = ends.last, end < text.count,
      let next = Self.advance(entry, cursor, to: text[end])
    {
      ends.append(end + 1)
      cursor = next
    }
    return ends
  }

  /// Position behind the next scalar of `entry` equal to `scalar` that continues the last one or
  /// begins a word.
  private static func advance(_ entry: Entry, _ cursor: Int, to scalar: Unicode.Scalar) -> Int? {
    var position = cursor
    while position < entry.scalars.count {
      if entry.scalars[position] == scalar, position == cursor || entry.wordStarts[position] {
        return position + 1
      }
      position += 1
    }
    return nil
  }

  private func placeStart(_ entry: Entry, _ text: [Unicode.Scalar], before start: Int) -> Int? {
    let length = entry.place.count
    guard length > 1, start >= 2 else { return nil }
    for taken in [length, length - 1] where taken >= 2 && start >= taken {
      let placed = start - taken
      if text[placed..<start].elementsEqual(entry.scalars[entry.place].prefix(taken)) {
        return placed
      }
    }
    return nil
  }

  /// Whether `short` can be read as a shortened form of `entry`: its scalars stand in the long name
  /// in order, each continuing the one before or beginning a word, the first beginning the name or
  /// what follows its place.
  static func isShortened(_ short: [Unicode.Scalar], of entry: Entry) -> Bool {
    guard short.count >= 2, short.count < entry.scalars.count else { return false }
    return isShortened(short, of: entry, from: 0)
      || entry.place.upperBound > 0 && isShortened(short, of: entry, from: entry.place.upperBound)
  }

  private static func isShortened(
    _ short: [Unicode.Scalar], of entry: Entry, from origin: Int
  ) -> Bool {
    guard origin < entry.scalars.count, entry.scalars[origin] == short[0] else { return false }
    var cursor = origin + 1
    var matched = 1
    while matched < short.count, let next = advance(entry, cursor, to: short[matched]) {
      cursor = next
      matched += 1
    }
    return matched == short.count && cursor > entry.place.upperBound
  }
}
