import Export
import Testing

struct DelimitedTextTests {
  @Test(
    "fields are quoted only where RFC 4180 asks for it",
    arguments: [
      (["a", "b"], "a,b\r\n"),
      (["a,b", "c\"d", "e\nf", "g\rh"], "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\r\n"),
      (["", ""], ",\r\n"),
      ([""], "\"\"\r\n"),
      (["中 文"], "中 文\r\n"),
    ])
  func csv(fields: [String], expected: String) {
    var utf8: [UInt8] = []
    DelimitedText(.csv).append(row: fields, to: &utf8)
    #expect(utf8 == Array(expected.utf8))
  }

  @Test(
    "a tab or line break inside a field is escaped",
    arguments: [
      (["a", "b"], "a\tb\n"), (["a\tb", "c\nd\re\\f"], "a\\tb\tc\\nd\\re\\\\f\n"),
    ])
  func tsv(fields: [String], expected: String) {
    var utf8: [UInt8] = []
    DelimitedText(.tsv).append(row: fields, to: &utf8)
    #expect(utf8 == Array(expected.utf8))
  }
}
