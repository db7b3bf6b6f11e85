import Foundation

/// Reads the dictionaries: `traditional.tsv`, `words.tsv` and `divisions.tsv` have columns of their
/// own, every other file lists entries with their group.
struct DictionaryReader {
  /// The facts of all files.
  private(set) var collector: EntryCollector
  /// The divisions in the order of their table.
  private(set) var divisions = DivisionTable()
  /// What was wrong so far.
  private(set) var faults: [SeedFault] = []

  /// Reads `files`, of which `traditional.tsv` decides how all others are folded.
  init(_ files: [SeedFiles.File]) {
    var folding = Folding()
    for file in files where file.path == "dictionary/traditional.tsv" {
      faults += Self.readTraditional(file, into: &folding)
    }
    collector = EntryCollector(folding: folding)
    for file in files {
      switch file.path {
      case "dictionary/traditional.tsv": break
      case "dictionary/words.tsv": readWords(file)
      case "dictionary/divisions.tsv":
        faults += divisions.read(file, into: &collector)
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
      if let problem = Self.problem(ofGroup: group) { return table.report(row.line, problem) }
      let weightText = row.text(2)
      guard let weight = weightText.isEmpty ? 0 : Self.number(weightText) else {
        return table.report(
          row.line, "“\(weightText)” is not a number, expected a weight or nothing")
      }
      let problem = collector.add(
        row.utf8(0), group: collector.number(ofGroup: group), weight: weight, file: number,
        line: row.line)
      if let problem { table.report(row.line, problem) }
    }
    faults += table.faults
  }

  /// `word frequency pos`; weights are ln(frequency / sum of frequencies).
  private mutating func readWords(_ file: SeedFiles.File) {
    var total = 0.0
    var rows = TableReader(file: file.file, header: ["word", "frequency", "pos"])
    rows.read(file.bytes.buffer) { table, row in
      guard let frequency = Self.frequency(row.utf8(1)), frequency > 0 else {
        return table.report(
          row.line, "“\(row.text(1))” is not a frequency, expected a whole number above 0")
      }
      total += Double(frequency)
    }
    faults += rows.faults
    let number = collector.number(ofFile: file.file)
    var table = TableReader(file: file.file, header: rows.header, mustBeSorted: false)
    var later: [SeedFault] = []
    table.read(file.bytes.buffer) { table, row in
      guard let frequency = Self.frequency(row.utf8(1)), frequency > 0 else { return }
      let group = "word." + row.text(2)
      var problem = Self.problem(ofGroup: group)
      if problem == nil {
        problem = collector.add(
          row.utf8(0), group: collector.number(ofGroup: group),
          weight: Float(log(Double(frequency) / total)), file: number, line: row.line)
      }
      if let problem { later.append(SeedFault(file: file.file, line: row.line, message: problem)) }
    }
    faults += later
  }

  /// `traditional simplified`, one character each.
  private static func readTraditional(
    _ file: SeedFiles.File, into folding: inout Folding
  ) -> [SeedFault] {
    var table = TableReader(file: file.file, header: ["traditional", "simplified"])
    var pairs: [UInt32: UInt32] = [:]
    var lines: [UInt32: Int] = [:]
    table.read(file.bytes.buffer) { table, row in
      let texts = [row.text(0), row.text(1)].map { Array($0.unicodeScalars) }
      guard texts.allSatisfy({ $0.count == 1 }), texts[0] != texts[1] else {
        return table.report(row.line, "expected two different characters")
      }
      let (from, to) = (texts[0][0].value, texts[1][0].value)
      if let line = lines[from] {
        return table.report(row.line, "duplicate: “\(texts[0][0])” stands already in line \(line)")
      }
      pairs[from] = to
      lines[from] = row.line
    }
    for scalar in folding.add(pairs) {
      table.report(lines[scalar] ?? 0, "folds in a circle back to itself")
    }
    return table.faults
  }

  /// What is wrong with a group's name: words of letters, digits and hyphens joined by dots.
  private static func problem(ofGroup group: String) -> String? {
    if group.isEmpty { return "empty group" }
    let dot = UInt8(ascii: ".")
    var previous = dot
    var isWellFormed = true
    for byte in group.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        break
      case dot where previous != dot: break
      default: isWellFormed = false
      }
      previous = byte
    }
    if isWellFormed, previous != dot { return nil }
    return "“\(group)” is not a group, expected words joined by dots such as head.company"
  }

  private static func number(_ text: String) -> Float? {
    guard let value = Float(text), value.isFinite else { return nil }
    return value
  }

  private static func frequency(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(digit &- 0x30)
    }
    return value
  }
}
