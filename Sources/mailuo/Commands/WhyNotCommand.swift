import ArgumentParser
import Export
import Lexicon
import NewsText
import Recognition

/// `mailuo why-not TEXT SPAN`, `mailuo why-not A PREDICATE B`
struct WhyNotCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Why a span of a text is no name, or why no rule says a statement.",
    discussion: """
      Where the span was proposed, the reading that won and the best one that takes the span stand \\
      below each other with every summand, and by how much it lost. Where no rule proposed it, each \\
      rule names the first thing it missed; the one that came nearest stands first. In sums, words \\
      count the logarithm of their frequency.

      With three arguments, why no relation rule says 'A PREDICATE B': in every sentence that names \\
      both, which rule came nearest, what its slots held, and what it missed where. The sentences are \\
      those of the graph, of one of its documents (--document), or of a text (--in).

      Examples:
        mailuo why-not 段维慧 leads 山西中信金石
        mailuo why-not 何建明 worksFor 清泉乳业 --in 何建明走进清泉乳业有限公司。
        mailuo why-not 早高峰时段乘公交的人多 高峰
        mailuo why-not 记者走进岭上人家采访 岭上人家 --type Organization
      """)

  @Argument(help: "The text, as much of it as matters; or the subject.")
  var text: String

  @Argument(help: "The characters of it that should be a name; or the predicate.")
  var span: String

  @Argument(help: "The object of the statement asked about.", completion: EntityCompletion.kind)
  var object: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A text that should say the statement.", valueName: "text"))
  var statementText: String?

  @Option(help: ArgumentHelp("A document that should say it.", valueName: "id"))
  var document: String?

  @Option(help: "Most rules that are shown of a statement.")
  var limit = 5

  @Option(help: ArgumentHelp("Only candidates of this type, by name or label.", valueName: "type"))
  var type: String?

  @Option(
    help: ArgumentHelp(
      "Which of several occurrences is meant (default: the first that is no name).",
      valueName: "number"))
  var occurrence: Int?

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  private var seeds: SeedOptions { session.seeds }

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be at least 1.") }
    if object == nil, statementText != nil || document != nil {
      throw ValidationError("--in and --document ask about a statement: why-not A PREDICATE B.")
    }
    if object != nil, type != nil || occurrence != nil {
      throw ValidationError("--type and --occurrence ask about a name: why-not TEXT SPAN.")
    }
    if statementText != nil, document != nil {
      throw ValidationError("Give --in or --document, not both.")
    }
    guard !span.isEmpty else {
      throw ValidationError("The span is empty; name at least one character.")
    }
    guard (occurrence ?? 1) >= 1 else {
      throw ValidationError("--occurrence must be at least 1.")
    }
  }

  func run(on console: Console) async throws {
    if let object {
      let question = MissedStatement(
        subject: text, predicate: span, object: object, text: statementText, document: document,
        limit: limit)
      return try question.answer(session, on: console, as: rows)
    }
    let lexicon = try seeds.lexicon()
    let labels = OntologyLabels(ontology: lexicon.ontology)
    let type = try type.map(labels.knownType)
    let document = Document(id: "text", text: text)
    let spans = Self.occurrences(of: Array(span.unicodeScalars), in: document.scalars)
    guard spans.count >= occurrence ?? 1 else {
      throw CommandFailure.noSpan(span, occurrences: spans.count, asked: occurrence ?? 1)
    }
    let explainer = try seeds.translatingFaults { try MentionExplainer(lexicon: lexicon) }
    let candidates = occurrence.map { [spans[$0 - 1]] } ?? spans
    let answers = candidates.lazy.map { span in
      VerdictAnswer(
        text: document.scalars, span: span,
        verdict: explainer.verdict(on: span, of: document, as: type))
    }
    guard let answer = answers.first(where: { !$0.isFound }) ?? answers.first else { return }
    guard rows.format == .table else {
      return try answer.sections(labels).print(on: console, as: rows)
    }
    let text = CompetitionText(
      labels: labels, language: rows.lang, terminal: console.outputTerminal)
    try answer.print(in: text, on: console, as: rows)
  }

  /// Every place where the characters stand, also where they overlap.
  static func occurrences(
    of span: [Unicode.Scalar], in scalars: [Unicode.Scalar]
  ) -> [TextSpan] {
    guard let first = span.first, span.count <= scalars.count else { return [] }
    return (0...scalars.count - span.count).compactMap { start in
      guard scalars[start] == first,
        scalars[start..<start + span.count].elementsEqual(span)
      else { return nil }
      return TextSpan(start, start + span.count)
    }
  }
}
