import Foundation
import Linking
import NewsText
import Recognition
import TripleStore

/// A graph of texts that some format stumbles over: quotes, markup, controls, line breaks, emoji,
/// right-to-left writing, separators of every kind, in names, values, sentences and ids.
package enum NastyGraph {
  /// Texts, each with one difficulty.
  package static let texts: [String] = [
    "双引\"号\"公司", "单引'号'公司", "甲&乙<丙>集团", "]]>结束", "<!-- 注 --> & &amp; &#0;",
    "反\\斜\\\\杠\\n\\\"", "换\n行", "回\r车", "换\r\n行", "制\t表", "逗,号;分|号", "管{花}[方]括号",
    "控\u{1}制\u{8}字\u{B}符\u{1F}", "删\u{7F}除\u{85}下一行\u{9F}", "分\u{2028}行\u{2029}段",
    "零\u{200B}宽\u{FEFF}标记", "非\u{FFFE}字\u{FFFF}符", "😀表情👨‍👩‍👧‍👦家庭🇨🇳", "e\u{301}与é",
    "שלום עולם", "مرحبا بالعالم", "左\u{202E}右\u{202C}倒", "孤\u{301}", "\u{301}开头", "𠮷野家𪚥",
    " 前后空格 ", "=SUM(A1:A9)", "-1", "null", "NaN", "true", "2024-05-01", "%41%20#片段?问",
    "$变量`反引`", "@前缀 <iri> _:空", "\u{FFFD}替代", "長い名前の" + String(repeating: "字", count: 120), "a b",
    "A", "a",
  ]

  /// Days, whole and in parts, in words, and none.
  private static let dates = [
    "2024", "2024-02", "2024-02-29", "2023-12-30/2024-01-02", "2024-05-01/03", "--10-22", "去年",
    "0000", "2024-13", "<2024>", "",
  ]

  /// Two documents whose ids are no better.
  package static var documents: [AnalysedDocument] {
    [
      document("甲 \"乙\"/丙?#%20<&>\n", shift: 1), document("d2", shift: 7),
    ].map { AnalysedDocument(analysis: $0, fingerprint: $0.document.id) }
  }

  /// Stores them in a new graph.
  package static func store(at url: URL) throws {
    let store = try GraphStore.open(at: url, access: .build)
    defer { try? store.close() }
    for document in documents {
      try store.replaceStatements(
        of: document.analysis.document, with: document.analysis, fingerprint: document.fingerprint)
    }
  }

  private static func id(_ index: Int) -> EntityID {
    // Some ids no format of names of files or IRIs would choose.
    EntityID(rawValue: index.isMultiple(of: 5) ? "org-\(texts[index])" : "org-\(index)")
  }

  private static func document(_ name: String, shift: Int) -> DocumentAnalysis {
    let text = texts.joined(separator: "。")
    let document = Document(
      id: name, text: text,
      metadata: DocumentMetadata(
        title: texts[shift], date: "2024-05-01", source: texts[shift + 3],
        url: "https://example.org/?a=1&b=\"\(shift)\""))
    var start = 0
    let types: [EntityType] = [.organization, .person, .place, .project]
    var mentions: [LinkedMention] = []
    var entities: [Entity] = []
    var statements: [Linking.Statement] = []
    for (index, name) in texts.enumerated() {
      let span = TextSpan(start, start + name.unicodeScalars.count)
      start = span.end + 1
      entities.append(
        Entity(
          id: id(index), type: types[index % 4], name: name,
          aliases: Array(Set([name, texts[(index + shift) % texts.count]])).sorted(),
          distinction: index.isMultiple(of: 3) ? texts[(index + 2) % texts.count] : nil))
      mentions.append(
        LinkedMention(
          span: span, text: name, type: types[index % 4], entity: id(index), rule: "rule.<\(name)>",
          score: 0.5, article: 1))
      let other = (index + shift) % texts.count
      let evidence = Evidence(
        article: 1, span: span, quote: name, sentence: name + texts[other],
        rule: "rule \"\(index)\"",
        score: Double(index % 10) / 10)
      let date = dates[index % dates.count]
      statements.append(
        Linking.Statement(
          subject: id(index), predicate: PredicateName(rawValue: "partOf"),
          object: .entity(id(other)),
          qualifiers: [
            Qualifier(name: "role", value: name), Qualifier(name: "role", value: "丙、丁"),
            Qualifier(name: "date", value: date),
          ], evidence: evidence))
      statements.append(
        Linking.Statement(
          subject: id(index), predicate: PredicateName(rawValue: "metric"),
          object: .literal(texts[other]),
          qualifiers: [
            Qualifier(name: "name", value: name), Qualifier(name: "number", value: "\(index).50"),
            Qualifier(name: "from", value: date),
          ], evidence: evidence))
      statements.append(
        Linking.Statement(
          subject: id(index), predicate: PredicateName(rawValue: "unheardOf"),
          object: .entity(id(index)), qualifiers: [], evidence: evidence))
    }
    return DocumentAnalysis(
      document: document,
      articles: [
        ArticleSummary(number: 1, headline: texts[shift], span: TextSpan(0, start))
      ], mentions: mentions, entities: entities, statements: statements)
  }
}
