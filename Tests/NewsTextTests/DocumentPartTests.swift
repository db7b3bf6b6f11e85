import NewsText
import Testing

@Suite struct DocumentPartTests {
  /// The lengths of a document's parts.
  private func lengths(_ text: String) -> [Int] {
    let document = Document(id: "1", text: text)
    var lengths: [Int] = []
    var start = 0
    while start < document.scalars.count {
      let end = document.endOfPart(from: start)
      lengths.append(end - start)
      start = end
    }
    return lengths
  }

  private static let longest = Document.longestPart

  @Test func whatIsNoLongerThanAPartIsOne() {
    #expect(lengths("") == [])
    #expect(lengths(String(repeating: "甲", count: Self.longest)) == [Self.longest])
  }

  @Test func cutsAtTheLastBlankLineElseLineElseSentenceElseAnywhere() {
    let half = Self.longest / 2 + 10
    let rest = String(repeating: "乙", count: Self.longest)
    let beginning = String(repeating: "甲", count: half)
    #expect(lengths(beginning + "\n\n丙\n。" + rest).first == half + 2)
    #expect(lengths(beginning + "\r\n丙。" + rest).first == half + 2)
    #expect(lengths(beginning + "\n丙。" + rest).first == half + 1)
    #expect(lengths(beginning + "。丙" + rest).first == half + 1)
    #expect(lengths(beginning + rest) == [Self.longest, half])
  }

  @Test func aStretchKeepsTheName() {
    let document = Document(
      id: "1", text: "甲乙丙", metadata: DocumentMetadata(date: "2025", source: "报"))
    let stretch = document.stretch(1, 2)
    #expect(stretch == Document(id: "1", text: "乙", metadata: document.metadata))
    #expect(document.stretch(0, 3) == document)
  }
}
