import Testing

@testable import Linking

@Suite struct NumeralReaderTests {
  @Test(arguments: [
    ("94.23", "94.23"), ("1,200", "1200"), ("1.2亿", "120000000"), ("12775万", "127750000"),
    ("12000余", "12000"), ("90多万", "900000"), ("三百五十", "350"), ("十五", "15"), ("二十", "20"),
    ("两万三千", "23000"), ("一百零八", "108"), ("二〇二五", "2025"), ("1.5万亿", "1500000000000"),
    ("0.08", "0.08"), ("十几", "10"),
  ])
  func value(_ text: String, _ expected: String) {
    let scalars = Array(text.unicodeScalars)
    let numeral = NumeralReader.numeral(in: scalars, at: 0, limit: scalars.count)
    #expect(numeral?.value?.description == expected)
    #expect(numeral?.end == scalars.count)
  }

  @Test(arguments: ["余", "镇", "，3", "数字"])
  func noNumber(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    #expect(NumeralReader.numeral(in: scalars, at: 0, limit: scalars.count) == nil)
  }

  @Test func commaBeforeTheNextFigureEndsTheNumber() {
    let scalars = Array("12,3456".unicodeScalars)
    #expect(NumeralReader.numeral(in: scalars, at: 0, limit: scalars.count)?.end == 2)
  }

  @Test(arguments: [
    (DecimalNumber(mantissa: 9423, exponent: 6), "9423000000"),
    (DecimalNumber(mantissa: 5, exponent: -1), "0.5"),
    (DecimalNumber(mantissa: 920, exponent: -2), "9.2"),
    (DecimalNumber(mantissa: 0), "0"),
  ])
  func description(_ number: DecimalNumber, _ expected: String) {
    #expect(number.description == expected)
  }
}
