import Foundation
import Lexicon
import Testing

/// Every message an editor may see, pinned.
@Suite struct SeedFaultTests {
  static let header = "entry\tgroup\tweight\tnote\n"

  @Test(arguments: [
    // Shape of a table.
    ("", ["dictionary/a.tsv:1: error: no header, expected “entry”, “group”, “weight”, “note”"]),
    (
      "# only a comment\n",
      ["dictionary/a.tsv:1: error: no header, expected “entry”, “group”, “weight”, “note”"]
    ),
    (
      "书记\ttitle.party\t\t\n",
      ["dictionary/a.tsv:1: error: no header, expected “entry”, “group”, “weight”, “note”"]
    ),
    (
      "entry\tgrup\tweight\tnote\n书记\ttitle.party\t\t\n",
      [
        "dictionary/a.tsv:1: error: unknown column “grup”, expected “entry”, “group”, “weight”, “note”"
      ]
    ),
    (
      "entry\tgroup\tweight\n",
      [
        "dictionary/a.tsv:1: error: missing column “note”, expected “entry”, “group”, “weight”, “note”"
      ]
    ),
    (
      "group\tentry\tweight\tnote\n",
      [
        "dictionary/a.tsv:1: error: columns out of order, expected “entry”, “group”, “weight”, “note”"
      ]
    ),
    (
      header + "书记\ttitle.party\t\n书记\ttitle.party\t\t\t\n",
      [
        "dictionary/a.tsv:2: error: 3 columns, expected 4: entry, group, weight, note",
        "dictionary/a.tsv:3: error: 5 columns, expected 4: entry, group, weight, note",
      ]
    ),
    // Order and repetition.
    (
      header + "乙\tg\t\t\n甲\tg\t\t\n丙\tg\t\t\n",
      [
        "dictionary/a.tsv:4: error: not sorted: comes before line 3 in bytewise order (LC_ALL=C sort)"
      ]
    ),
    (
      header + "甲\tg\t\t\n甲\tg\t\t\n甲\th\t\t\n",
      ["dictionary/a.tsv:3: error: duplicate: “甲” has this group already in line 2"]
    ),
    (
      header + "甲\tg\t\t\n甲\tg\t1\t\n",
      ["dictionary/a.tsv:3: error: duplicate: “甲” has this group already in line 2"]
    ),
    // Values.
    (header + "\tg\t\t\n", ["dictionary/a.tsv:2: error: empty entry"]),
    (header + " 甲\tg\t\t\n", ["dictionary/a.tsv:2: error: entry “ 甲” begins or ends with a space"]),
    (header + "甲 \tg\t\t\n", ["dictionary/a.tsv:2: error: entry “甲 ” begins or ends with a space"]),
    (
      header + String(repeating: "甲", count: 201) + "\tg\t\t\n",
      ["dictionary/a.tsv:2: error: entry of 201 characters, the longest allowed is 200"]
    ),
    (
      header + "甲\tg\t1,5\t\n乙\tg\tnan\t\n",
      [
        "dictionary/a.tsv:2: error: “1,5” is not a number, expected a weight or nothing",
        "dictionary/a.tsv:3: error: not sorted: comes before line 2 in bytewise order (LC_ALL=C sort)",
        "dictionary/a.tsv:3: error: “nan” is not a number, expected a weight or nothing",
      ]
    ),
    (header + "甲\t\t\t\n", ["dictionary/a.tsv:2: error: empty group"]),
    (
      header + "甲\thead..x\t\t\n",
      [
        "dictionary/a.tsv:2: error: “head..x” is not a group, expected words joined by dots such as head.company"
      ]
    ),
    (
      header + "甲\t书记\t\t\n",
      [
        "dictionary/a.tsv:2: error: “书记” is not a group, expected words joined by dots such as head.company"
      ]
    ),
  ])
  func entryTable(text: String, faults: [String]) throws {
    let found = try SeedFolder(["dictionary/a.tsv": text]).faults()
    #expect(found == faults)
  }

  @Test(arguments: [
    "# comment\n\(header)\n# one\n乙\tg\t\t\n\n# two\n甲\tg\t-1.5\tnote\n",
    "\u{FEFF}\(header)甲\tg\t\t\r\n",
    "\(header)甲\tg\t\tfirst\n甲\tg\t\tsecond\n",
    "\(header)甲\tg\t\t",
  ])
  func wellFormedTable(text: String) throws {
    let folder = try SeedFolder(["dictionary/a.tsv": text])
    #expect(try folder.faults() == [])
    #expect(try folder.open().senses(of: "甲").count == 1)
  }

  @Test func notUTF8() throws {
    let folder = try SeedFolder()
    let bytes = Array(Self.header.utf8) + [0x61, 0x09, 0xCA, 0xE9, 0x0A, 0x62]
    try folder.write("dictionary/a.tsv", Data(bytes))
    try folder.write("rules/names/r.yaml", Data([0x2D, 0x0A, 0xFF]))
    #expect(
      try folder.faults() == [
        "dictionary/a.tsv:2: error: not UTF-8", "rules/names/r.yaml:2: error: not UTF-8",
      ])
  }

  @Test(arguments: [
    (
      "words.tsv", "word\tfrequency\tpos\n一\t0\tm\n七\t1\t\n三\t-1\tm\n三\tmany\tm\n",
      [
        "dictionary/words.tsv:2: error: “0” is not a frequency, expected a whole number above 0",
        "dictionary/words.tsv:3: error: “word.” is not a group, expected words joined by dots such as head.company",
        "dictionary/words.tsv:4: error: “-1” is not a frequency, expected a whole number above 0",
        "dictionary/words.tsv:5: error: duplicate: “三” has this group already in line 4",
        "dictionary/words.tsv:5: error: “many” is not a frequency, expected a whole number above 0",
      ]
    ),
    (
      "divisions.tsv",
      """
      code\tname\tshort\tlevel\tformer
      1\t甲省\t\t1\t
      14\t山西省\t山西\t1\t晋省;
      140\t乙市\t\t9\t
      1408\t运城市\t运城\t2\t
      140800\t运城\t\t2\t
      15x\t丙省\t\t1\t
      2301\t丁市\t丁\t2\t

      """,
      [
        "dictionary/divisions.tsv:2: error: “1” is not a code, expected 2 to 12 digits",
        "dictionary/divisions.tsv:3: error: empty entry",
        "dictionary/divisions.tsv:4: error: “9” is not a level, expected 1 to 5",
        "dictionary/divisions.tsv:6: error: duplicate code 140800, first in line 5",
        "dictionary/divisions.tsv:7: error: “15x” is not a code, expected 2 to 12 digits",
        "dictionary/divisions.tsv:8: error: no division of a higher level has a code that begins this one",
      ]
    ),
    (
      "traditional.tsv", "traditional\tsimplified\n后\t后\n後\t后妃\n縣\t县\n縣\t悬\n",
      [
        "dictionary/traditional.tsv:2: error: expected two different characters",
        "dictionary/traditional.tsv:3: error: expected two different characters",
        "dictionary/traditional.tsv:5: error: duplicate: “縣” stands already in line 4",
      ]
    ),
    (
      "traditional.tsv", "traditional\tsimplified\n乾\t干\n干\t幹\n幹\t干\n",
      [
        "dictionary/traditional.tsv:2: error: folds in a circle back to itself",
        "dictionary/traditional.tsv:3: error: folds in a circle back to itself",
        "dictionary/traditional.tsv:4: error: folds in a circle back to itself",
      ]
    ),
  ])
  func specialTable(name: String, text: String, faults: [String]) throws {
    let found = try SeedFolder(["dictionary/\(name)": text]).faults()
    #expect(found == faults)
  }

  @Test func groupList() throws {
    let folder = try SeedFolder([
      "dictionary/groups.tsv": "group\tmeaning\nhead.company\t公司\nword.*\t词\n",
      "dictionary/a.tsv": SeedFolder.entries([
        ("公司", "head.compnay"), ("局", "bureau"), ("厂", "head.company"), ("社", "bureau"),
      ]),
      "dictionary/words.tsv": "word\tfrequency\tpos\n一\t5\tm\n",
    ])
    #expect(
      try folder.faults() == [
        "dictionary/a.tsv:2: error: unknown group “head.compnay”, did you mean “head.company”?",
        "dictionary/a.tsv:4: error: unknown group “bureau”, groups are listed in dictionary/groups.tsv",
      ])
    try folder.write("dictionary/a.tsv", SeedFolder.entries([("厂", "head.company")]))
    #expect(try folder.faults() == [])
  }

  @Test func missingFiles() throws {
    let nowhere = URL(fileURLWithPath: "/nowhere/seeds")
    do {
      _ = try Lexicon.open(seeds: nowhere, cacheDirectory: nowhere)
      Issue.record("opened seeds that do not exist")
    } catch let error as SeedFaults {
      #expect(
        error.description == """
          /nowhere/seeds/dictionary:0: error: no such folder of seeds
          /nowhere/seeds/ontology.yaml:0: error: cannot be read: No such file or directory
          """)
    }
  }

  @Test func reportsAllFilesAtOnce() throws {
    let folder = try SeedFolder([
      "dictionary/a.tsv": "", "dictionary/b.tsv": "x\ty\n", "ontology.yaml": "- a",
      "rules/names/n.yaml": "x: 1", "rules/relations/r.yaml": "- [",
    ])
    let found = try folder.faults()
    #expect(
      found == [
        "dictionary/a.tsv:1: error: no header, expected “entry”, “group”, “weight”, “note”",
        "dictionary/b.tsv:1: error: no header, expected “entry”, “group”, “weight”, “note”",
        "ontology.yaml:1: error: expected a map of “types” and “predicates”",
        "rules/names/n.yaml:1: error: expected a list of rules, each a map with an “id”",
        "rules/relations/r.yaml:2: error: not YAML: column 1: did not find expected node content (while parsing a flow node from line 2)",
      ])
  }
}
