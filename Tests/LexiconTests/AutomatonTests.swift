import Lexicon
import SeededNumbers
import Testing

@Suite struct AutomatonTests {
  /// What the automaton must find, found slowly.
  func slowMatches(_ entries: Set<String>, _ text: [Unicode.Scalar]) -> [String] {
    var found: [String] = []
    for end in 1...text.count {
      for start in 0..<end {
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: text[start..<end])
        if entries.contains(String(slice)) { found.append("\(start)..<\(end) g") }
      }
    }
    return found
  }

  @Test(arguments: [
    (1, "ab", 40, 6), (2, "abc", 200, 7), (3, "省市县区", 300, 5), (4, "a", 8, 9),
    (5, "天地玄黄宇宙洪荒日月盈昃", 400, 4), (6, "一𠀀b", 100, 6),
  ])
  func agreesWithSlowSearch(seed: Int, alphabet: String, size: Int, longest: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let letters = Array(alphabet.unicodeScalars)
    func randomText(_ count: Int) -> [Unicode.Scalar] {
      (0..<count).compactMap { _ in letters.randomElement(using: &generator) }
    }
    var entries: Set<String> = []
    for _ in 0..<size {
      var entry = String.UnicodeScalarView()
      entry.append(contentsOf: randomText(Int.random(in: 1...longest, using: &generator)))
      entries.insert(String(entry))
    }
    let folder = try SeedFolder([
      "dictionary/names.tsv": SeedFolder.entries(entries.map { ($0, "g") })
    ])
    let lexicon = try folder.open()
    for _ in 0..<20 {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: randomText(60))
      #expect(lexicon.described(String(text)) == slowMatches(entries, Array(text)))
    }
    for entry in entries { #expect(lexicon.senses(of: entry).count == 1) }
  }

  @Test func reportsByEndThenLongestFirst() throws {
    let folder = try SeedFolder([
      "dictionary/names.tsv": SeedFolder.entries([
        ("太原", "place"), ("太原市", "place"), ("市", "head"), ("原市场", "x"), ("市场", "y"),
      ])
    ])
    #expect(
      try folder.open().described("太原市场") == [
        "0..<2 place", "0..<3 place", "2..<3 head", "1..<4 x", "2..<4 y",
      ])
  }

  @Test func findsNothingInEmptyOrUnknownText() throws {
    let empty = try SeedFolder().open()
    #expect(empty.matches(in: "") == [])
    #expect(empty.matches(in: "太原市\u{10FFFF}a") == [])
    #expect(empty.senses(of: "").isEmpty)
    let lexicon = try SeedFolder(["dictionary/a.tsv": SeedFolder.entries([("太原", "g")])]).open()
    #expect(lexicon.matches(in: "太\u{10FFFF}原") == [])
    #expect(lexicon.senses(of: "太").isEmpty)
    #expect(lexicon.senses(of: "太原市").isEmpty)
    #expect(lexicon.senses(of: "").isEmpty)
  }
}
