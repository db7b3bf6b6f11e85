import ArgumentParser
import Linking
import NewsText
import Querying
import TripleStore

/// `mailuo explain A [PREDICATE [B]]`, `mailuo explain --mention DOC:START`
struct ExplainCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why the graph says so: sentences, places in the file, rules and scores.",
    discussion: """
      Below each sentence stands the rule that read it, then every name in the passage with the \
      dictionary entries and rule that made it a name and the summands of its score: logarithms of \
      how usual each part is, and what its neighbours add; the best sum wins.

      With --mention, one name of a document: the reading that won, the best reading without that \
      name, every summand of both, and by how much the one is ahead. START is any character of the \
      name, counted from 0 as the records of 'mailuo extract' count.

      Examples:
        mailuo explain 段维慧 worksFor
        mailuo explain 王勇 到访 北京市
        mailuo explain --mention 000_0df2255bd30eeab7:379
      """)

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var subject: String?

  @Argument(help: "Only this predicate, by name or label.")
  var predicate: String?

  @Argument(help: "Only statements that join the two.", completion: EntityCompletion.kind)
  var object: String?

  @Option(
    help: ArgumentHelp("One name: a document's id and a character.", valueName: "DOC:START"))
  var mention: MentionPlace?

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard (subject == nil) != (mention == nil) else {
      throw ValidationError(
        subject == nil
          ? "Missing expected argument '<subject>'; or ask for one name with --mention DOC:START."
          : "--mention asks for one name; leave '\(subject ?? "")' away.")
    }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    if let mention {
      try explain(mention, session, console)
    } else if let subject {
      try explain(subject, session, console)
    }
  }

  private func explain(
    _ place: MentionPlace, _ session: GraphSession, _ console: Console
  ) throws {
    guard let document = try session.document(place.document) else {
      throw CommandFailure.noDocuments([place.document])
    }
    let answers = try MentionExplainer(lexicon: session.lexicon).answers(for: document)
    let start = place.start
    guard let answer = answers.first(where: { $0.span.range.contains(start) }) else {
      throw CommandFailure.noMention(
        place: place, nearest: MentionPlace.nearest(to: start, among: answers))
    }
    guard rows.format == .table else { return try answer.sections.print(on: console, as: rows) }
    let text = CompetitionText(
      labels: session.labels, language: rows.lang, terminal: console.outputTerminal)
    try console.print(answer.lines(in: text).map { $0 + "\n" }.joined())
  }

  private func explain(
    _ subject: String, _ session: GraphSession, _ console: Console
  ) throws {
    let known = try predicate.map(session.predicate)
    let subjectID = try session.entity(subject).id
    let objectID = try object.map { try session.entity($0).id }
    let answer = try session.queries.explain(subjectID, predicate: known, object: objectID)
    var explainer = try NameExplainer(lexicon: session.lexicon)
    let explanations = try session.store.read { snapshot in
      try answer.map { try explained($0, by: &explainer, snapshot) }
    }
    guard !explanations.isEmpty else {
      throw CommandFailure.noStatement(subject: subject, predicate: predicate, object: object)
    }
    guard rows.format == .table else {
      try console.print(
        ExplanationRows(labels: session.labels).table(of: explanations), as: rows)
      return
    }
    let text = StatementText(
      labels: session.labels, language: rows.lang, terminal: console.outputTerminal)
    let blocks = explanations.map { text.lines(for: $0).map { $0 + "\n" }.joined() }
    try console.print(blocks.joined(separator: "\n"))
  }

  private func explained(
    _ explanation: Explanation, by explainer: inout NameExplainer, _ snapshot: GraphSnapshot
  ) throws -> ExplainedStatement {
    let statement = explanation.statement
    let terms = [statement.subject.term] + (statement.object.entity.map { [$0.term] } ?? [])
    let corrections = try terms.flatMap { try snapshot.corrections(of: $0) }
    return ExplainedStatement(
      statement: statement,
      passages: try explanation.evidence.map { evidence in
        ExplainedStatement.Passage(
          evidence: evidence,
          names: try explainer.names(
            in: evidence.span, of: evidence.document, snapshot: snapshot),
          corrections: corrections.filter { $0.document == evidence.document })
      })
  }
}
