import Foundation
import Lexicon
import Linking
import NewsText
import Testing

/// Four times the text takes about four times as long, whatever the text is.
///
/// Thread time, the least of several runs, so that a busy machine fails nothing; quadratic work shows
/// as sixteen times.
@Suite(.serialized) struct LinearTimeTests {
  private static let (length, mostTimes) = (2_000, 9.0)

  @Test(
    arguments: [
      "县", "村", "公司", "1234567890", "😀🎉", "县\u{7}长王明说了好多次", "\u{202E}王明\u{2069}说", "王 ", "、", "。",
      "“", "）",
      "王明、", "红星、", "王明\n\n", "县\n", "# 县\n", "![](a)", "王明 摄\n", "本报记者 王明 李红\n", "集团党委", "开发区管委会、",
      "投资3.5亿元", "2025年11月20日", "abc def ", "县长王明赴红星公司考察，", "尔", "阿·", "，", "等企业", "他说", "　",
      "《王明》",
      "中华人民共和国", "县教育局、县卫生局、", "李红星有限公司党委", "\u{0}王明",
    ])
  func repeated(_ piece: String) throws {
    let analyser = try NewsAnalyser(lexicon: FuzzTests.lexicon.get())
    func text(_ length: Int) -> Document {
      let scalars = Array(piece.unicodeScalars)
      var document = Document(id: "page", text: "")
      document.scalars = (0..<length).map { scalars[$0 % scalars.count] }
      return document
    }
    func seconds(_ document: Document) -> Double {
      let start = Self.threadSeconds
      _ = analyser.analyse(document)
      return Self.threadSeconds - start
    }
    var (short, long) = (Double.infinity, Double.infinity)
    // Once is enough where it is fast enough.
    for _ in 0..<4 where long >= Self.mostTimes * short + 0.01 || long == .infinity {
      short = min(short, seconds(text(Self.length)))
      long = min(long, seconds(text(4 * Self.length)))
    }
    #expect(long < Self.mostTimes * short + 0.01, "\(short) s, then \(long) s")
  }

  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
