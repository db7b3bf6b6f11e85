import Foundation
import Lexicon
import SeededNumbers
import Testing

@Suite struct UserDictionaryTests {
  func folder() throws -> SeedFolder {
    try SeedFolder([
      "dictionary/names.tsv": SeedFolder.entries([
        ("东方红", "word.n"), ("东方", "word.n"), ("红", "word.a"),
      ]),
      "dictionary/traditional.tsv": "traditional\tsimplified\n東\t东\n",
    ])
  }

  @Test func liesOverTheSeeds() throws {
    let folder = try folder()
    let names = try folder.write(
      "user.tsv",
      "name\ttype\tnote\n东方红\tPerson\t厂名\n方\tnot-a-name\t\n方红旗\tPerson\t\n東\tPerson\t\n")
    let lexicon = try folder.open(userDictionaries: [names])
    #expect(
      lexicon.described("東方红旗") == [
        "0..<1 user.Person", "0..<2 word.n", "1..<2 user.not-a-name", "0..<3 user.Person",
        "0..<3 word.n", "2..<3 word.a", "1..<4 user.Person",
      ])
    let senses = lexicon.senses(of: "东方红").map { lexicon.name(of: $0.group) }
    #expect(senses == ["user.Person", "word.n"])
    #expect(
      lexicon.entries(inGroupsWithPrefix: "user.").map { "\($0.group) \($0.entry)" }
        == [
          "user.Person 東", "user.Person 东方红", "user.Person 方红旗", "user.not-a-name 方",
        ])
  }

  @Test func changesTheFingerprint() throws {
    let folder = try folder()
    let plain = try folder.open().fingerprint
    let one = try folder.write("one.tsv", "name\ttype\tnote\n甲\tPerson\t\n")
    let same = try folder.write("same.tsv", "name\ttype\tnote\n甲\tPerson\t\n")
    let other = try folder.write("other.tsv", "name\ttype\tnote\n乙\tPerson\t\n")
    func fingerprint(_ files: URL...) throws -> UInt64 {
      try folder.open(userDictionaries: files).fingerprint
    }
    #expect(try fingerprint(one) != plain)
    #expect(try fingerprint(one) == fingerprint(same))
    #expect(try fingerprint(one) != fingerprint(other))
    #expect(try fingerprint(one, other) != fingerprint(one))
  }

  @Test func groupsExistWithoutUserDictionaries() throws {
    let lexicon = try folder().open()
    #expect(lexicon.group(named: "user.Person") != nil)
    #expect(lexicon.group(named: "user.not-a-name") != nil)
    #expect(lexicon.group(named: "user.Place") == nil)
  }

  @Test func reportsFaults() throws {
    let folder = try folder()
    let bad = try folder.write(
      "user.tsv",
      "name\ttype\tnote\n乙\tPerson\t\n甲\tCompany\t\n\tPerson\t\n乙\tPerson\t\n丙\tPerson\n")
    let headless = try folder.write("headless.tsv", "甲\tPerson\t\n")
    let absent = folder.url.appendingPathComponent("absent.tsv")
    #expect(
      try folder.faults(userDictionaries: [absent]) == [
        "absent.tsv:0: error: cannot be read: No such file or directory"
      ])
    #expect(
      try folder.faults(userDictionaries: [bad, headless]) == [
        "headless.tsv:1: error: no header, expected “name”, “type”, “note”",
        "user.tsv:3: error: unknown type “Company”, expected one of “Person”, “not-a-name”",
        "user.tsv:4: error: empty entry",
        "user.tsv:5: error: duplicate: “乙” has this group already in line 2",
        "user.tsv:6: error: 2 columns, expected 3: name, type, note",
      ])
  }

  @Test func agreesWithOneDictionaryOfBoth() throws {
    var generator = SplitMix64(seed: 7)
    func words(_ count: Int) -> Set<String> {
      Set(
        (0..<count).map { _ in
          String(
            (0..<Int.random(in: 1...4, using: &generator)).map { _ in
              "甲乙丙".randomElement(using: &generator) ?? "甲"
            })
        })
    }
    let (seeds, user) = (words(20), words(20))
    let folder = try SeedFolder([
      "dictionary/names.tsv": SeedFolder.entries(seeds.map { ($0, "g") })
    ])
    let rows = user.map { "\($0)\tPerson\t\n" }.joined()
    let file = try folder.write("user.tsv", "name\ttype\tnote\n" + rows)
    let both = try folder.open(userDictionaries: [file])
    let slow = AutomatonTests()
    for _ in 0..<50 {
      let text = String((0..<40).map { _ in "甲乙丙丁".randomElement(using: &generator) ?? "甲" })
      let scalars = Array(text.unicodeScalars)
      let found = both.described(text)
      let expected = slow.slowMatches(seeds.union(user), scalars)
      #expect(found.filter { $0.hasSuffix("g") } == slow.slowMatches(seeds, scalars))
      #expect(
        found.filter { $0.hasSuffix("Person") }.map { $0.replacing("user.Person", with: "g") }
          == slow.slowMatches(user, scalars))
      var spans: [Substring] = []
      for span in found.map({ $0.prefix { $0 != " " } }) where spans.last != span {
        spans.append(span)
      }
      #expect(spans == expected.map { $0.prefix { $0 != " " } })
    }
  }
}
