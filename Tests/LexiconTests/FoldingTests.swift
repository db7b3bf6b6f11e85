import Lexicon
import Testing

@Suite struct FoldingTests {
  static let traditional = "traditional\tsimplified\n乾\t干\n亁\t乾\n縣\t县\n臺\t台\n颱\t台\n"

  func lexicon(_ entries: [(String, String)]) throws -> Lexicon {
    try SeedFolder([
      "dictionary/traditional.tsv": Self.traditional,
      "dictionary/names.tsv": SeedFolder.entries(entries),
    ]).open()
  }

  @Test(arguments: [
    ("台县", ["0..<2 g"]), ("臺縣", ["0..<2 g"]), ("颱县", ["0..<2 g"]), ("台悬", []),
    ("干城", ["0..<2 t"]), ("乾城", ["0..<2 t"]), ("亁城", ["0..<2 t"]),
    ("A座(东)", ["0..<5 w"]), ("Ａ座（东）", ["0..<5 w"]), ("a座(东)", []),
    ("a　b", ["0..<3 s"]), ("a b", ["0..<3 s"]),
  ])
  func spellingsMatch(text: String, expected: [String]) throws {
    let lexicon = try lexicon([
      ("臺县", "g"), ("乾城", "t"), ("Ａ座(东）", "w"), ("a b", "s"),
    ])
    #expect(lexicon.described(text) == expected)
    #expect(lexicon.senses(of: text).count == expected.count)
  }

  @Test func foldsScalars() throws {
    let lexicon = try lexicon([])
    #expect(lexicon.folded("縣") == "县")
    #expect(lexicon.folded("亁") == "干")
    #expect(lexicon.folded("Ａ") == "A")
    #expect(lexicon.folded("，") == ",")
    #expect(lexicon.folded("\u{3000}") == " ")
    #expect(lexicon.folded("县") == "县")
    #expect(lexicon.folded("\u{10FFFF}") == "\u{10FFFF}")
  }

  @Test func spellingsOfOneEntryShareSenses() throws {
    let lexicon = try lexicon([("台县", "g"), ("臺縣", "g"), ("臺縣", "h")])
    #expect(lexicon.described("台县") == ["0..<2 g", "0..<2 h"])
    #expect(lexicon.entries(inGroupsWithPrefix: "g").map(\.entry) == ["台县", "臺縣"])
  }

  @Test func tableMayBeAbsent() throws {
    let folder = try SeedFolder(["dictionary/a.tsv": SeedFolder.entries([("臺", "g")])])
    #expect(try folder.open().described("臺台") == ["0..<1 g"])
  }
}
