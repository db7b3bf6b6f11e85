import Testing

@testable import mailuo

struct DisplayWidthTests {
  @Test(
    "columns of a text",
    arguments: [
      ("", 0), ("abc", 3), ("运城市", 6), ("a中b", 4), ("，。「」", 8), ("（集团）", 8),
      ("“名”", 4), ("·—…", 3), ("e\u{301}", 1), ("か\u{3099}", 2), ("한글", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝ", 2), ("ＡＢ", 4), ("𠮷", 2), ("☕", 2), ("👩‍👩‍👧", 2),
      ("🇨🇳", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("\u{200B}", 0), ("👍🏽", 2), ("\u{3000}", 2),
      ("1\u{20E3}", 1), ("é", 1),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test("ranges ascend and do not touch")
  func rangesAscend() {
    for (left, right) in zip(WideScalars.ranges, WideScalars.ranges.dropFirst()) {
      #expect(left.upperBound < right.lowerBound)
    }
  }

  @Test("the search agrees with looking through all ranges")
  func agreesWithSlowSearch() {
    for value in stride(from: UInt32(0x1000), to: 0x40000, by: 7) {
      guard let scalar = Unicode.Scalar(value),
        ![.nonspacingMark, .enclosingMark, .format, .control].contains(
          scalar.properties.generalCategory)
      else { continue }
      let isWide = WideScalars.ranges.contains { $0.contains(value) }
      #expect(DisplayWidth.columns(of: scalar) == (isWide ? 2 : 1))
    }
  }
}
