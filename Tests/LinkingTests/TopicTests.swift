import Testing

@testable import Linking

/// Whom a clause without a subject of its own is about, and who only stands before the word for a relation.
@Suite struct TopicTests {
  @Test(arguments: [
    // What a body belongs to is not what the next clauses speak of.
    (
      "{Organization:青石出版社}，{Organization:河阳传媒集团}旗下的童书机构，成立于1984年。", "foundedOn",
      ["青石出版社 foundedOn 「1984年」"]
    ),
    (
      "{Organization:河阳传媒集团}旗下{Organization:青石出版社}，成立于1984年。", "foundedOn",
      ["青石出版社 foundedOn 「1984年」"]
    ),
    (
      "{Organization:河阳传媒集团}旗下有三家出版社，成立于1984年。", "foundedOn",
      ["河阳传媒集团 foundedOn 「1984年」"]
    ),
    // An apposition that begins with a place leaves the subject as it is.
    (
      "{Organization:青石纸业}，{Place:挪威}知名造纸公司，成立于1963年。", "foundedOn",
      ["青石纸业 foundedOn 「1963年」"]
    ),
    ("{Organization:青石纸业}搬走了，{Place:挪威}有一家公司，成立于1963年。", "foundedOn", []),
    // Whoever agreed is not what is spoken of.
    (
      "{Organization:青石担保公司}开门，经{Organization:河阳县金融办}批准成立，注册资本两亿元。", "metric",
      ["青石担保公司 metric 「两亿元」"]
    ),
    // Kin.
    (
      "{Person:李青川}1961年出生，{Person:王远}夫人，祖籍{Place:河阳县}。", "nativeOf",
      ["李青川 nativeOf 河阳县"]
    ),
    (
      "{Person:王远}之子{Person:王青山}，1990年生，毕业于{Organization:河阳大学}。", "alumniOf",
      ["王青山 alumniOf 河阳大学"]
    ),
    ("{Person:王远}的母亲毕业于{Organization:河阳大学}。", "alumniOf", []),
    // A place where something lies.
    (
      "{Place:青石村}地处山区，{Place:河阳河}西侧，面积12平方公里。", "metric",
      ["青石村 metric 「12平方公里」"]
    ),
  ])
  func subjects(_ text: String, _ predicate: String, _ expected: [String]) throws {
    #expect(
      try Fixtures.statements(text, predicates: [predicate], qualifiers: []) == expected, "\(text)")
  }

  /// A body before 由 is spoken of, and 由 is no part of the post; a school is nobody's employer.
  @Test(arguments: [
    (
      "{Organization:青石乳业}由董事长{Person:王远}于1988年创立。",
      [
        "王远 worksFor 青石乳业 role=创立", "王远 worksFor 青石乳业 role=董事长",
        "青石乳业 foundedOn 「1988年」",
      ]
    ),
    ("毕业于{Organization:河阳大学}的歌手{Person:王远}来了。", ["王远 alumniOf 河阳大学"]),
    ("{Organization:河阳大学}的歌手{Person:王远}来了。", ["王远 worksFor 河阳大学 role=歌手"]),
  ])
  func bodiesBeforePosts(_ text: String, _ expected: [String]) throws {
    #expect(
      try Fixtures.statements(text, predicates: ["worksFor", "foundedOn", "alumniOf"]) == expected)
  }

  /// A name may be told in long brackets before what is said of it.
  @Test func longAside() throws {
    let aside = "（Qingshi Research Centre of the Heyang University Business School, QRC）"
    #expect(
      try Fixtures.statements("{Organization:青石研究中心}\(aside)成立于2014年。") == [
        "青石研究中心 foundedOn 「2014年」"
      ])
  }
}
