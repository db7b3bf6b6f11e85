import Foundation

/// Reads the dictionaries: `traditional.tsv`, `readings.tsv`, `groups.tsv`, `words.tsv` and
/// `divisions.tsv` have columns of their own, every other file lists entries with their group.
struct DictionaryReader {
  /// The facts of all files.
  private(set) var collector: EntryCollector
  /// The divisions in the order of their table.
  private(set) var divisions = DivisionTable()
  /// What was wrong so far.
  private(set) var faults: [SeedFault] = []
  /// How characters are read.
  private(set) var readings = ReadingTable()
  private(set) var groupList = GroupList()
  /// Groups that were checked; each problem is reported where it first occurs in a file.
  private var checkedGroups: Set<String> = []

  /// Reads `files`, of which `traditional.tsv` decides how all others are folded.
  init(_ files: [SeedFiles.File]) {
    var folding = Folding()
    for file in files {
      switch file.path {
      case "dictionary/traditional.tsv": faults += folding.read(file)
      case "dictionary/readings.tsv": faults += readings.read(file)
      case "dictionary/groups.tsv": groupList = GroupList(file, faults: &faults)
      default: break
      }
    }
    collector = EntryCollector(folding: folding)
    for file in files {
      checkedGroups = []
      switch file.path {
      case "dictionary/traditional.tsv", "dictionary/readings.tsv", "dictionary/groups.tsv": break
      case "dictionary/words.tsv": readWords(file)
      case "dictionary/divisions.tsv": faults += divisions.read(file, into: &collector)
      default: readEntries(file)
      }
    }
  }

  /// `entry group weight note`.
  private mutating func readEntries(_ file: SeedFiles.File) {
    var table = TableReader(file: file.file, header: ["entry", "group", "weight", "note"])
    let number = collector.number(ofFile: file.file)
    table.read(file.bytes.buffer) { table, row in
      let group = row.text(1)
      if let problem = problem(ofGroup: group) { table.report(row.line, problem) }
      let weightText = row.text(2)
      let weight = weightText.isEmpty ? 0 : Self.number(weightText)
      if weight == nil {
        table.report(
          row.line, "“\(weightText)” is not a number, expected a weight or nothing")
      }
      let problem = collector.add(
        row.utf8(0), group: collector.number(ofGroup: group), weight: weight ?? 0,
        note: row.utf8(3), file: number, line: row.line)
      if let problem { table.report(row.line, problem) }
    }
    faults += table.faults
  }

  /// `word frequency pos`; weights are ln(frequency / sum of frequencies).
  private mutating func readWords(_ file: SeedFiles.File) {
    var total = 0.0
    var sums = TableReader(file: file.file, header: ["word", "frequency", "pos"])
    sums.read(file.bytes.buffer) { table, row in
      if let frequency = Self.frequency(row.utf8(1)) {
        total += Double(frequency)
      } else {
        table.report(
          row.line, "“\(row.text(1))” is not a frequency, expected a whole number above 0")
      }
    }
    faults += sums.faults
    let number = collector.number(ofFile: file.file)
    // Shape and order were checked by the first reading.
    var table = TableReader(file: file.file, header: sums.header, mustBeSorted: false)
    table.read(file.bytes.buffer) { _, row in
      let group = "word." + row.text(2)
      let weight = Self.frequency(row.utf8(1)).map { Float(log(Double($0) / total)) } ?? 0
      let problems = [
        problem(ofGroup: group),
        collector.add(
          row.utf8(0), group: collector.number(ofGroup: group), weight: weight, file: number,
          line: row.line),
      ]
      for case let problem? in problems {
        faults.append(SeedFault(file: file.file, line: row.line, message: problem))
      }
    }
  }

  private mutating func problem(ofGroup group: String) -> String? {
    if checkedGroups.contains(group) { return nil }
    checkedGroups.insert(group)
    return groupList.problem(of: group)
  }

  private static func number(_ text: String) -> Float? {
    guard let value = Float(text), value.isFinite else { return nil }
    return value
  }

  /// A whole number above 0 of at most 15 digits.
  private static func frequency(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(digit &- 0x30)
    }
    return value > 0 ? value : nil
  }
}
