/// Finds what is printed a second time on a page, whole or in pieces put together anew.
///
/// Every stretch of ``shingleLength`` code points is looked up among those of the lines before;
/// what any known stretch covers counts as repeated. Memory is bounded: after 131,072 stretches
/// the older ones are forgotten, so text repeated within that distance is noticed.
struct RepeatedText {
  /// For each code point of the document: 1 where an earlier line holds it too.
  private(set) var isCovered: [UInt8]
  /// Where covered stretches begin, ascending, and the lines they repeat.
  private var stretches: [(start: Int, source: Int)] = []

  static let shingleLength = 8
  /// The part of a line or sentence that must be covered for it to be a repetition: 17 of 20.
  static func isRepetition(covered: Int, of length: Int) -> Bool {
    length >= 10 && covered * 20 >= length * 17
  }
  /// The shortest line that is marked as a whole.
  private static let shortestLine = 16

  private var table: ShingleTable

  private init(count: Int) {
    isCovered = [UInt8](repeating: 0, count: count)
    table = ShingleTable(expecting: count)
  }

  /// Reads all lines in order, and notes in each what it repeats. Complexity: O(*n*).
  static func find(in scalars: [Unicode.Scalar], _ lines: inout [PrintedLine]) -> RepeatedText {
    var text = RepeatedText(count: scalars.count)
    var ink: [Int] = []
    for number in lines.indices {
      ink.removeAll(keepingCapacity: true)
      let range = lines[number].range
      for (index, scalar) in zip(range, scalars[range]) where !scalar.isBlank && !scalar.isLineEnd {
        ink.append(index)
      }
      text.read(ink, of: scalars, line: number, noting: &lines[number])
    }
    return text
  }

  /// The line that the covered code point at `offset` repeats.
  func source(of offset: Int) -> Int? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? stretches[low - 1].source : nil
  }

  /// Forgets that a stretch was printed before.
  mutating func uncover(_ range: Range<Int>) {
    for index in range { isCovered[index] = 0 }
  }

  private mutating func read(
    _ ink: [Int], of scalars: [Unicode.Scalar], line number: Int, noting line: inout PrintedLine
  ) {
    let length = RepeatedText.shingleLength
    guard ink.count >= length else { return }
    var hash = ShingleHash()
    var covered = 0
    var coveredTo = 0
    var source: Int?
    for position in ink.indices {
      hash.add(scalars[ink[position]].value)
      if position >= length { hash.drop(scalars[ink[position - length]].value) }
      guard position >= length - 1 else { continue }
      guard let earlier = table.insert(hash.mixed, line: UInt32(number)), earlier != number else {
        continue
      }
      if source == nil { source = Int(earlier) }
      let start = ink[max(coveredTo, position - length + 1)]
      if coveredTo <= position - length + 1 || stretches.last?.source != Int(earlier) {
        stretches.append((start, Int(earlier)))
      }
      for back in max(coveredTo, position - length + 1)...position {
        isCovered[ink[back]] = 1
        covered += 1
      }
      coveredTo = position + 1
    }
    if ink.count >= RepeatedText.shortestLine,
      RepeatedText.isRepetition(covered: covered, of: ink.count)
    {
      line.repeatedLine = source
    }
    line.hasRepeatedTail =
      ink.suffix(10).count == 10 && ink.suffix(10).allSatisfy { isCovered[$0] == 1 }
  }
}

/// The hash of a window of code points that slides on by one.
private struct ShingleHash {
  private var value: UInt64 = 0
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `base` to the power of the window's length.
  private static let leaving: UInt64 = (0..<RepeatedText.shingleLength).reduce(1) { power, _ in
    power &* base
  }

  @inline(__always)
  mutating func add(_ number: UInt32) { value = value &* ShingleHash.base &+ UInt64(number) }

  /// Call after ``add(_:)`` of the newest: takes the oldest out.
  @inline(__always)
  mutating func drop(_ number: UInt32) { value = value &- ShingleHash.leaving &* UInt64(number) }

  /// Never 0.
  @inline(__always)
  var mixed: UInt64 {
    let mixed = (value ^ value >> 31) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 29) | 1
  }
}

/// The line of the first occurrence of each hash: open addressing, forgetful when full.
private struct ShingleTable {
  private static let mostEntries = 1 << 17
  private var hashes: [UInt64]
  private var lines: [UInt32]
  private var count = 0
  private let mask: Int

  init(expecting entries: Int) {
    var size = 64
    while size < 2 * min(entries, ShingleTable.mostEntries) { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    lines = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// The line at which `hash` was first seen, `nil` if that is now.
  @inline(__always)
  mutating func insert(_ hash: UInt64, line: UInt32) -> UInt32? {
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return lines[slot] }
      slot = (slot + 1) & mask
    }
    if count >= hashes.count / 2 { forget() }
    hashes[slot] = hash
    lines[slot] = line
    count += 1
    return nil
  }

  private mutating func forget() {
    for slot in hashes.indices { hashes[slot] = 0 }
    count = 0
  }
}
