import Lexicon
import Testing

@Suite struct LexiconTests {
  @Test func weighsWordsByFrequency() throws {
    let lexicon = try SeedFolder([
      "dictionary/words.tsv": "word\tfrequency\tpos\n上\t1\tf\n上\t2\tv\n下\t1\tf\n"
    ]).open()
    let senses = lexicon.senses(of: "上")
    #expect(senses.map { lexicon.name(of: $0.group) } == ["word.f", "word.v"])
    #expect(abs(senses[0].weight - -1.3862944) < 1e-6)
    #expect(abs(senses[1].weight - -0.6931472) < 1e-6)
  }

  @Test func readsWeights() throws {
    let lexicon = try SeedFolder([
      "dictionary/a.tsv": "entry\tgroup\tweight\tnote\n甲\tg\t-2.5\t\n",
      "dictionary/b.tsv": "entry\tgroup\tweight\tnote\n甲\tg\t1e1\t\n",
    ]).open()
    // Files may repeat each other; the greater weight holds.
    #expect(lexicon.senses(of: "甲").map(\.weight) == [10])
  }

  @Test func groupsAreNumberedByName() throws {
    let lexicon = try SeedFolder([
      "dictionary/a.tsv": SeedFolder.entries([("甲", "b"), ("乙", "head.x"), ("丙", "a")]),
      "dictionary/b.tsv": SeedFolder.entries([("甲", "head.a")]),
    ]).open()
    let names = (0..<lexicon.groupCount).map { lexicon.name(of: GroupID(rawValue: UInt16($0))) }
    #expect(names == ["a", "b", "head.a", "head.x", "user.Person", "user.not-a-name"])
    #expect(lexicon.group(named: "head.x") == GroupID(rawValue: 3))
    #expect(lexicon.group(named: "head") == nil)
    #expect(lexicon.groups(withPrefix: "head.").map(\.rawValue) == [2, 3])
    #expect(lexicon.groups(withPrefix: "z") == [])
    let entries = lexicon.entries(inGroupsWithPrefix: "head.").map { "\($0.group) \($0.entry)" }
    #expect(entries == ["head.a 甲", "head.x 乙"])
  }

  static let divisions = """
    # code name short level former
    code\tname\tshort\tlevel\tformer
    11\t北京市\t北京\t1\t北平
    110101\t东城区\t\t3\t
    140000\t山西省\t山西\t1\t
    140800\t运城市\t运城\t2\t河东;安邑
    140823\t闻喜县\t闻喜\t3\t
    140823100\t桐城镇\t桐城镇\t4\t
    140823100201\t中庄村\t中庄\t5\t

    """

  @Test func knowsDivisions() throws {
    let lexicon = try SeedFolder(["dictionary/divisions.tsv": Self.divisions]).open()
    #expect(lexicon.divisionCount == 7)
    #expect(
      lexicon.division(4)
        == Division(code: "140823", name: "闻喜县", shortName: "闻喜", level: .county, parent: 3))
    #expect(lexicon.division(1).shortName == "东城区")
    #expect((0..<7).map { lexicon.divisionParent($0) } == [nil, 0, nil, 2, 3, 4, 5])
    #expect(lexicon.divisionLevel(6) == .village)
    #expect(lexicon.divisions(named: "安邑") == [3])
    #expect(lexicon.divisions(named: "闻喜") == [4])
    #expect(lexicon.divisions(named: "太原") == [])
    #expect(
      lexicon.described("运城市闻喜县桐城镇") == [
        "0..<2 division-short.prefecture", "0..<3 division.prefecture",
        "3..<5 division-short.county", "3..<6 division.county", "6..<9 division.township",
      ])
    #expect(lexicon.described("北平") == ["0..<2 division-former.province"])
  }

  @Test func divisionsOfOneNameAreAllKnown() throws {
    let lexicon = try SeedFolder([
      "dictionary/divisions.tsv": """
      code\tname\tshort\tlevel\tformer
      11\t甲省\t甲\t1\t
      1101\t城区\t\t2\t
      1102\t城区\t\t2\t

      """
    ]).open()
    #expect(lexicon.divisions(named: "城区") == [1, 2])
    #expect(lexicon.senses(of: "城区").map(\.payload) == [1, 2])
  }
}
