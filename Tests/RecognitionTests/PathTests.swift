import Foundation
import Lexicon
import NewsText
import Testing

@testable import Recognition

@Suite struct PathsThroughTheLattice {
  /// Seeded text of names, words, brackets and noise.
  static func text(seed: UInt64, pieces: Int) -> String {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let words = [
      "王建平", "介休市", "有限公司", "项目", "“", "”", "（", "）", "《", "》", "、", "，", "。", " ", "·",
      "12.5", "亿元", "的", "在", "书记", "村", "路", "阿里", "\u{1F600}", "\n", "Ａ", "臺灣", "工程",
      "\u{0}", "第三", "中学", "说", "本报记者",
    ]
    return (0..<pieces).map { _ in words[next(words.count)] }.joined()
  }

  @Test(arguments: 1...40)
  func tokensCoverTheSentenceAndNamesDoNotOverlap(seed: UInt64) throws {
    let recogniser = try Fixtures.recogniser.get()
    let article = Article(paragraph: Self.text(seed: seed, pieces: 120))
    let recognised = recogniser.recognise(article)
    for (sentence, tokens) in zip(article.sentences, recognised.tokens) {
      var position = sentence.span.start
      for token in tokens {
        #expect(token.span.start == position)
        position = token.span.end
        if let mention = token.mention {
          #expect(recognised.mentions[mention].span == token.span)
        }
      }
      #expect(position == sentence.span.end)
    }
    for (left, right) in zip(recognised.mentions, recognised.mentions.dropFirst()) {
      #expect(left.span.end <= right.span.start)
    }
    for mention in recognised.mentions {
      #expect(mention.score >= 0 && mention.score <= 1)
      for part in mention.parts { #expect(mention.span.contains(part.span)) }
    }
  }

  @Test func readingTwiceGivesTheSame() throws {
    let recogniser = try Fixtures.recogniser.get()
    let article = Article(paragraph: Self.text(seed: 7, pieces: 400))
    let first = recogniser.recognise(article).mentions
    let second = recogniser.recognise(article).mentions
    #expect(first.map(\.span) == second.map(\.span))
    #expect(first.map(\.score) == second.map(\.score))
  }

  @Test func explainingChangesNothingAndAddsUp() throws {
    let recogniser = try Fixtures.recogniser.get()
    let article = Article(paragraph: "榆次区民政局局长赵文静、村民孙大山参加了“书香润童心”阅读推广活动。")
    let plain = recogniser.recognise(article)
    let explained = recogniser.recognise(article, explaining: true)
    #expect(plain.mentions.map(\.span) == explained.mentions.map(\.span))
    #expect(plain.mentions.allSatisfy { $0.contributions.isEmpty })
    for mention in explained.mentions {
      let sum = mention.contributions.reduce(0) { $0 + $1.value }
      let plainReading = Self.plainScore(article, mention.span, recogniser)
      #expect(
        abs(
          Recogniser.confidence(Double(sum - plainReading) * recogniser.confidenceScale)
            - mention.score) < 0.002)
    }
  }

  /// ln probability of a span read as plain words.
  static func plainScore(_ article: Article, _ span: TextSpan, _ recogniser: Recogniser) -> Float {
    var scan = SentenceScan()
    scan.scan(
      article.text, article.sentences[0].span, lexicon: recogniser.lexicon,
      table: recogniser.table, typeCount: recogniser.types.names.count)
    return scan.plain(span.start, span.end)
  }

  @Test func aSentenceLongerThanAnyStretchIsReadWhole() throws {
    let long = String(repeating: "介休市的苹果熟了，", count: 400)
    let recognised = try Fixtures.recogniser.get().recognise(Article(paragraph: long))
    #expect(recognised.mentions.count == 400)
  }
}

@Suite struct AUsersWord {
  /// A recogniser with a user's dictionary.
  static func recogniser(_ rows: [String]) throws -> Recogniser {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try (["name\ttype\tnote"] + rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      .joined(separator: "\n").appending("\n").write(to: file, atomically: true, encoding: .utf8)
    return try Recogniser(
      lexicon: Lexicon.open(seeds: Fixtures.seeds, userDictionaries: [file]))
  }

  @Test(arguments: [
    ("高质量", "Project", "推动高质量发展。", "推动{Project:高质量}发展。"),
    ("局长", "Person", "教育局局长来了。", "{Person:局长}来了。"),
    ("市民政局长", "Organization", "太原市民政局长期坚持。", "{Organization:市民政局长}期坚持。"),
    ("C++", "Project", "他在学C++语言。", "他在学{Project:C++}语言。"),
    ("的", "Place", "我的书", "我{Place:的}书"),
  ])
  func wins(name: String, type: String, text: String, expected: String) throws {
    let recogniser = try Self.recogniser(["\(name)\t\(type)\t"])
    #expect(try Fixtures.marked(text, with: recogniser).contains(expected.firstMark))
  }

  @Test func notANameIsNeverFound() throws {
    let recogniser = try Self.recogniser(["赵文静\tnot-a-name\t", "介休市\tnot-a-name\t"])
    let text = "局长赵文静说，介休市的苹果熟了。赵文静还说，介休市要修路。"
    #expect(try !Fixtures.marked(text, with: recogniser).contains("赵文静}"))
    #expect(try !Fixtures.marked(text, with: recogniser).contains(":介休市}"))
  }
}

extension String {
  /// The first `{Type:name}` of a marked text.
  fileprivate var firstMark: String {
    guard let open = firstIndex(of: "{"), let close = firstIndex(of: "}") else { return self }
    return String(self[open...close])
  }
}
