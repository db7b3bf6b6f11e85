import NewsText
import Testing

@testable import Recognition

@Suite struct WhatSpokeForAName {
  static let sentences = [
    "平安县民政局局长赵文静、村民孙大山参加了“书香润童心”阅读推广活动。",
    "山西岚禾新材料科技有限公司位于城东。岚禾新材料今年扩建，岚禾的产品卖得好。",
    "车队开进介休市义安镇北辛武村，总统弗拉基米尔·伊万诺夫抵达北京。",
    "早高峰时段，漳河北岸综合治理工程完工，3.5万人受益，ABC公司供货。",
  ]

  static func page(_ text: String) -> Page {
    Page(
      document: Document(id: "page", text: text), articles: [Article(paragraph: text)],
      publicationDate: nil)
  }

  @Test(arguments: sentences)
  func everyNameIsWeighedAgainstAReadingWithoutIt(text: String) throws {
    let recogniser = try Fixtures.recogniser.get()
    let explained = try #require(recogniser.explain(Self.page(text)).first)
    let plain = recogniser.recognise(Article(paragraph: text))
    #expect(explained.recognised.mentions.map(\.span) == plain.mentions.map(\.span))
    #expect(!plain.mentions.isEmpty)
    #expect(explained.competitions.count == plain.mentions.count)
    for (mention, competition) in zip(explained.recognised.mentions, explained.competitions) {
      #expect(competition.name.span == mention.span)
      #expect(competition.name.reading == .name(mention.type, rule: mention.rule))
      #expect(competition.winner.contains(competition.name))
      #expect(!competition.rival.contains(competition.name))
      #expect(competition.margin >= -0.001)
      #expect(
        competition.winner.map(\.text).joined() == competition.rival.map(\.text).joined())
    }
  }

  /// Fails when the lattice weighs anything that a step does not show.
  @Test(arguments: sentences)
  func theStepsAddUpToThePath(text: String) throws {
    let recogniser = try Fixtures.recogniser.get()
    let notes = recogniser.observe(Self.page(text), explaining: true) { trace in
      let steps = trace.path.map { trace.traced($0, recogniser) }
      return (sum: steps.reduce(0) { $0 + $1.score }, path: trace.lattice.pathScore)
    }.notes
    for note in notes.values.joined() { #expect(abs(note.sum - note.path) < 0.02) }
  }

  /// An adverb may stand between a person and what is said: 王坚曾说起, but 王坚曾看过 says nothing of him.
  @Test(arguments: [
    ("报告出来后，王坚曾说起此事。", true), ("报告出来后，王坚说起此事。", true),
    ("报告出来后，王坚曾看过两遍。", false),
  ])
  func speechCountsBehindOneAdverb(text: String, speaks: Bool) throws {
    let article = try Fixtures.recogniser.get().recognise(
      Article(paragraph: text), explaining: true)
    let person = try #require(article.mentions.first { $0.type == .person })
    #expect(
      person.contributions.contains { $0.name == "verb of speech on the right" } == speaks)
  }

  /// The adverb before speech is no part of the name before it.
  @Test func anAdverbBeforeSpeechEndsAName() throws {
    #expect(
      try Fixtures.marked("李坚曾透露此事。", with: Fixtures.recogniser.get().byRulesAlone())
        == "{Person:李坚}曾透露此事。")
  }

  /// A head of one character is a name's end where its own post follows, unless a pronoun points at it.
  @Test(arguments: [
    "{Organization:审批服务股}股长{Person:王建国}说。", "{Organization:审批服务股}原股长{Person:王建国}说。",
    "审批服务股的人说。", "这个站站长{Person:王建国}说。",
    "{Organization:第62师}师长{Person:王建国}说。", "{Organization:区政府}副区长{Person:王建国}说。",
  ])
  func aPostThatRepeatsTheHeadEndsAName(marked: String) throws {
    let plain = marked.replacing(/\{\w+:|\}/, with: "")
    #expect(
      try Fixtures.marked(plain, with: Fixtures.recogniser.get().byRulesAlone()) == marked)
  }

  /// An address goes on to a village that no dictionary knows, however dear its name.
  @Test func anAddressEndsInAnUnknownVillage() throws {
    #expect(
      try Fixtures.marked(
        "龙岩市长汀县南山镇严婆田村有座桥。", with: Fixtures.recogniser.get().byRulesAlone())
        == "{Place:龙岩市长汀县南山镇严婆田村}有座桥。")
  }

  /// Behind 、 a word that joins begins a name of its own.
  @Test func aListedNameMayBeginWithAWordThatJoins() throws {
    #expect(
      try Fixtures.marked(
        "清河奶厂、同辉印务、东山粮库参加。", with: Fixtures.recogniser.get().byRulesAlone())
        == "{Organization:清河奶厂}、{Organization:同辉印务}、{Organization:东山粮库}参加。")
  }

  /// Fails when a grammar adds to a score without saying what for.
  @Test(arguments: sentences)
  func everySummandHasAName(text: String) throws {
    let recogniser = try Fixtures.recogniser.get()
    for article in recogniser.explain(Self.page(text)) {
      for step in article.competitions.flatMap({ $0.winner + $0.rival }) {
        #expect(!step.contributions.contains { $0.name == "unnamed" }, "\(step)")
      }
    }
  }

  /// Fails when learned weights come to more than their features say.
  @Test(arguments: sentences)
  func learnedWeightsAreTheSumOfTheirFeatures(text: String) throws {
    let recogniser = try Fixtures.recogniser.get()
    for article in recogniser.explain(Self.page(text)) {
      for step in article.competitions.flatMap({ $0.winner + $0.rival }) {
        let learned = step.contributions.first { $0.name == TracedStep.learned }?.value
        let sum = step.features.reduce(Float(0)) { $0 + $1.value }
        #expect(abs((learned ?? 0) - sum) < 0.02, "\(step)")
      }
    }
  }

  @Test func theRivalIsTheNextBestReading() throws {
    let text = "技术员高峰告诉记者，苗已经出齐。"
    let recogniser = try Fixtures.recogniser.get()
    let competition = try #require(recogniser.explain(Self.page(text)).first?.competitions.first)
    #expect(competition.winner.map(\.text) == ["高峰"])
    #expect(competition.rival.map(\.text) == ["高峰"])
    #expect(competition.rival.first?.reading == .word(group: "word.n"))
    let difference = competition.winner[0].score - competition.rival[0].score
    #expect(abs(competition.margin - difference) < 0.001)
  }

  @Test func theSecondPassIsTheOneExplained() throws {
    let text = "山西岚禾新材料科技有限公司位于城东。今年扩建，岚禾的产品卖得好。"
    let recogniser = try Fixtures.recogniser.get()
    let competitions = try #require(recogniser.explain(Self.page(text)).first?.competitions)
    let again = try #require(competitions.last)
    #expect(again.name.text == "岚禾")
    #expect(again.name.contributions.contains { $0.name == "short for 山西岚禾新材料科技有限公司" })
  }

  @Test func anEmptyPageExplainsNothing() throws {
    let explained = try Fixtures.recogniser.get().explain(Self.page(""))
    #expect(explained.map(\.competitions.count) == [0])
  }
}

@Suite struct WhyASpanIsNoName {
  /// The verdict on the part of `marked` between `{` and `}`.
  static func verdict(_ marked: String, type: EntityType? = nil) throws -> NameVerdict {
    let (text, spans) = Recogniser.unmark(marked)
    let span = try #require(spans.first)
    return try Fixtures.recogniser.get().verdict(
      on: span, of: WhatSpokeForAName.page(text), as: type)
  }

  /// What each rule misses in the part of `marked` between `{` and `}`, proposed or not.
  static func obstacles(_ marked: String, type: EntityType? = nil) throws -> [Obstacle] {
    let (text, spans) = Recogniser.unmark(marked)
    let span = try #require(spans.first)
    let recogniser = try Fixtures.recogniser.get()
    let notes = recogniser.observe(WhatSpokeForAName.page(text), explaining: true) { trace in
      ObstacleFinder(recogniser: recogniser, trace: trace, range: span.range)
        .obstacles(type: type.map(recogniser.types.index))
    }.notes
    return try #require(notes.values.first?.first)
  }

  @Test func whatNoRuleProposesIsReadAsSomethingElse() throws {
    guard case .notProposed(let reading, let obstacles) = try Self.verdict("他说{的话很}长。") else {
      Issue.record("proposed")
      return
    }
    #expect(reading.map(\.text).joined().contains("的话很"))
    #expect(!obstacles.isEmpty)
  }

  @Test func aNameIsFound() throws {
    guard case .found(let competition) = try Self.verdict("村民{孙大山}说。") else {
      Issue.record("not found")
      return
    }
    #expect(competition.name.text == "孙大山")
  }

  @Test(arguments: [
    ("早{高峰}时段乘公交的人多。", "person.chinese", "高峰"),
    ("他来自{晋中}市民政局。", "place.address", "晋中市民政局"),
  ])
  func whatWasProposedLostToSomething(marked: String, rule: String, winner: String) throws {
    guard case .overruled(let competition) = try Self.verdict(marked) else {
      Issue.record("not overruled")
      return
    }
    #expect(competition.name.reading.rule == rule)
    #expect(competition.rival.contains(competition.name))
    #expect(competition.winner.contains { $0.text == winner })
    #expect(competition.margin > 0)
    let sums = [competition.winner, competition.rival].map { $0.reduce(0) { $0 + $1.score } }
    #expect(abs(sums[0] - sums[1] - competition.margin) < 0.01)
  }

  static let obstacles: [(String, EntityType?, String, Obstacle.Reason)] = [
    ("记者走进{岭上人家}采访。", .organization, "organisation.company", .noHead),
    ("{吃路铺}说。", .person, "person.chinese", .noSurname("吃")),
    ("{王}说。", .person, "person.chinese", .tooShort(least: 2)),
    ("{王建设路边}说。", .person, "person.chinese", .tooLong(most: 4)),
    ("{王3}说。", .person, "person.chinese", .notHan("3")),
    (
      "{王建设路}说。", .person, "person.chinese",
      .givenNameLength(surname: "王", given: "建设路")
    ),
    ("{托马克吃}说。", .person, "person.transliterated", .noTransliteration("吃")),
    ("他讲{道理}。", .organization, "organisation.dictionary", .notListed(groups: ["word.n"])),
    ("他写了{岭上人家}。", .project, "project.quoted", .notQuoted),
    ("他写了“{岭上人家}”。", .project, "project.quoted", .noProjectHead),
    ("他写了“{岭上}”。", .project, "project.quoted", .tooShort(least: 4)),
    ("说到{岭上人家}。", .place, "place.address", .noPlaceBegins),
    ("说到{北京人家}。", .place, "place.address", .noPlaceFollows("北京")),
    ("说到{上海市介休市}。", .place, "place.address", .notWithin(inner: "介休市", outer: "上海市")),
    ("去{岭上，新村}。", .place, "place.headed", .cannotStandInside("，")),
    (
      "去了{大专业委员会}。", .organization, "organisation.public",
      .coveredHead("委员会", by: "专业委员会")
    ),
    ("他说{岭上人家}好。", .organization, "organisation.shortened", .nothingEstablished),
    ("他说{岭上人家}好。", .person, "person.credit", .notCredited),
    ("他说{岭上人家}好。", .organization, "organisation.enumeration", .noCompanyList),
  ]

  @Test(arguments: obstacles)
  func theFirstThingMissingIsNamed(
    marked: String, type: EntityType?, rule: String, reason: Obstacle.Reason
  ) throws {
    let obstacles = try Self.obstacles(marked, type: type)
    #expect(obstacles.first { $0.rules.contains(rule) }?.reason == reason, "\(obstacles)")
    #expect(obstacles.map(\.progress) == obstacles.map(\.progress).sorted(by: >))
  }

  @Test func aReadingTooFarBehindBringsItsSum() throws {
    let obstacles = try Self.obstacles("{公安局}说。", type: .person)
    let person = obstacles.first { $0.rules == ["person.chinese"] }
    guard case .behindPlainWords(let nats, let allowed, let contributions) = person?.reason else {
      Issue.record("not for its score: \(obstacles)")
      return
    }
    #expect(nats > allowed)
    #expect(contributions.first?.name == "person, surname 公")
    #expect(contributions.allSatisfy { abs($0.value) < 100 })
  }

  @Test func everyRuleInForceHasItsSay() throws {
    let obstacles = try Self.obstacles("记者走进{岭上人家}采访。")
    let rules = try Fixtures.recogniser.get().rules.map(\.id)
    #expect(obstacles.flatMap(\.rules).sorted() == rules.sorted())
  }

  @Test(arguments: ["他来{了。王}平说。", "{}好"])
  func whatCrossesSentencesIsNeverAName(marked: String) throws {
    guard case .acrossSentences = try Self.verdict(marked) else {
      Issue.record("some sentence holds it")
      return
    }
  }
}

extension TracedStep.Reading {
  /// The rule of a name.
  fileprivate var rule: String? {
    if case .name(_, let rule) = self { rule } else { nil }
  }
}
