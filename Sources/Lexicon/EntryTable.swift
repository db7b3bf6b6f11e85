/// A sense as it is stored: three words, read with one cache line.
@usableFromInline
struct SenseRecord {
  @usableFromInline var group: UInt32
  @usableFromInline var weight: Float
  @usableFromInline var payload: UInt32

  init(group: UInt32, weight: Float, payload: UInt32) {
    self.group = group
    self.weight = weight
    self.payload = payload
  }
}

/// The sorted facts of all dictionaries: each folded entry once with its senses, each spelling
/// once, and which spellings a group has.
struct EntryTable {
  /// Folded scalars of all entries, one after the other.
  private(set) var scalars: [UInt32] = []
  /// Entry i has `scalars[entryStarts[i]..<entryStarts[i + 1]]`.
  private(set) var entryStarts: [Int32] = [0]
  /// Entry i has `senses[senseStarts[i]..<senseStarts[i + 1]]`.
  private(set) var senseStarts: [Int32] = [0]
  private(set) var senses: [SenseRecord] = []
  /// Spelling i has `spellingText[spellingStarts[i]..<spellingStarts[i + 1]]`.
  private(set) var spellingStarts: [UInt32] = [0]
  private(set) var spellingText: [UInt8] = []
  /// Group g has the spellings `groupSpellings[groupStarts[g]..<groupStarts[g + 1]]`.
  private(set) var groupStarts: [UInt32] = []
  private(set) var groupSpellings: [UInt32] = []
  /// Facts stated twice.
  private(set) var faults: [SeedFault] = []

  /// Number of folded entries.
  var count: Int { entryStarts.count - 1 }

  /// Builds the table from collected facts, which it sorts.
  init(_ collector: inout EntryCollector) {
    collector.sort()
    scalars.reserveCapacity(collector.folded.count)
    spellingText.reserveCapacity(collector.spellings.count)
    senses.reserveCapacity(collector.records.count)
    let pairs = collector.records.withUnsafeBufferPointer { records in
      collector.folded.withUnsafeBufferPointer { folded in
        collector.spellings.withUnsafeBufferPointer { spellings in
          addEntries(records, folded, spellings, files: collector.files)
        }
      }
    }
    indexGroups(pairs, groupCount: collector.groups.count)
  }

  /// Walks the sorted records; returns (group, spelling) pairs.
  private mutating func addEntries(
    _ records: UnsafeBufferPointer<EntryRecord>, _ folded: UnsafeBufferPointer<UInt32>,
    _ spellings: UnsafeBufferPointer<UInt8>, files: [String]
  ) -> [(group: UInt16, spelling: UInt32)] {
    var pairs: [(group: UInt16, spelling: UInt32)] = []
    pairs.reserveCapacity(records.count)
    for index in records.indices {
      let record = records[index]
      let previous = index > 0 ? records[index - 1] : nil
      let isSameSpelling = previous.map {
        $0.spellingCount == record.spellingCount
          && EntryCollector.compareSpellings($0, record, spellings) == 0
      }
      if isSameSpelling != true { addSpelling(of: record, spellings) }
      let spelling = UInt32(spellingStarts.count - 2)
      if let previous, isSameSpelling == true, previous.group == record.group {
        if Self.isSameFact(previous, record) {
          reportDuplicate(record, previous, spellings, files)
          continue
        }
      } else {
        pairs.append((record.group, spelling))
      }
      if previous.map({ Self.isSameEntry($0, record, folded) }) != true {
        addEntry(of: record, folded)
      }
      addSense(of: record, spelling: spelling)
    }
    return pairs
  }

  /// Whether two records of one spelling and group say the same in one file. Files may overlap: a
  /// derived table need not know what another one or an editor adds.
  private static func isSameFact(_ left: EntryRecord, _ right: EntryRecord) -> Bool {
    left.file == right.file && left.payload == right.payload && left.note == right.note
  }

  private static func isSameEntry(
    _ left: EntryRecord, _ right: EntryRecord, _ folded: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    guard left.key == right.key, left.foldedCount == right.foldedCount else { return false }
    var index = 3
    while index < Int(left.foldedCount) {
      guard folded[Int(left.foldedStart) + index] == folded[Int(right.foldedStart) + index] else {
        return false
      }
      index += 1
    }
    return true
  }

  private mutating func addSpelling(
    of record: EntryRecord, _ spellings: UnsafeBufferPointer<UInt8>
  ) {
    let range = Int(record.spellingStart)..<Int(record.spellingStart + record.spellingCount)
    spellingText.append(contentsOf: UnsafeBufferPointer(rebasing: spellings[range]))
    spellingStarts.append(UInt32(spellingText.count))
  }

  private mutating func addEntry(of record: EntryRecord, _ folded: UnsafeBufferPointer<UInt32>) {
    let range = Int(record.foldedStart)..<Int(record.foldedStart + record.foldedCount)
    scalars.append(contentsOf: UnsafeBufferPointer(rebasing: folded[range]))
    entryStarts.append(Int32(scalars.count))
    senseStarts.append(Int32(senses.count))
  }

  /// Adds a sense to the last entry; two spellings of one entry in one group share the better one.
  private mutating func addSense(of record: EntryRecord, spelling: UInt32) {
    let isOwn = record.payload == EntryRecord.noPayload
    let payload = isOwn ? spelling : record.payload
    let group = UInt32(record.group)
    let first = Int(senseStarts[senseStarts.count - 2])
    for index in first..<senses.count where senses[index].group == group {
      guard isOwn || senses[index].payload == payload else { continue }
      if record.weight > senses[index].weight { senses[index].weight = record.weight }
      return
    }
    senses.append(SenseRecord(group: group, weight: record.weight, payload: payload))
    senseStarts[senseStarts.count - 1] = Int32(senses.count)
  }

  private mutating func reportDuplicate(
    _ record: EntryRecord, _ previous: EntryRecord, _ spellings: UnsafeBufferPointer<UInt8>,
    _ files: [String]
  ) {
    let range = Int(record.spellingStart)..<Int(record.spellingStart + record.spellingCount)
    let text = String(decoding: spellings[range], as: UTF8.self)
    faults.append(
      SeedFault(
        file: files[Int(record.file)], line: Int(record.line),
        message: "duplicate: “\(text)” has this group already in line \(previous.line)"))
  }

  private mutating func indexGroups(
    _ pairs: [(group: UInt16, spelling: UInt32)], groupCount: Int
  ) {
    var counts = [UInt32](repeating: 0, count: groupCount + 1)
    for pair in pairs { counts[Int(pair.group) + 1] += 1 }
    for group in 0..<groupCount { counts[group + 1] += counts[group] }
    groupStarts = counts
    groupSpellings = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      groupSpellings[Int(counts[Int(pair.group)])] = pair.spelling
      counts[Int(pair.group)] += 1
    }
  }
}
