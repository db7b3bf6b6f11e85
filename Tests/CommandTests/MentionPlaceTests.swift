import NewsText
import Testing

@testable import mailuo

@Suite struct PlacesOfMentions {
  @Test(
    "a document's id may hold colons",
    arguments: [
      ("a:3", "a", 3), ("2025:11:20:0", "2025:11:20", 0), ("甲 乙:12", "甲 乙", 12),
    ])
  func valid(text: String, document: String, start: Int) {
    #expect(MentionPlace(argument: text) == MentionPlace(document: document, start: start))
  }

  @Test(arguments: ["", ":", ":3", "a", "a:", "a:-1", "a:x", "a:1.5", "3"])
  func invalid(text: String) { #expect(MentionPlace(argument: text) == nil) }

  @Test(
    "occurrences may overlap",
    arguments: [
      ("好好好", "好好", [0, 1]), ("好", "好", [0]), ("好", "好好", []), ("", "好", []),
      ("坏好坏", "坏", [0, 2]),
    ])
  func occurrences(text: String, span: String, starts: [Int]) {
    let found = WhyNotCommand.occurrences(
      of: Array(span.unicodeScalars), in: Array(text.unicodeScalars))
    #expect(found.map(\.start) == starts)
  }

  @Test(arguments: [
    (Float(-18.3), false, "-18.30"), (4, true, "+4.00"), (-0.456, true, "-0.46"),
    (0.05, false, "0.05"), (0.001, true, "+0.00"), (-Float.infinity, false, "-1000000000.00"),
  ])
  func figures(value: Float, isSigned: Bool, text: String) {
    #expect(SumLines.figure(value, isSigned: isSigned) == text)
  }
}
