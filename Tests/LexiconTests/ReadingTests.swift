import Seeds
import Testing

@testable import Lexicon

@Suite struct ReadingTests {
  @Test(arguments: ["zhong", "a", "er", "lv", "nve", "shuang", "yuan", "o", "xiong"])
  func `a syllable is its initial and its final`(spelling: String) throws {
    let syllable = try #require(Syllable(spelling.utf8))
    let number = syllable.rawValue
    let spelled = Syllable.initials[Int(number / 64)] + Syllable.finals[Int(number % 64)]
    #expect(String(decoding: spelled, as: UTF8.self) == spelling)
    #expect(syllable.firstLetter == spelling.utf8.first)
  }

  @Test(arguments: ["", "zh", "xinn", "h1", "ü", "vv", "ing g"])
  func `anything else is none`(spelling: String) {
    #expect(Syllable(spelling.utf8) == nil)
  }

  @Test(arguments: ["z", "zh", "x", "xi", "xin", "a", "an", "l", "lv", "zho", "b", "er", "yua"])
  func `syllables with one beginning are a range`(beginning: String) throws {
    let range = try #require(Syllable.numbers(beginningWith: beginning.utf8))
    for (initial, letters) in Syllable.initials.enumerated() {
      for (final, rest) in Syllable.finals.enumerated() {
        let spelling = String(decoding: letters + rest, as: UTF8.self)
        let number = try #require(Syllable(spelling.utf8)).rawValue
        guard number == UInt16(initial * 64 + final) else { continue }
        #expect(range.contains(number) == spelling.hasPrefix(beginning), "\(spelling)")
      }
    }
  }

  @Test func `readings are read from the table and folded characters have them`() throws {
    let folder = try SeedFolder([
      "dictionary/readings.tsv": "character\treadings\n庆\tqing\n重\tzhong chong\n"
    ])
    let lexicon = try folder.open()
    #expect(lexicon.readings(of: "重").map(\.firstLetter) == Array("zc".utf8))
    #expect(Array(lexicon.readings(of: "山")).isEmpty)
    #expect(Array(lexicon.readings(of: "a")).isEmpty)
    let before = lexicon.namesFingerprint
    try folder.write("dictionary/readings.tsv", "character\treadings\n庆\tqing\n")
    #expect(try folder.open().namesFingerprint != before)
  }

  @Test func `faults of the table are named`() throws {
    let folder = try SeedFolder([
      "dictionary/readings.tsv":
        "character\treadings\na\ta\n庆\t\n庆\tqing1\n重\tzhong\n重\tzhong chong\n"
    ])
    #expect(
      try folder.faults() == [
        "dictionary/readings.tsv:2: error: expected one Chinese character",
        "dictionary/readings.tsv:3: error: expected one to 5 syllables of pinyin without tones",
        "dictionary/readings.tsv:4: error: expected one to 5 syllables of pinyin without tones",
        "dictionary/readings.tsv:6: error: duplicate: “重” has readings already",
      ])
  }

  @Test(arguments: [
    ("重", "chong"), ("单", "shan"), ("曾", "zeng"), ("解", "xie"), ("仇", "qiu"), ("洞", "tong"),
    ("乐", "yue"), ("六", "lu"), ("厦", "xia"), ("行", "hang"), ("吕", "lv"), ("尉", "yu"),
  ])
  func `the seeds know readings of names`(character: String, reading: String) throws {
    let lexicon = try Lexicon.open(seeds: #require(Seeds.bundledDirectory()))
    let scalar = try #require(character.unicodeScalars.first)
    #expect(lexicon.readings(of: scalar).contains(try #require(Syllable(reading.utf8))))
  }
}
