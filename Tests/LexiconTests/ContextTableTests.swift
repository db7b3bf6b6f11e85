import Lexicon
import Testing

/// The table of learned weights: read exactly, found again, its faults told.
@Suite struct ContextTableTests {
  static let header =
    "template\twhat\t"
    + ["Organization", "Person", "Place", "Project"].flatMap { type in
      ["first", "inside", "last", "alone"].map { "\(type).\($0)" }
    }.joined(separator: "\t") + "\n"

  /// A row with these cells by column, the rest empty.
  static func row(_ template: String, _ what: String, _ cells: [Int: String]) -> String {
    "\(template)\t\(what)\t" + (0..<16).map { cells[$0] ?? "" }.joined(separator: "\t") + "\n"
  }

  /// The weight in the column of that number.
  static func weight(_ row: ContextTable.Row, _ column: Int) -> Int8 {
    row[ContextTable.lane(type: column / 4, place: column % 4)]
  }

  static func packed(_ text: String) -> UInt64 {
    text.unicodeScalars.reduce(0) { $0 << 16 | UInt64($1.value) }
  }

  @Test func weightsAreFoundByWhatTheySpeakOf() throws {
    let folder = try SeedFolder([
      "dictionary/a.tsv": "entry\tgroup\tweight\tnote\n甲\tg\t\t\n",
      "weights/context.tsv": Self.header + Self.row("after1", "说", [6: "1.5", 0: "-0.25"])
        + Self.row("classes", "han comma han", [7: "0.05"])
        + Self.row("pairBefore1", "␂王", [4: "2"]) + Self.row("wordLast", "有限公司", [2: "6.35"]),
    ])
    let table = try #require(try folder.open().context)
    let say = try #require(table.block(ContextKey(.letter, packed: Self.packed("说"))))
    #expect(Self.weight(say[3], 6) == 30 && Self.weight(say[3], 0) == -5)
    #expect(Self.weight(say[2], 6) == 0)
    let classes = try #require(
      table.block(ContextKey(.classes, names: ["han", "comma", "han"])))
    #expect(Self.weight(classes[0], 7) == 1)
    let edge = try #require(table.block(ContextKey(.pair, packed: Self.packed("\u{2}王"))))
    #expect(Self.weight(edge[1], 4) == 40)
    let company = try #require(table.block(ContextKey(.word, packed: Self.packed("有限公司"))))
    #expect(Self.weight(company[2], 2) == 127)
    #expect(table.block(ContextKey(.letter, packed: Self.packed("王"))) == nil)
  }

  @Test func noWeightsNoTable() throws {
    #expect(try SeedFolder().open().context == nil)
  }

  @Test(arguments: [
    (row("nonsense", "甲", [:]), "unknown template “nonsense”"),
    (row("character", "甲", [3: "seven"]), "“seven” is no number between −6.35 and 6.35"),
    (row("character", "甲", [3: "7"]), "“7” is no number between −6.35 and 6.35"),
    (row("wordFirst", "甲乙丙丁戊", [:]), "“甲乙丙丁戊” is more than four characters"),
    (
      row("character", "甲", [0: "1"]) + row("character", "甲", [0: "2"]),
      "duplicate: “甲” has this template already"
    ),
  ])
  func faultsNameFileAndLine(rows: String, message: String) throws {
    let faults = try SeedFolder(["weights/context.tsv": Self.header + rows]).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasSuffix("error: \(message)") == true, "\(faults)")
    #expect(faults.first?.hasPrefix("weights/context.tsv:") == true)
  }
}
