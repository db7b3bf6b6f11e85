/// The administrative divisions of `divisions.tsv`.
struct DivisionTable {
  /// Records in the order of the file.
  private(set) var records: [DivisionRecord] = []
  /// Codes, names and short names, one after the other.
  private(set) var text: [UInt8] = []
  private var rows: [Row] = []
  private var indexOfCode: [UInt64: UInt32] = [:]

  private struct Row {
    let line: Int
    /// The code as a number of 12 digits.
    let code: UInt64
    let level: Division.Level
  }

  /// Names of the levels in group names, province first.
  static let levelNames = ["province", "prefecture", "county", "township", "village"]

  /// Reads `code name short level former`; names become entries whose payload is the row's index.
  mutating func read(
    _ file: SeedFiles.File, into collector: inout EntryCollector
  ) -> [SeedFault] {
    var table = TableReader(
      file: file.file, header: ["code", "name", "short", "level", "former"])
    let number = collector.number(ofFile: file.file)
    table.read(file.bytes.buffer) { table, row in
      guard let code = Self.paddedCode(row.utf8(0)) else {
        return table.report(row.line, "“\(row.text(0))” is not a code, expected 2 to 12 digits")
      }
      guard let level = UInt8(row.text(3)).flatMap(Division.Level.init) else {
        return table.report(row.line, "“\(row.text(3))” is not a level, expected 1 to 5")
      }
      if let other = indexOfCode[code] {
        return table.report(
          row.line, "duplicate code \(row.text(0)), first in line \(rows[Int(other)].line)")
      }
      for problem in addEntries(row, level, number, &collector) { table.report(row.line, problem) }
      indexOfCode[code] = UInt32(rows.count)
      rows.append(Row(line: row.line, code: code, level: level))
      addRecord(row, level)
    }
    findParents(&table)
    return table.faults
  }

  private mutating func addRecord(_ row: TableRow, _ level: Division.Level) {
    var record = DivisionRecord()
    record.level = UInt32(level.rawValue)
    record.codeStart = UInt32(text.count)
    text.append(contentsOf: row.utf8(0))
    record.nameStart = UInt32(text.count)
    text.append(contentsOf: row.utf8(1))
    record.shortStart = UInt32(text.count)
    text.append(contentsOf: row.utf8(2).isEmpty ? row.utf8(1) : row.utf8(2))
    record.end = UInt32(text.count)
    records.append(record)
  }

  /// Adds full name, short form and former names; returns what is wrong with them.
  private func addEntries(
    _ row: TableRow, _ level: Division.Level, _ file: UInt16, _ collector: inout EntryCollector
  ) -> [String] {
    let levelName = Self.levelNames[Int(level.rawValue) - 1]
    let payload = UInt32(rows.count)
    func add(_ name: UnsafeBufferPointer<UInt8>, _ prefix: String) -> String? {
      collector.add(
        name, group: collector.number(ofGroup: "\(prefix).\(levelName)"), weight: 0,
        payload: payload, file: file, line: row.line)
    }
    var problems = [add(row.utf8(1), "division")]
    let short = row.utf8(2)
    if !short.isEmpty, !short.elementsEqual(row.utf8(1)) {
      problems.append(add(short, "division-short"))
      if let level = Self.levelOfAutonomousDivision(row.utf8(1)), short.count >= 2 * level.count {
        let usual = Array(short) + level
        if !short.suffix(level.count).elementsEqual(level) {
          problems.append(usual.withUnsafeBufferPointer { add($0, "division") })
        }
      }
    }
    let former = row.utf8(4)
    if !former.isEmpty {
      for name in former.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
        problems.append(add(UnsafeBufferPointer(rebasing: name), "division-former"))
      }
    }
    return problems.compactMap { $0 }
  }

  /// 县 of 互助土族自治县, which is usually called 互助县: the last character's bytes, if 自治 stands before it.
  private static func levelOfAutonomousDivision(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let character = 3
    guard name.count > 3 * character else { return nil }
    let ending = name.suffix(3 * character)
    guard ending.prefix(2 * character).elementsEqual("自治".utf8) else { return nil }
    let level = Array(ending.suffix(character))
    return ["县", "州", "旗"].contains { level.elementsEqual($0.utf8) } ? level : nil
  }

  private mutating func findParents(_ table: inout TableReader) {
    for index in rows.indices {
      let parent = parent(of: rows[index])
      records[index].parent = parent ?? DivisionRecord.none
      if parent == nil, rows[index].level > .province {
        table.report(
          rows[index].line, "no division of a higher level has a code that begins this one")
      }
    }
  }

  /// The nearest division of a higher level whose code begins the row's.
  private func parent(of row: Row) -> UInt32? {
    // 140823100 → 140823 → 1408 → 14.
    let scales: [UInt64] = [1_000, 1_000_000, 100_000_000, 10_000_000_000]
    for scale in scales {
      guard let index = indexOfCode[row.code / scale * scale] else { continue }
      if rows[Int(index)].level < row.level { return index }
    }
    return nil
  }

  /// The code filled up with zeros to 12 digits, so that 14 and 140000 are the same.
  private static func paddedCode(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard (2...12).contains(digits.count) else { return nil }
    var value: UInt64 = 0
    for index in 0..<12 {
      let digit = index < digits.count ? digits[index] &- 0x30 : 0
      guard digit < 10 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    return value
  }
}
