import NewsText
import SeededNumbers
import Testing

/// What must hold for every text: offsets map back exactly, blocks and sentences cover.
struct OffsetPropertyTests {
  private static let pieces = [
    "\n", "\n\n", "\n\n\n\n", "\r\n", "\r", " ", "　", "　　", "\t", "# ", "## ", "### ", "——",
    "本报讯（记者 江 南）",
    "本报记者 郑一鸣", "石 磊 摄", "■ 高新区供图", "江 南", "（何 田）", "，", "。", "！”", "“", "”", "（", "）", "：", "……",
    "Smart",
    "Town", "12", "2025年9月18日", "平川镇", "图书室开门迎客", "藏书三千余册", "校地合作 共育英才", "图为", "责编 江 南", "---",
    "![](a)", "**",
    "\u{FEFF}", "\u{2028}", "𠮷", "é", "\u{0}", "·", "/", "文", "图", "据新华社", "一、",
    "的最新进展与成果得到与会人员的一致认可",
  ]

  private static func text(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 0...120, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test(arguments: 0..<400)
  func randomTextsMapBackExactly(seed: Int) {
    check(Document(id: "random", text: Self.text(seed: UInt64(seed))))
  }

  @Test func everySingleScalarAndPairIsRead() {
    for first in Self.pieces {
      for second in Self.pieces { check(Document(id: "pair", text: first + second)) }
    }
  }

  private func check(_ document: Document) {
    let page = PageReader(cues: PressCues.cues).page(of: document)
    var used: Set<Int> = []
    for (index, article) in page.articles.enumerated() {
      #expect(article.number == index + 1)
      #expect(article.text.count == article.rawOffsets.count)
      #expect(zip(article.rawOffsets, article.rawOffsets.dropFirst()).allSatisfy { $0 < $1 })
      let faults = zip(article.text, article.rawOffsets).filter { scalar, offset in
        guard document.scalars.indices.contains(offset) else { return true }
        let isPrinted = document.scalars[offset] == scalar || scalar == "\n" || scalar == " "
        // What is printed once is read once.
        return !isPrinted || scalar != "\n" && !used.insert(offset).inserted
      }
      #expect(faults.isEmpty)
      checkBlocks(of: article)
      checkSentences(of: article)
    }
    checkNothingIsLost(document, used)
  }

  private func checkBlocks(of article: Article) {
    var end = -1
    for block in article.blocks {
      #expect(block.span.start == end + 1)
      #expect(!block.span.isEmpty)
      end = block.span.end
      if end < article.text.count { #expect(article.text[end] == "\n") }
      #expect(!article.text[block.span.range].contains("\n"))
    }
    #expect(end == article.text.count)
    for credit in article.credits {
      let block = article.blocks[credit.block].span
      #expect(!credit.names.isEmpty)
      #expect(credit.names.allSatisfy { block.contains($0) && !$0.isEmpty })
    }
  }

  private func checkSentences(of article: Article) {
    var covered = Set<Int>()
    var end = 0
    for sentence in article.sentences {
      #expect(article.blocks[sentence.block].span.contains(sentence.span))
      #expect(sentence.span.start >= end)
      end = sentence.span.end
      covered.formUnion(sentence.span.range)
    }
    let between = article.text.indices.filter { !covered.contains($0) }.map { article.text[$0] }
    #expect(between.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" })
  }

  /// Every Han character of the document is in exactly one article.
  private func checkNothingIsLost(_ document: Document, _ used: Set<Int>) {
    let lost = document.scalars.indices.filter {
      ("\u{4E00}"..."\u{9FFF}").contains(document.scalars[$0]) && !used.contains($0)
    }
    #expect(lost.isEmpty, "\(document.scalars.string(TextSpan(0, document.scalars.count)))")
  }
}
