import NewsText
import Testing

@testable import Recognition

@Suite struct HealthOfRules {
  static func health(_ text: String, _ recogniser: Recogniser? = nil) throws -> RuleHealth {
    let recogniser = try recogniser ?? Fixtures.recogniser.get()
    return recogniser.health(of: WhatSpokeForAName.page(text)).health
  }

  @Test(arguments: WhatSpokeForAName.sentences + ["", "。"])
  func everyProposalEndsSomewhere(text: String) throws {
    let recogniser = try Fixtures.recogniser.get()
    let (articles, health) = recogniser.health(of: WhatSpokeForAName.page(text))
    for (name, tally) in health.rules.merging(health.groups, uniquingKeysWith: { left, _ in left })
    {
      #expect(tally.fired > 0)
      #expect(tally.lost == tally.lostTo.values.reduce(0, +), "\(name)")
      #expect((tally.topRival == nil) == (tally.lost == 0))
    }
    #expect(
      health.rules.values.reduce(0) { $0 + $1.won }
        == articles.reduce(0) { $0 + $1.mentions.count })
    #expect(
      articles.flatMap(\.mentions).map(\.span)
        == recogniser.recognise(Article(paragraph: text)).mentions.map(\.span))
  }

  @Test func aNameLosesToAWord() throws {
    let health = try Self.health("早高峰时段乘公交的人多。")
    let person = try #require(health.rules["person.chinese"])
    #expect(person.won == 0)
    #expect(person.topRival?.name == "word.*")
    #expect(health.rules["organisation.company"] == nil)
    #expect(health.groups["surname"]?.won == 0)
  }

  @Test func aLongerNameOfTheSameRuleIsNoLoss() throws {
    let health = try Self.health("山西岚禾新材料科技有限公司扩建厂房。")
    let company = try #require(health.rules["organisation.company"])
    #expect(company.won == 1)
    #expect(company.yielded > 0)
    #expect(company.lost == 0)
    #expect((health.groups["head.company"]?.won ?? 0) > 0)
  }

  @Test(arguments: [
    ("村民孙大山说，水电都通了。", "surname", 1), ("村民孙大山说，水电都通了。", "title.kind", 1),
    ("村民孙大山说，水电都通了。", "cue.speech", 1), ("技术员来到田里。", "cue.speech", 0),
    ("山西的苹果熟了。", "division-short.province", 1),
    ("弗拉基米尔·伊万诺夫抵达。", "foreign.character", 9),
  ])
  func entriesWinByBeingUsed(text: String, group: String, won: Int) throws {
    #expect((try Self.health(text).groups[group]?.won ?? 0) == won)
  }

  @Test func aUsersEntriesCount() throws {
    let names = try AUsersWord.recogniser(["孙大山\tnot-a-name\t", "岭上人家\tOrganization\t"])
    let health = try Self.health("村民孙大山走进岭上人家。", names)
    #expect(health.groups["user.not-a-name"]?.won == 1)
    #expect(health.groups["user.Organization"]?.won == 1)
    #expect((health.rules["person.chinese"]?.won ?? 0) == 0)
  }

  @Test func talliesAddUp() throws {
    let texts = WhatSpokeForAName.sentences
    var sum = RuleHealth()
    for text in texts { sum.add(try Self.health(text)) }
    let pages = texts.map { Article(paragraph: $0) }
    let page = Page(
      document: Document(id: "page", text: texts.joined()),
      articles: pages.enumerated().map { index, article in
        Article(
          number: index + 1, text: article.text, rawOffsets: article.rawOffsets,
          blocks: article.blocks, sentences: article.sentences, credits: [])
      }, publicationDate: nil)
    #expect(try Fixtures.recogniser.get().health(of: page).health == sum)
  }

  @Test func wordsAreOneDictionary() throws {
    let groups = try Fixtures.recogniser.get().weighedGroups
    #expect(groups.filter { $0.hasPrefix("word.") } == ["word.*"])
    #expect(Set(groups).count == groups.count)
    #expect(groups.contains("surname") && groups.contains("cue.left.Person"))
    #expect(!groups.contains { $0.hasPrefix("time.") || $0.hasPrefix("relation.") })
  }
}
