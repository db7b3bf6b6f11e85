import Foundation
import Lexicon
import Testing

/// Every message an editor of corrections may see, pinned.
@Suite struct CorrectionFaultTests {
  static let header = "action\ttype\tname\tother\tdocument\tnote\n"

  @Test(arguments: [
    (
      "same\tPerson\t甲\n",
      ["corrections.tsv:2: error: 3 columns, expected 6: action, type, name, other, document, note"]
    ),
    (
      "merge\tPerson\t王园\t王远\t\t\n",
      [
        "corrections.tsv:2: error: unknown action “merge”, expected one of “same”, “different”, “not-an-entity”, “rename”, “retype”"
      ]
    ),
    (
      "same\tAnimal\t王园\t王远\t\t\n",
      ["corrections.tsv:2: error: unknown type “Animal”, expected one of “Person”"]
    ),
    (
      "same\t\t王园\t王远\t\t\n",
      ["corrections.tsv:2: error: no type; only “not-an-entity” and ids go without"]
    ),
    ("same\tPerson\t\t王远\t\t\n", ["corrections.tsv:2: error: no name"]),
    ("same\tPerson\t王园\t\t\t\n", ["corrections.tsv:2: error: “same” needs another name or id"]),
    (
      "same\tPerson\tper-0123456789ab\t王远\t\t\n",
      ["corrections.tsv:2: error: “same” needs two names or two ids, not one of each"]
    ),
    (
      "different\tPerson\t王园\t\t\t\n",
      [
        "corrections.tsv:2: error: “different” needs another name, or the document where the name is someone else"
      ]
    ),
    (
      "not-an-entity\t\t王园\t王远\t\t\n",
      ["corrections.tsv:2: error: “not-an-entity” has no other"]
    ),
    (
      "not-an-entity\t\tper-0123456789ab\t\t\t\n",
      ["corrections.tsv:2: error: “not-an-entity” needs the name as printed, not an id"]
    ),
    (
      "rename\tPerson\t王园\tper-0123456789ab\t\t\n",
      ["corrections.tsv:2: error: “rename” needs the new name as other"]
    ),
    (
      "retype\tPerson\t王园\tAnimal\t\t\n",
      ["corrections.tsv:2: error: unknown type “Animal”, expected one of “Person”"]
    ),
    (
      "same\tPerson\t王园\t王园\t\t\n",
      ["corrections.tsv:2: error: “王园” and “王园” are the same name"]
    ),
    (
      "same\tPerson\t王园\t王远\t\t\nrename\tPerson\t王园\t王原\t\t\n",
      ["corrections.tsv:3: error: “王园” is corrected by “same” already in corrections.tsv:2"]
    ),
    (
      "different\tPerson\t王园\t王远\t\t\nsame\tPerson\t王远\t王园\t\t\n",
      ["corrections.tsv:3: error: “王远” is corrected by “different” already in corrections.tsv:2"]
    ),
    (
      "same\tPerson\t甲一\t乙一\t\t\nsame\tPerson\t乙一\t丙一\t\t\nsame\tPerson\t丙一\t甲一\t\t\n",
      ["corrections.tsv:4: error: “甲一” leads back to “丙一”"]
    ),
    // All at once.
    (
      "merge\tPerson\t甲\t乙\t\t\nsame\tPerson\t\t乙\t\t\n",
      [
        "corrections.tsv:2: error: unknown action “merge”, expected one of “same”, “different”, “not-an-entity”, “rename”, “retype”",
        "corrections.tsv:3: error: no name",
      ]
    ),
  ])
  func fault(_ rows: String, _ expected: [String]) throws {
    let folder = try SeedFolder(["corrections.tsv": Self.header + rows])
    #expect(try folder.faults() == expected)
  }

  @Test(arguments: [
    "same\tPerson\t王园\t王远\t\t\nsame\tPerson\t王园\t王原\tpage\t\n",
    "different\t\tper-0123456789ab\tper-ba9876543210\t\t\n",
    "different\tPerson\t王园\t\tpage\tsomeone else\n",
    "# a comment\nnot-an-entity\t\t王园\t\t\t\nretype\tPerson\t王远\tPerson\t\t\n",
    "rename\t\tper-0123456789ab\t王远\t\t\n",
  ])
  func sound(_ rows: String) throws {
    let folder = try SeedFolder(["corrections.tsv": Self.header + rows])
    #expect(try folder.faults() == [])
    #expect(try folder.open().corrections.first?.file == "corrections.tsv")
  }

  @Test func `a changed file changes the fingerprint and no compiled dictionary`() throws {
    let folder = try SeedFolder()
    let without = try folder.open().fingerprint
    try folder.write("corrections.tsv", Self.header)
    let empty = try folder.open().fingerprint
    try folder.write("corrections.tsv", Self.header + "same\tPerson\t王园\t王远\t\t\n")
    let full = try folder.open().fingerprint
    #expect(Set([without, empty, full]).count == 3)
    let compiled = try FileManager.default.contentsOfDirectory(atPath: folder.cache.path)
    #expect(compiled.count == 1)
  }

  @Test func `a user's file comes behind the seeds' and is told by its path`() throws {
    let folder = try SeedFolder(["corrections.tsv": Self.header])
    let file = try folder.write("mine.tsv", Self.header + "same\tPerson\t王园\t王远\t\t\n")
    let lexicon = try Lexicon.open(
      seeds: folder.url, corrections: [file], cacheDirectory: folder.cache)
    #expect(lexicon.corrections.map(\.file) == ["mine.tsv"])
    #expect(lexicon.fingerprint != (try folder.open().fingerprint))
    let missing = folder.url.appendingPathComponent("none.tsv")
    let error = #expect(throws: SeedFaults.self) {
      try Lexicon.open(seeds: folder.url, corrections: [missing], cacheDirectory: folder.cache)
    }
    #expect(
      error?.description
        == "\(missing.path):0: error: cannot be read: No such file or directory")
  }
}
