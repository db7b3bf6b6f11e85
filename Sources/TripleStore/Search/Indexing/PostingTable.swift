import GRDB

/// Which names have a gram: table `name_posting`, a row for some hundred names of one gram.
///
/// The row's id is the gram times 2³¹ plus the first name's term; the blob holds the distances to
/// the others, seven bits a byte, as inverted indexes usually do (Zobel and Moffat 2006,
/// https://doi.org/10.1145/1132956.1132959). A class because it keeps prepared statements.
final class PostingTable {
  /// Bytes of a blob; two such rows fill a page.
  static let largestBlob = 1_960

  private let range: Command
  private let count: Command
  private let before: Command
  private let after: Command
  private let store: Command
  private let delete: Command

  init(_ database: Database) throws {
    range = try Command(
      cached: database,
      "SELECT id, names FROM name_posting WHERE id BETWEEN ? AND ? ORDER BY id")
    count = try Command(
      cached: database, "SELECT count(*) FROM name_posting WHERE id BETWEEN ? AND ?")
    before = try Command(
      cached: database,
      "SELECT id, names FROM name_posting WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1")
    after = try Command(
      cached: database,
      "SELECT id, names FROM name_posting WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1")
    store = try Command(
      cached: database,
      """
      INSERT INTO name_posting (id, names) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET names = excluded.names
      """)
    delete = try Command(cached: database, "DELETE FROM name_posting WHERE id = ?")
  }

  /// Names that have the gram, ascending.
  func terms(_ gram: NameGram.Number) throws -> [UInt32] {
    var terms: [UInt32] = []
    try range.bind(PostingTable.id(gram, 0)).bind(PostingTable.id(gram, .max)).rows { row in
      PostingTable.decode(row, into: &terms)
    }
    return terms
  }

  /// Names that have one of the grams, ascending.
  func terms(_ grams: ClosedRange<NameGram.Number>) throws -> [UInt32] {
    guard grams.lowerBound < grams.upperBound else { return try terms(grams.lowerBound) }
    var terms: [UInt32] = []
    try range.bind(PostingTable.id(grams.lowerBound, 0))
      .bind(PostingTable.id(grams.upperBound, .max)).rows { row in
        PostingTable.decode(row, into: &terms)
      }
    return SortedTerms.distinct(terms)
  }

  /// Rows the gram has: a measure of its names, some hundred times fewer.
  func rowCount(_ gram: NameGram.Number) throws -> Int {
    let found = try count.bind(PostingTable.id(gram, 0)).bind(PostingTable.id(gram, .max)).integer()
    return Int(found ?? 0)
  }

  /// Those of the ascending `terms` that have the gram. Where they are few, only the rows they would
  /// lie in are read.
  func common(_ terms: [UInt32], _ gram: NameGram.Number) throws -> [UInt32] {
    guard !terms.isEmpty else { return [] }
    guard try terms.count < rowCount(gram) else {
      return try SortedTerms.intersection(terms, self.terms(gram))
    }
    var common: [UInt32] = []
    var row: [UInt32] = []
    var index = 0
    while index < terms.count {
      row.removeAll(keepingCapacity: true)
      try before.bind(PostingTable.id(gram, 0)).bind(PostingTable.id(gram, terms[index])).rows {
        PostingTable.decode($0, into: &row)
      }
      // What lies behind the last name of its row, or before the first row, does not have it.
      var place = 0
      repeat {
        place = SortedTerms.index(of: terms[index], in: row, from: place)
        if place < row.count, row[place] == terms[index] { common.append(terms[index]) }
        index += 1
      } while index < terms.count && place < row.count && terms[index] <= row[row.count - 1]
    }
    return common
  }

  /// Adds names to a gram; `terms` ascend. Those that have it stay.
  func add(_ terms: ArraySlice<UInt32>, to gram: NameGram.Number) throws {
    var rest = terms
    while let next = rest.first {
      let row = try row(holding: next, gram)
      let upper = try row.flatMap { try following($0, gram) }
      let taken = rest.prefix { term in upper.map { term < $0 } ?? true }
      rest = rest.dropFirst(taken.count)
      let known = row?.terms ?? []
      let merged = SortedTerms.union(known[...], taken)
      if let old = row?.terms.first, old != merged.first {
        try delete.bind(PostingTable.id(gram, old)).run()
      }
      let isAppended = upper == nil && known.last.map { $0 < next } ?? true
      try write(merged[...], gram, fillsRows: isAppended)
    }
  }

  /// Takes a name from a gram.
  func remove(_ term: UInt32, from gram: NameGram.Number) throws {
    guard let row = try row(holding: term, gram), let first = row.terms.first else { return }
    let left = row.terms.filter { $0 != term }
    if left.first != first { try delete.bind(PostingTable.id(gram, first)).run() }
    try write(left[...], gram, fillsRows: true)
  }

  private struct Row { let terms: [UInt32] }

  /// The row in whose range `term` lies: the last that begins before it, else the first.
  private func row(holding term: UInt32, _ gram: NameGram.Number) throws -> Row? {
    var terms: [UInt32] = []
    try before.bind(PostingTable.id(gram, 0)).bind(PostingTable.id(gram, term)).rows {
      PostingTable.decode($0, into: &terms)
    }
    if terms.isEmpty {
      try after.bind(PostingTable.id(gram, term)).bind(PostingTable.id(gram, .max)).rows {
        PostingTable.decode($0, into: &terms)
      }
    }
    return terms.isEmpty ? nil : Row(terms: terms)
  }

  /// The first name of the row behind.
  private func following(_ row: Row, _ gram: NameGram.Number) throws -> UInt32? {
    guard let first = row.terms.first else { return nil }
    let id = try after.bind(PostingTable.id(gram, first) + 1).bind(PostingTable.id(gram, .max))
      .integer()
    return id.map { UInt32($0 & 0x7FFF_FFFF) }
  }

  /// Writes names as one row, or as several: full ones, or halves that leave room.
  private func write(
    _ terms: ArraySlice<UInt32>, _ gram: NameGram.Number, fillsRows: Bool
  ) throws {
    var rest = terms
    while let first = rest.first {
      var blob: [UInt8] = []
      var last = first
      var count = 1
      for term in rest.dropFirst() {
        PostingTable.append(term - last, to: &blob)
        if blob.count > PostingTable.largestBlob { break }
        last = term
        count += 1
      }
      if count < rest.count {
        if !fillsRows { count = (rest.count + 1) / 2 }
        blob = PostingTable.blob(rest.prefix(count))
      }
      try store.bind(PostingTable.id(gram, first)).bind(blob).run()
      rest = rest.dropFirst(count)
    }
  }

  private static func id(_ gram: NameGram.Number, _ term: UInt32) -> Int64 {
    Int64(gram) << 31 | Int64(min(term, 0x7FFF_FFFF))
  }

  private static func blob(_ terms: ArraySlice<UInt32>) -> [UInt8] {
    var blob: [UInt8] = []
    for (one, other) in zip(terms, terms.dropFirst()) { append(other - one, to: &blob) }
    return blob
  }

  private static func append(_ distance: UInt32, to blob: inout [UInt8]) {
    var rest = distance
    while rest >= 0x80 {
      blob.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    blob.append(UInt8(rest))
  }

  private static func decode(_ row: CommandRow, into terms: inout [UInt32]) {
    let first = UInt32(row.integer(0) & 0x7FFF_FFFF)
    row.withBytes(1) { bytes in
      // No distance has less than a byte.
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count + 1) { decoded in
        decoded.initializeElement(at: 0, to: first)
        var (term, count) = (first, 1)
        var distance: UInt32 = 0
        var shift: UInt32 = 0
        for byte in bytes {
          distance |= UInt32(byte & 0x7F) << (shift & 31)
          if byte < 0x80 {
            term = term &+ distance
            decoded.initializeElement(at: count, to: term)
            count += 1
            (distance, shift) = (0, 0)
          } else {
            shift += 7
          }
        }
        terms.append(contentsOf: decoded[..<count])
      }
    }
  }
}

/// Operations on ascending lists of terms.
enum SortedTerms {
  /// `terms`, which may be in any order, sorted, each once.
  static func distinct(_ terms: [UInt32]) -> [UInt32] {
    var sorted = terms.sorted()
    var kept = 0
    for term in sorted where kept == 0 || sorted[kept - 1] != term {
      sorted[kept] = term
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  /// Those in either.
  static func union(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(left.count + right.count)
    var (left, right) = (left, right)
    while let one = left.first, let other = right.first {
      result.append(min(one, other))
      if one <= other { left = left.dropFirst() }
      if other <= one { right = right.dropFirst() }
    }
    return result + left + right
  }

  /// Those in both; the shorter list is looked up in the longer one, in steps that double.
  static func intersection(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var result: [UInt32] = []
    var place = 0
    for term in short {
      place = index(of: term, in: long, from: place)
      guard place < long.count else { break }
      if long[place] == term { result.append(term) }
    }
    return result
  }

  /// Those of the first list that are not in the second.
  static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    guard !right.isEmpty else { return left }
    var place = 0
    return left.filter { term in
      place = index(of: term, in: right, from: place)
      return place == right.count || right[place] != term
    }
  }

  /// Place of the first that is not smaller than `term`, which is at `start` or behind.
  static func index(of term: UInt32, in terms: [UInt32], from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step < terms.count, terms[low + step] < term {
      low += step
      step *= 2
    }
    var high = min(low + step, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
