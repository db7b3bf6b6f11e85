import NewsText
import Testing

/// Invented pages with the expectations marked in the text: `⟦headline|…⟧` is a block of that kind, printed
/// exactly there; `⟦⏎⟧` a column break that the sentence runs over, `⟦✂⟧` one where text was lost; `⟦—⟧` the
/// beginning of an article.
struct MarkedPageTests {
  @Test(arguments: [
    """
    ⟦—⟧# ⟦headline|青石县开展秋季植树活动⟧

    ⟦paragraph|本报讯（记者 江 南）11月3日，青石县在城东河滩开展秋季植树活动，三百名志愿者在项目攻坚的关⟦⏎⟧

    键时期栽下树苗两千棵。⟧

    ⟦paragraph|活动现场，大家两人一组，挖坑、扶苗、浇水。⟧

    ⟦—⟧# ⟦headline|柳河村的水渠修好了⟧

    ⟦subtitle|——记青石县柳河村党支部⟧

    ⟦byline|本报记者 白 雪 文/图⟧

    ⟦paragraph|初冬的柳河村，渠水清清。村民何田说：“再也不用挑水了。”⟧

    ### ⟦subheading|一条渠两代人⟧

    ⟦paragraph|水渠全长三公里，修了两年。⟧
    """,
    """
    ⟦—⟧⟦headline|一座桥连起两个村⟧
    ⟦byline|本报记者 白 雪 通讯员 江 南⟧

    ⟦paragraph|清晨的柳河上，一座新桥跨过两岸，孩子们上学不用再绕远路，评优评先、绩效⟦✂⟧⟧



    ⟦paragraph|过反复商量，两个村的村民终于把路也修到了桥头。⟧

    ⟦caption|图为新桥通车现场。 ⟦credit|江 南 摄⟧⟧
    """,
  ])
  func blocksStandWhereTheyArePrinted(_ marked: String) throws {
    let expected = MarkedPage(marked)
    let page = PressCues.page(expected.text)
    for block in expected.blocks {
      let isFound = page.articles.contains { article in
        article.blocks.contains { found in
          found.kind.rawValue == block.kind && article.rawSpan(found.span).contains(block.span)
            && block.isClose(article.rawSpan(found.span))
        }
          || block.kind == "credit"
            && article.credits.contains { credit in
              credit.names.contains { block.span.contains(article.rawSpan($0)) }
            }
      }
      #expect(isFound, "\(block.kind) \(expected.printed(block.span))\n\(page.outline)")
    }
    for start in expected.articleStarts {
      #expect(
        page.articles.contains { ($0.rawOffsets.first).map { abs($0 - start) <= 6 } ?? false },
        "an article starts at \(start)\n\(page.outline)")
    }
    #expect(page.articles.count == expected.articleStarts.count, "\(page.outline)")
  }
}

/// A page with its marks taken out.
private struct MarkedPage {
  struct Block {
    var kind: String
    var span: TextSpan

    /// Whether a block as read begins and ends where it was marked, markup such as `###` aside.
    func isClose(_ read: TextSpan) -> Bool {
      abs(read.start - span.start) <= 4 && abs(read.end - span.end) <= 1
    }
  }
  private(set) var text = ""
  private(set) var blocks: [Block] = []
  private(set) var articleStarts: [Int] = []

  init(_ marked: String) {
    var scalars: [Unicode.Scalar] = []
    var open: [(kind: String, start: Int)] = []
    let source = Array(marked.unicodeScalars)
    var index = 0
    while index < source.count {
      switch source[index] {
      case "⟦":
        var mark = String.UnicodeScalarView()
        index += 1
        while source[index] != "|", source[index] != "⟧" {
          mark.append(source[index])
          index += 1
        }
        if source[index] == "|" {
          open.append((String(mark), scalars.count))
        } else if String(mark) == "—" {
          articleStarts.append(scalars.count)
        }
      case "⟧":
        let block = open.removeLast()
        blocks.append(Block(kind: block.kind, span: TextSpan(block.start, scalars.count)))
      default: scalars.append(source[index])
      }
      index += 1
    }
    text = String(String.UnicodeScalarView(scalars))
  }

  func printed(_ span: TextSpan) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.range]))
  }
}
