import Testing

@testable import Linking

/// The forms in which local news print figures and dates, each with what it comes to.
@Suite struct QuantityFormTests {
  @Test(arguments: [
    // 万, 亿, 余, 多, 近, 超, 达.
    ("投资1.2亿余元。", "1.2亿余元", "120000000", "", "元", "about"),
    ("种植3万多亩。", "3万多亩", "30000", "", "亩", "about"),
    ("产量达500公斤。", "500公斤", "500", "", "公斤", ""),
    ("流转近百亩。", "百亩", "100", "", "亩", "under"),
    ("收入超千万元。", "千万元", "10000000", "", "元", "over"),
    ("产出700余万公斤。", "700余万公斤", "7000000", "", "公斤", "about"),
    // Units, simple and composed.
    ("面积12.5平方千米。", "12.5平方千米", "12.5", "", "平方千米", ""),
    ("供水800万立方米/年。", "800万立方米/年", "8000000", "", "立方米/年", ""),
    ("发电20万千瓦时。", "20万千瓦时", "200000", "", "千瓦时", ""),
    ("运走1.5万亿元。", "1.5万亿元", "1500000000000", "", "元", ""),
    // Chinese numerals.
    ("收三千五百公斤。", "三千五百公斤", "3500", "", "公斤", ""),
    ("来了一千二百三十四人。", "一千二百三十四人", "1234", "", "人", ""),
    ("约占百分之二十五点六。", "百分之二十五点六", "25.6", "", "%", ""),
    ("种了七八百亩。", "七八百亩", "700", "800", "亩", "about"),
    ("来了三四十人。", "三四十人", "30", "40", "人", "about"),
    ("花了两三千元。", "两三千元", "2000", "3000", "元", "about"),
    ("今年十五六岁。", "十五六岁", "15", "16", "岁", "about"),
    // Ranges share 万 and unit.
    ("补贴10~15万元。", "10~15万元", "100000", "150000", "元", ""),
    ("补贴10万到15万元。", "10万到15万元", "100000", "150000", "元", ""),
    ("补贴3万元至5万元。", "3万元至5万元", "30000", "50000", "元", ""),
    ("占30%—40%。", "30%—40%", "30", "40", "%", ""),
    // Shares.
    ("下降三成。", "三成", "30", "", "%", ""), ("占六成以上。", "六成以上", "60", "", "%", "over"),
    ("占四分之三。", "四分之三", "75", "", "%", ""), ("占三分之二。", "三分之二", "66.67", "", "%", "about"),
    ("占千分之五。", "千分之五", "5", "", "‰", ""),
    ("增长-5.2%。", "-5.2%", "-5.2", "", "%", ""),
    ("提高12.5个百分点。", "12.5个百分点", "12.5", "", "个百分点", ""),
  ])
  func figure(
    _ text: String, _ printed: String, _ number: String, _ upper: String, _ unit: String,
    _ approximation: String
  ) throws {
    let reading = try Fixtures.reading(text)
    let quantity = try #require(reading.quantities.first)
    #expect(reading.quantities.count == 1)
    #expect(reading.printed(quantity.span) == printed)
    #expect(quantity.number?.description == number)
    #expect(quantity.upper?.description ?? "" == upper)
    #expect(quantity.unit == unit)
    #expect(quantity.approximation ?? "" == approximation)
  }

  @Test(arguments: ["百姓满意。", "千方百计。", "一分之差。", "十分之好。", "一分为二。"])
  func noFigure(_ text: String) throws {
    let quantities = try Fixtures.reading(text).quantities
    #expect(quantities.isEmpty, "\(quantities)")
  }

  @Test(arguments: ["A-5级。", "达到-级5级。"])
  func aHyphenIsNoSign(_ text: String) throws {
    let quantities = try Fixtures.reading(text).quantities
    #expect(quantities.map { $0.number?.description } == ["5"])
  }

  @Test(arguments: [
    // What is not printed comes from the day of publication, 20 November 2025, a Thursday.
    ("昨日，开工。", "昨日", "2025-11-19"), ("前天，开工。", "前天", "2025-11-18"),
    ("上周三，开工。", "上周三", "2025-11-12"), ("本周五，开工。", "本周五", "2025-11-21"),
    ("上周，开工。", "上周", "2025-11-10/2025-11-16"), ("下周一，开工。", "下周一", "2025-11-24"),
    ("上个月，开工。", "上个月", "2025-10"), ("去年12月，开工。", "去年12月", "2024-12"),
    ("10月15日至16日，开会。", "10月15日至16日", "2025-10-15/2025-10-16"),
    ("12月30日至1月2日，放假。", "12月30日至1月2日", "2025-12-30/2026-01-02"),
    ("十一月十四日，开工。", "十一月十四日", "2025-11-14"), ("十月，开工。", "十月", "2025-10"),
  ])
  func inferred(_ text: String, _ printed: String, _ date: String) throws {
    let reading = try Fixtures.reading(text)
    let time = try #require(reading.times.first)
    #expect(reading.printed(time.span) == printed)
    #expect([time.from, time.to].compactMap { $0?.description }.joined(separator: "/") == date)
    #expect(time.isInferred)
  }

  @Test(arguments: [
    ("2020—2023年，建成。", "2020—2023年", "2020/2023"), ("2024年底，建成。", "2024年底", "2024"),
    ("二〇二五年十月，建成。", "二〇二五年十月", "2025-10"), ("一九九八年，建成。", "一九九八年", "1998"),
    ("2025-11-14，建成。", "2025-11-14", "2025-11-14"), ("2025.3.8，建成。", "2025.3.8", "2025-03-08"),
    ("2024年第一季度，建成。", "2024年第一季度", "2024-01/2024-03"),
  ])
  func printedWhole(_ text: String, _ printed: String, _ date: String) throws {
    let reading = try Fixtures.reading(text)
    let time = try #require(reading.times.first)
    #expect(reading.printed(time.span) == printed)
    #expect([time.from, time.to].compactMap { $0?.description }.joined(separator: "/") == date)
    #expect(!time.isInferred)
  }

  @Test(arguments: [
    ("2024年3月31日，开工。次日，封顶。", "2024-04-01"), ("2024年2月28日，开工。次日，封顶。", "2024-02-29"),
    ("2023年12月31日，开工。翌日，封顶。", "2024-01-01"), ("2024年3月31日，开工。当日，封顶。", "2024-03-31"),
  ])
  func dayAfter(_ text: String, _ date: String) throws {
    let reading = try Fixtures.reading(text)
    #expect(reading.times.last?.from?.description == date)
  }

  @Test(arguments: ["一日之计在于晨。", "两年前开工。", "版本2025.1.99。", "电话2025-1114。", "十日后开工。"])
  func noDate(_ text: String) throws {
    let times = try Fixtures.reading(text).times
    #expect(times.isEmpty, "\(times)")
  }

  @Test(arguments: [
    ("{Organization:河阳水厂}年产纯净水20万吨。", "year"), ("{Organization:河阳水厂}日处理污水3000吨。", "day"),
    ("{Organization:河阳水厂}处理能力3000吨/日。", "day"), ("{Organization:河阳水厂}月销水票500张。", "month"),
    ("{Organization:河阳水厂}产量2吨/小时。", "hour"), ("{Organization:河阳水厂}产值20万元。", ""),
  ])
  func period(_ text: String, _ expected: String) throws {
    let lines = try Fixtures.statements(text, predicates: ["metric"], qualifiers: ["period"])
    #expect(lines.count == 1, "\(lines)")
    #expect(
      lines.first?.hasSuffix(expected.isEmpty ? "」" : " period=\(expected)") ?? false, "\(lines)")
  }

  @Test(arguments: [
    ("{Project:青石大桥}今年2月开工。", "2025-02", ["date"]),
    ("{Project:青石大桥}2024年2月开工。", "2024-02", []),
  ])
  func dateOfStart(_ text: String, _ date: String, _ inferred: [String]) throws {
    let statement = try #require(
      try Fixtures.analysis(text).statements.first { $0.predicate.rawValue == "startDate" })
    #expect(statement.qualifiers.first { $0.name == "date" }?.value == date)
    #expect(statement.evidence.inferred == inferred)
  }
}
