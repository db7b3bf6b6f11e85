import NewsText
import Testing

struct SpanTextTests {
  /// One scalar of every length in UTF-8, and the last and first of each.
  @Test func encodesEveryLength() {
    let scalars = Array(
      "\u{0}~\u{7F}\u{80}é\u{7FF}\u{800}山\u{FFFF}\u{10000}𠮷\u{10FFFF}".unicodeScalars)
    for start in 0...scalars.count {
      for end in start...scalars.count {
        let expected = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(Array(scalars.string(TextSpan(start, end)).utf8) == Array(expected.utf8))
      }
    }
  }
}
