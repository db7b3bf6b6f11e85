import Export
import Linking
import NewsText
import Recognition
import TripleStore

/// A document's text with its names marked 〔机构|晖禾重工〕, and below it what it says.
struct InlineText {
  /// Words for types and predicates.
  let labels: OntologyLabels
  /// Language of the words.
  let language: Language
  /// Where it goes.
  let terminal: Terminal

  /// The document under its id, marked, then a line a statement.
  func text(of analysis: DocumentAnalysis) -> String {
    let names = Dictionary(
      analysis.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var text = terminal.bold("# \(TerminalText.sanitised(analysis.document.id))") + "\n"
    text += marked(analysis)
    if !text.hasSuffix("\n") { text += "\n" }
    for statement in analysis.statements { text += line(for: statement, names) + "\n" }
    return text + "\n"
  }

  /// Where names overlap, the earlier and longer one is marked.
  private func marked(_ analysis: DocumentAnalysis) -> String {
    let scalars = analysis.document.scalars
    var text = ""
    var at = 0
    for mention in analysis.mentions.sorted(by: { Self.precedes($0.span, $1.span) })
    where mention.span.start >= at && mention.span.end <= scalars.count {
      let type = labels.type(mention.type).text(in: language)
      text += shown(scalars.string(TextSpan(at, mention.span.start)))
      text += terminal.dim("〔\(type)|") + terminal.bold(shown(scalars.string(mention.span)))
      text += terminal.dim("〕")
      at = mention.span.end
    }
    return text + shown(scalars.string(TextSpan(at, scalars.count)))
  }

  /// 「→ 甲 任职于 乙  role=书记」
  private func line(for statement: Statement, _ names: [EntityID: String]) -> String {
    let name = { (id: EntityID) in names[id] ?? id.rawValue }
    let object =
      switch statement.object {
      case .entity(let id): name(id)
      case .literal(let text): text
      }
    let predicate = labels.predicate(statement.predicate).text(in: language)
    let qualifiers = RowTable.Cell(RecordFormat.qualifiers(statement.qualifiers)).plainText
    return TerminalText.sanitised(
      "→ \(name(statement.subject)) \(predicate) \(object)"
        + (qualifiers.isEmpty ? "" : "  \(qualifiers)"))
  }

  /// Line breaks stay, other controls do not.
  private func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.sanitised(String($0)) }.joined(separator: "\n")
  }

  private static func precedes(_ left: TextSpan, _ right: TextSpan) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
