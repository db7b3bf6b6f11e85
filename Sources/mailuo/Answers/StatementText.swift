import Export
import Linking
import NewsText
import Querying
import TripleStore

/// Statements and their evidence in words, for people.
struct StatementText {
  /// Words for predicates.
  let labels: OntologyLabels
  /// Language of the words.
  let language: Language
  /// Where they go.
  let terminal: Terminal

  /// 「甲 任职于 → 乙  role=书记」
  func line(for statement: StatementRecord) -> String {
    let predicate = labels.predicate(statement.predicate).text(in: language)
    return
      "\(name(statement.subject.name)) \(predicate) → \(name(statement.object.text))"
      + qualifiers(of: statement)
  }

  /// One step of a path: the arrow shows which way the statement is said.
  func line(for step: GraphPath.Step) -> String {
    let predicate = labels.predicate(step.statement.predicate).text(in: language)
    let arrow = step.direction == .out ? "─ \(predicate) →" : "← \(predicate) ─"
    return "\(arrow) \(name(step.entity.name))" + qualifiers(of: step.statement)
  }

  /// The sentence, and below it where it stands and which rule read it.
  func lines(for evidence: EvidenceRecord) -> [String] {
    let article = language == .zh ? "第\(evidence.article)篇" : "article \(evidence.article)"
    let place =
      "\(evidence.document) \(article) [\(evidence.span.start), \(evidence.span.end))"
      + (evidence.headline.isEmpty ? "" : " 「\(evidence.headline)」")
    let reading = "\(evidence.rule) \(RowTable.Cell.decimal(evidence.score).plainText)"
    let names = evidence.inferred.joined(separator: ", ")
    let inferred =
      names.isEmpty ? "" : language == .zh ? "  \(names) 为推定" : "  \(names) inferred"
    let sentence = TerminalText.sanitised(evidence.sentence)
    return wrapped(sentence)
      + wrapped(TerminalText.sanitised("\(place)  \(reading)\(inferred)")).map(terminal.dim)
  }

  private func name(_ text: String) -> String { terminal.bold(TerminalText.sanitised(text)) }

  private func qualifiers(of statement: StatementRecord) -> String {
    let text = TerminalText.sanitised(
      StatementRows.qualifiers(of: statement).shownText(in: language))
    return text.isEmpty ? "" : "  " + terminal.dim(text)
  }

  /// Broken to the terminal's width, leaving room for the indent the caller adds.
  private func wrapped(_ text: String) -> [String] {
    guard let columns = terminal.columns, columns > 20 else { return [text] }
    return TerminalText.wrapped(text, columns: columns - 6)
  }
}

extension StatementText {
  /// A path: its start, then a line a step with the sentence below.
  func lines(for path: GraphPath) -> [String] {
    [name(path.start.name)]
      + path.steps.flatMap { step in
        ["  " + line(for: step)]
          + (step.evidence.map(lines) ?? []).map { "      " + $0 }
      }
  }

  /// A statement, then every passage it was read in with the names found there.
  func lines(for explanation: ExplainedStatement) -> [String] {
    [line(for: explanation.statement)]
      + explanation.passages.flatMap { passage in
        lines(for: passage.evidence).map { "    " + $0 }
          + passage.names.flatMap { lines(for: $0).map { "      " + $0 } }
          + passage.corrections.flatMap { correction in
            let line = CorrectionRows.line(for: correction, in: language)
            return wrapped(TerminalText.sanitised(line)).map { "      " + terminal.dim($0) }
          }
      }
  }

  /// 「王勇 人物 person.surname: surname 王 +1.2 = 1.2」
  private func lines(for explained: ExplainedName) -> [String] {
    let type = labels.type(explained.type).text(in: language)
    let text = "\(explained.text)  \(type)  \(explained.rule): \(explained.sum)"
    return wrapped(TerminalText.sanitised(text)).map(terminal.dim)
  }
}
