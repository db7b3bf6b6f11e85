import Testing

@testable import Linking

@Suite struct TimeReaderTests {
  @Test(arguments: [
    ("2025年10月15日召开。", "2025年10月15日", "2025-10-15", false),
    ("11月6日举行。", "11月6日", "2025-11-06", true),
    ("今年2月启动。", "今年2月", "2025-02", true), ("去年投产。", "去年", "2024", true),
    ("明年10月底通车。", "明年10月底", "2026-10", true), ("8月中旬封顶。", "8月中旬", "2025-08", true),
    ("2011年成立。", "2011年", "2011", false), ("2025年以来，开展活动。", "2025年", "2025", false),
    ("年底前完工。", "年底前", "2025", true), ("10月18日上午8时，开跑。", "10月18日", "2025-10-18", true),
    ("2023年，企业获奖。", "2023年", "2023", false),
    ("月底前完工。", "月底前", "2025-11", true), ("国庆期间开放。", "国庆期间", "2025-10", true),
    ("去年春节期间开放。", "去年春节期间", "2024-01", true),
    ("2025 年 10 月 15 日召开。", "2025 年 10 月 15 日", "2025-10-15", false),
    ("成立于 1998 年 5 家分社", "1998 年", "1998", false),
  ])
  func time(_ text: String, _ printed: String, _ date: String, _ isInferred: Bool) throws {
    let reading = try Fixtures.reading(text)
    let time = try #require(reading.times.first)
    #expect(reading.printed(time.span) == printed)
    #expect(time.from?.description == date)
    #expect(time.isInferred == isInferred)
  }

  @Test(arguments: [
    ("10月15日至16日，考察组来访。", "2025-10-15", "2025-10-16"), ("11月3日至7日公示。", "2025-11-03", "2025-11-07"),
    ("12月28日到1月3日放假。", "2025-12-28", "2026-01-03"),
  ])
  func span(_ text: String, _ from: String, _ to: String) throws {
    let time = try #require(try Fixtures.reading(text).times.first)
    #expect(time.from?.description == from)
    #expect(time.to?.description == to)
  }

  @Test(arguments: [
    ("90年代，工厂搬迁。", "1990", "1999"), ("上世纪七十年代，修了水渠。", "1970", "1979"),
    ("19世纪80年代，老桥建成。", "1880", "1889"), ("20年代，新路开工。", "2020", "2029"),
  ])
  func decades(_ text: String, _ from: String, _ to: String) throws {
    let time = try #require(try Fixtures.reading(text).times.first)
    #expect(time.from?.description == from)
    #expect(time.to?.description == to)
  }

  @Test(arguments: [
    ("3月8日、9日，比赛举行。", ["2025-03-08", "2025-03-09"]),
    ("2024年3月8日、9日，比赛举行。", ["2024-03-08", "2024-03-09"]),
    ("2024年3月开工，当月封顶，次月投用。", ["2024-03", "2024-03", "2024-04"]),
  ])
  func datesOfTheDateBefore(_ text: String, _ dates: [String]) throws {
    let times = try Fixtures.reading(text).times
    #expect(times.compactMap { $0.from?.description } == dates)
  }

  @Test(arguments: [
    ("10月22日举行。", "--10-22"), ("10月举行。", "--10"), ("今年9月举行。", "--09"),
    ("10月4日至9日举行。", "--10-04/09"), ("2024年3月，开工。10月2日，封顶。", "2024-03"),
    ("10月22日开幕，当日闭幕。", "--10-22"), ("2024年9月至10月举行。", "2024-09/10"),
  ])
  func withoutPublicationDate(_ text: String, _ date: String) throws {
    let reading = try Fixtures.reading(text, published: nil)
    #expect(reading.normalised(try #require(reading.times.first)) == date)
  }

  @Test(arguments: [
    ("去年，产值增加。", "date=去年 from=2024 to=2024"), ("今年以来，产值增加。", "date=今年以来 from=2025"),
    ("今年前三季度，产值增加。", "date=今年前三季度 from=2025-01 to=2025-09"), ("近日，活动举行。", "date=近日"),
    ("2024年，产值增加。", "date=2024"), ("今年2月，产值增加。", "date=2025-02"),
    ("10月15日至16日，考察组来访。", "date=2025-10-15/16 from=2025-10-15 to=2025-10-16"),
    ("9月30日至10月2日，放假。", "date=2025-09-30/10-02 from=2025-09-30 to=2025-10-02"),
  ])
  func qualifiers(_ text: String, _ expected: String) throws {
    let reading = try Fixtures.reading(text)
    let qualifiers = reading.dateQualifiers(try #require(reading.times.first))
    #expect(qualifiers.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == expected)
  }

  @Test func wordsStandWherePagesHaveNoDate() throws {
    let reading = try Fixtures.reading("去年，产值增加。", published: nil)
    let qualifiers = reading.dateQualifiers(try #require(reading.times.first))
    #expect(qualifiers == [Qualifier(name: "date", value: "去年")])
  }

  @Test(arguments: ["13月5日举行。", "10月45日举行。"])
  func noDateOfTheCalendar(_ text: String) throws {
    let times = try Fixtures.reading(text, published: nil).times
    #expect(times.allSatisfy { $0.from?.isPossible ?? true })
  }

  @Test func vague() throws {
    let time = try #require(try Fixtures.reading("近日，活动举行。").times.first)
    #expect(time.isVague)
    #expect(time.from == nil)
  }

  @Test(arguments: ["历时3个月完成。", "12号楼。", "共13月饼。", "他是日语教师。", "每月底结账。"])
  func noTime(_ text: String) throws {
    #expect(try Fixtures.reading(text).times.isEmpty)
  }
}
