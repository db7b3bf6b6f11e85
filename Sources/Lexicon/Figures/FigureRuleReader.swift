import Foundation

extension FigureRules {
  /// Columns of the file.
  private static let header = [
    "check", "name", "unit", "per-name", "per-unit", "least", "most", "note",
  ]

  /// Reads `figures.tsv` of a seeds folder; a folder without it has no rules.
  ///
  /// - Throws: ``SeedFaults`` with every fault of the file.
  public static func read(seeds: URL) throws(SeedFaults) -> FigureRules {
    let path = seeds.appendingPathComponent("figures.tsv").relativePath
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    var table = TableReader(file: path, header: header, mustBeSorted: false)
    var rows: [FigureRule] = []
    do {
      let bytes = try StoredBytes(mapping: path)
      table.read(bytes.buffer) { table, row in
        if let rule = rule((0..<8).map { row.text($0) }, row.line, &table) { rows.append(rule) }
      }
    } catch {
      throw SeedFaults([
        SeedFault(file: path, line: 0, message: "cannot be read: \(error.reason)")
      ])
    }
    guard table.faults.isEmpty else { throw SeedFaults(table.faults) }
    return FigureRules(rows)
  }

  private static func rule(
    _ texts: [String], _ line: Int, _ table: inout TableReader
  ) -> FigureRule? {
    guard let check = FigureRule.Check(rawValue: texts[0]) else {
      let known = TableReader.quoted(FigureRule.Check.allCases.map(\.rawValue))
      table.report(line, "unknown check “\(texts[0])”, expected one of \(known)")
      return nil
    }
    var numbers: [Double?] = []
    for text in texts[5...6] {
      let number = Double(text)
      if number == nil, !text.isEmpty { table.report(line, "“\(text)” is not a number") }
      numbers.append(number)
    }
    if let problem = problem(check, texts) { table.report(line, problem) }
    func words(_ column: Int) -> [String] {
      texts[column].split(separator: "|").map(String.init)
    }
    return FigureRule(
      check: check, names: words(1), units: words(2), otherNames: words(3), otherUnits: words(4),
      least: numbers[0], most: numbers[1], note: texts[7], line: line)
  }

  /// What a check cannot do without.
  private static func problem(_ check: FigureRule.Check, _ texts: [String]) -> String? {
    let name = check.rawValue
    switch check {
    case .bound, .ratio, .beside:
      if texts[5].isEmpty && texts[6].isEmpty { return "“\(name)” needs least or most" }
    case .price, .pace, .rate:
      if texts[6].isEmpty { return "“\(name)” needs most" }
      if texts[1].isEmpty, check != .pace { return "“\(name)” needs a name" }
    case .part:
      if texts[1].isEmpty { return "“\(name)” needs a name" }
    case .unit:
      if texts[1].isEmpty || texts[2].isEmpty || texts[6].isEmpty {
        return "“\(name)” needs name, unit and most"
      }
    }
    return nil
  }
}
