/// One fact of a dictionary: a spelling has a group, with a weight.
struct EntryRecord {
  /// The first three folded scalars, 21 bits each: decides most comparisons.
  var key: UInt64
  /// Where the folded scalars lie in ``EntryCollector/folded``.
  var foldedStart: Int32
  var foldedCount: Int32
  /// Where the spelling lies in ``EntryCollector/spellings``.
  var spellingStart: Int32
  var spellingCount: Int32
  var group: UInt16
  /// Number of the file in ``EntryCollector/files``.
  var file: UInt16
  var line: Int32
  var weight: Float
  /// Index of the division, or ``EntryRecord/noPayload``.
  var payload: UInt32
  /// Hash of the note: two places of one name may stand in one file, told apart by their notes.
  var note: UInt64

  /// Marks records whose payload becomes the number of their spelling.
  static let noPayload = UInt32.max
}

/// Gathers the facts of all dictionaries in flat arrays, folded and ready to be sorted.
struct EntryCollector {
  /// Longest entry, in scalars.
  static let longestEntry = 200

  let folding: Folding
  private(set) var records: [EntryRecord] = []
  private(set) var folded: [UInt32] = []
  private(set) var spellings: [UInt8] = []
  private(set) var files: [String] = []
  private(set) var groups: [String] = []
  private var groupNumbers: [String: UInt16] = [:]

  init(folding: Folding) { self.folding = folding }

  /// Registers a file; its number goes into the records.
  mutating func number(ofFile file: String) -> UInt16 {
    if let last = files.last, last == file { return UInt16(files.count - 1) }
    files.append(file)
    return UInt16(files.count - 1)
  }

  /// The number of a group, which is new if it was not seen before.
  mutating func number(ofGroup name: String) -> UInt16 {
    if let number = groupNumbers[name] { return number }
    let number = UInt16(groups.count)
    groups.append(name)
    groupNumbers[name] = number
    return number
  }

  /// Adds a fact.
  ///
  /// - Returns: what is wrong with the spelling, or `nil` when it was added.
  mutating func add(
    _ spelling: UnsafeBufferPointer<UInt8>, group: UInt16, weight: Float,
    payload: UInt32 = EntryRecord.noPayload, note: UnsafeBufferPointer<UInt8>? = nil,
    file: UInt16, line: Int
  ) -> String? {
    guard let first = spelling.first, let last = spelling.last else { return "empty entry" }
    let text = { String(decoding: spelling, as: UTF8.self) }
    if first == 0x20 || last == 0x20 { return "entry “\(text())” begins or ends with a space" }
    let foldedStart = folded.count
    var key: UInt64 = 0
    var position = 0
    while position < spelling.count {
      let scalar = folding.folded(Self.decode(spelling, &position))
      let index = folded.count - foldedStart
      if index < 3 { key |= UInt64(scalar) &<< UInt64(42 - 21 * index) }
      folded.append(scalar)
    }
    let count = folded.count - foldedStart
    guard count <= Self.longestEntry else {
      folded.removeLast(count)
      return "entry of \(count) characters, the longest allowed is \(Self.longestEntry)"
    }
    records.append(
      EntryRecord(
        key: key, foldedStart: Int32(foldedStart), foldedCount: Int32(count),
        spellingStart: Int32(spellings.count), spellingCount: Int32(spelling.count), group: group,
        file: file, line: Int32(line), weight: weight, payload: payload,
        note: note.map { ContentHash.of(UnsafeRawBufferPointer($0)) } ?? 0))
    spellings.append(contentsOf: spelling)
    return nil
  }

  /// Decodes one scalar of UTF-8 known to be valid and moves past it.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> UInt32 {
    let first = UInt32(bytes[position])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? first : first & (0xFF &>> UInt32(length + 1))
    for offset in 1..<max(length, 1) where position + offset < bytes.count {
      value = value &<< 6 | UInt32(bytes[position + offset]) & 0x3F
    }
    position += length
    return value
  }

  /// Numbers groups by the order of their names, sorts the records by folded text, spelling, group
  /// and payload, so that the result does not depend on the order of reading.
  mutating func sort() {
    let names = groups.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var numbers = [UInt16](repeating: 0, count: names.count)
    for (number, name) in names.enumerated() {
      if let old = groupNumbers[name] { numbers[Int(old)] = UInt16(number) }
      groupNumbers[name] = UInt16(number)
    }
    groups = names
    for index in records.indices { records[index].group = numbers[Int(records[index].group)] }
    folded.withUnsafeBufferPointer { folded in
      spellings.withUnsafeBufferPointer { spellings in
        records.sort { Self.precedes($0, $1, folded, spellings) }
      }
    }
  }

  private static func precedes(
    _ left: EntryRecord, _ right: EntryRecord, _ folded: UnsafeBufferPointer<UInt32>,
    _ spellings: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.key != right.key { return left.key < right.key }
    let common = Int(min(left.foldedCount, right.foldedCount))
    var index = min(3, common)
    while index < common {
      let one = folded[Int(left.foldedStart) + index]
      let other = folded[Int(right.foldedStart) + index]
      if one != other { return one < other }
      index += 1
    }
    if left.foldedCount != right.foldedCount { return left.foldedCount < right.foldedCount }
    switch compareSpellings(left, right, spellings) {
    case let order where order != 0: return order < 0
    default: break
    }
    if left.group != right.group { return left.group < right.group }
    if left.payload != right.payload { return left.payload < right.payload }
    return (left.file, left.note, left.line) < (right.file, right.note, right.line)
  }

  /// Negative, zero or positive, bytewise.
  static func compareSpellings(
    _ left: EntryRecord, _ right: EntryRecord, _ spellings: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = Int(min(left.spellingCount, right.spellingCount))
    for offset in 0..<common {
      let one = spellings[Int(left.spellingStart) + offset]
      let other = spellings[Int(right.spellingStart) + offset]
      if one != other { return one < other ? -1 : 1 }
    }
    return Int(left.spellingCount - right.spellingCount)
  }
}
