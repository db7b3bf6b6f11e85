import Lexicon
import NewsText

/// An example of a rule that did not come out as its author wrote.
public struct ExampleFailure: Sendable, Equatable {
  /// The rule.
  public var rule: String
  /// File of the rule.
  public var file: String
  /// Line of the sentence.
  public var line: Int
  /// What was expected and what came, in words.
  public var message: String
}

extension Recogniser {
  /// Reads every example sentence of every rule.
  ///
  /// A match sentence must yield each marked name with the rule's type; in a no-match sentence the
  /// rule itself must find nothing. Sentences show what rules do by themselves: only those of the
  /// context rule are read with the learned weights, so that new weights break nobody's examples.
  public func checkExamples() -> [ExampleFailure] {
    let alone = byRulesAlone()
    return rules.flatMap { rule in
      let reader = rule.grammar == .context ? self : alone
      return rule.matches.compactMap { reader.checkMatch($0, rule) }
        + rule.nonMatches.compactMap { reader.checkNonMatch($0, rule) }
    }
  }

  private func checkMatch(_ example: NameRule.Example, _ rule: NameRule) -> ExampleFailure? {
    let (text, spans) = Self.unmark(example.text)
    let recognised = recognise(
      Article(paragraph: text, credited: rule.grammar == .credit ? spans : []))
    let missing = spans.filter { span in
      !recognised.mentions.contains { $0.span == span && $0.type == rule.type }
    }
    guard let first = missing.first else { return nil }
    let found = recognised.mentions.map {
      "\(recognised.article.text.string($0.span)) (\($0.type.rawValue), \($0.rule))"
    }
    return failure(
      example, rule,
      "rule '\(rule.id)' did not find '\(recognised.article.text.string(first))'; found "
        + (found.isEmpty ? "nothing" : found.joined(separator: ", ")))
  }

  private func checkNonMatch(_ example: NameRule.Example, _ rule: NameRule) -> ExampleFailure? {
    let recognised = recognise(Article(paragraph: example.text, credited: []))
    guard let wrong = recognised.mentions.first(where: { $0.rule == rule.id }) else { return nil }
    return failure(
      example, rule,
      "rule '\(rule.id)' found '\(recognised.article.text.string(wrong.span))' in a no-match sentence"
    )
  }

  private func failure(_ example: NameRule.Example, _ rule: NameRule, _ message: String)
    -> ExampleFailure
  {
    ExampleFailure(rule: rule.id, file: rule.file, line: example.line, message: message)
  }

  /// Takes the `{…}` marks out of a sentence and gives the spans they enclosed.
  static func unmark(_ marked: String) -> (text: String, spans: [TextSpan]) {
    var text = String.UnicodeScalarView()
    var spans: [TextSpan] = []
    var open = 0
    var count = 0
    for scalar in marked.unicodeScalars {
      if scalar == "{" {
        open = count
      } else if scalar == "}" {
        spans.append(TextSpan(open, count))
      } else {
        text.append(scalar)
        count += 1
      }
    }
    return (String(text), spans)
  }
}

extension Article {
  /// An article of one paragraph, for reading a sentence outside any page.
  /// - Parameters:
  ///   - paragraph: The text; sentences end at 。！？.
  ///   - credited: Spans of names that stand in bylines.
  public init(paragraph: String, credited: [TextSpan] = []) {
    let scalars = Array(paragraph.unicodeScalars)
    let whole = TextSpan(0, scalars.count)
    var sentences: [Sentence] = []
    var start = 0
    for index in scalars.indices {
      let ends = scalars[index] == "。" || scalars[index] == "！" || scalars[index] == "？"
      let next = index + 1
      guard ends, next < scalars.count, scalars[next] != "”", scalars[next] != "’" else { continue }
      sentences.append(Sentence(span: TextSpan(start, next), block: 0))
      start = next
    }
    if start < scalars.count {
      sentences.append(Sentence(span: TextSpan(start, scalars.count), block: 0))
    }
    self.init(
      number: 1, text: scalars, rawOffsets: Array(scalars.indices),
      blocks: [Block(kind: .paragraph, span: whole)], sentences: sentences,
      credits: credited.isEmpty
        ? [] : [Credit(work: .text, role: nil, names: credited, isPerson: true, block: 0)])
  }
}
