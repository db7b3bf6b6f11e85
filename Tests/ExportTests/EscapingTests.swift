import Testing

@testable import Export

/// Text as the formats want it.
struct EscapingTests {
  @Test(
    "XML",
    arguments: [
      ("甲&乙<丙>\"丁\"'戊'", "甲&amp;乙&lt;丙&gt;&quot;丁&quot;'戊'"), ("]]>", "]]&gt;"),
      ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"), ("\u{0}\u{8}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("\u{85}\u{2028}", "&#133;&#8232;"), ("😀𠮷", "😀𠮷"),
    ])
  func xml(text: String, expected: String) { #expect(XMLText.escaped(text) == expected) }

  @Test(
    "decimals in canonical form",
    arguments: [
      ("9423000000.0", "9423000000"), ("0.250", "0.25"), ("007", "7"), ("-1.50", "-1.5"),
      ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("-0.0", "0"), ("0", "0"),
    ])
  func decimal(text: String, expected: String) {
    #expect(DecimalText.canonical(text) == expected)
  }

  @Test("what is no decimal", arguments: ["", ".", "1e5", "1,000", "三", "1.2.3", "--1", "NaN"])
  func noDecimal(text: String) { #expect(DecimalText.canonical(text) == nil) }

  @Test("quoted TSV quotes what would break a row")
  func quotedTSV() {
    var utf8: [UInt8] = []
    DelimitedText(.quotedTSV).append(row: ["a,b", "c\td", "e\nf", "g\"h"], to: &utf8)
    #expect(String(decoding: utf8, as: UTF8.self) == "a,b\t\"c\td\"\t\"e\nf\"\t\"g\"\"h\"\n")
  }

  @Test(
    "FollowTheMoney takes plain ids only",
    arguments: [("org-0a1b", true), ("per-张三", false), ("a b", false), ("-a", false), ("", false)])
  func moneyIDs(id: String, isKept: Bool) {
    let made = MoneyEntity.id(id)
    #expect((made == id) == isKept)
    #expect(made.utf8.allSatisfy { $0 < 0x80 })
    #expect(MoneyEntity.id(made) == made)
  }
}
