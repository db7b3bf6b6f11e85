import Testing

@testable import Linking

@Suite struct QuantityReaderTests {
  @Test(
    arguments: [
      ("实现产值94.23亿元。", "94.23亿元", "9423000000", "元", nil),
      ("共有员工2000余名。", "2000余名", "2000", "名", "about"),
      ("面积超6万亩。", "6万亩", "60000", "亩", "over"), ("吸引近200人参加。", "200人", "200", "人", "under"),
      ("均价6000元左右。", "6000元左右", "6000", "元", "about"),
      ("误差在0.08微米以内。", "0.08微米以内", "0.08", "微米", "under"),
      ("发放资料360 人次。", "360 人次", "360", "人次", nil), ("增长百分之十五。", "百分之十五", "15", "%", nil),
      ("日处理35万吨/日。", "35万吨/日", "350000", "吨/日", nil), ("三百五十名学生。", "三百五十名", "350", "名", nil),
      ("下降12.5%。", "12.5%", "12.5", "%", nil), ("１２亩。", "１２亩", "12", "亩", nil),
      ("3000万美元。", "3000万美元", "30000000", "美元", nil),
      ("气温零下12摄氏度。", "零下12摄氏度", "-12", "摄氏度", nil),
      ("每户一亩半地。", "一亩半", "1.5", "亩", nil), ("历时3个半小时。", "3个半小时", "3.5", "小时", nil),
    ] as [(String, String, String, String, String?)])
  func quantity(
    _ text: String, _ printed: String, _ number: String, _ unit: String, _ approximation: String?
  ) throws {
    let reading = try Fixtures.reading(text)
    let quantity = try #require(reading.quantities.first)
    #expect(reading.printed(quantity.span) == printed)
    #expect(quantity.number?.description == number)
    #expect(quantity.unit == unit)
    #expect(quantity.approximation == approximation)
  }

  @Test func range() throws {
    let reading = try Fixtures.reading("每亩产5~7吨。")
    let quantity = try #require(reading.quantities.first)
    #expect(quantity.number?.description == "5")
    #expect(quantity.upper?.description == "7")
    #expect(quantity.unit == "吨")
  }

  @Test(arguments: ["这是一个好办法。", "第3名学生。", "电话12380。", "一名党员就是一面旗帜。", "万众一心。", "一年半载。"])
  func noQuantity(_ text: String) throws {
    #expect(try Fixtures.reading(text).quantities.isEmpty)
  }
}
