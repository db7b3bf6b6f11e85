import Lexicon
import ArgumentParser
import Export
import Linking
import NewsText

/// `mailuo extract PATH…`
struct ExtractCommand: AnsweringCommand {
  /// How documents are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Records, one a line.
    case jsonl
    /// The text with its names marked and its statements below.
    case inline
  }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads documents and prints what they say, without a graph.",
    discussion: """
      With --why, every name is followed by the best reading without it, with every summand of \
      both: below the text, or as records of the kind 'why' behind the document's others.

      Examples:
        mailuo extract page.txt --format inline
        mailuo extract page.txt --format inline --why
        mailuo extract - < news.jsonl > records.jsonl
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var seeds: SeedOptions

  @Option(help: "Records, or the text with its names marked.")
  var format: Format = .jsonl

  @Option(help: ArgumentHelp("Language of labels.", valueName: "language"))
  var lang: Language = .zh

  @Flag(help: "Say of every name what spoke for it and against it.")
  var why = false

  func run(on console: Console) async throws {
    let (lexicon, analyser) = try seeds.analyser()
    if format == .jsonl, !why {
      try await printRecords(with: analyser, on: console)
    } else {
      try await printDocuments(lexicon, with: analyser, on: console)
    }
  }

  private func printRecords(with analyser: NewsAnalyser, on console: Console) async throws {
    let work = OrderedWork<DocumentPart, [UInt8]>(threads: reading.threadCount) { part in
      var utf8: [UInt8] = []
      RecordFormat.append(analyser.analyse(part), to: &utf8)
      return utf8
    }
    var feed = PartFeed(DocumentFeed(reading), analyser: analyser)
    try await work.run {
      feed.next()
    } consume: {
      try console.output.write($0)
    }
    try feed.documents.finish()
  }

  /// Marked text, or whatever needs whole documents.
  private func printDocuments(
    _ lexicon: Lexicon, with analyser: NewsAnalyser, on console: Console
  ) async throws {
    let labels = OntologyLabels(ontology: lexicon.ontology)
    let inline = InlineText(labels: labels, language: lang, terminal: console.outputTerminal)
    let reasons = CompetitionText(labels: labels, language: lang, terminal: console.outputTerminal)
    let explainer = why ? try MentionExplainer(lexicon: lexicon) : nil
    let format = format
    let work = OrderedWork<Document, [UInt8]>(
      threads: reading.threadCount, weight: { $0.scalars.count }
    ) { document in
      let analysis = analyser.analyse(document)
      var utf8: [UInt8] = []
      switch format {
      case .jsonl: RecordFormat.append(analysis, to: &utf8)
      case .inline: utf8.append(contentsOf: inline.text(of: analysis).utf8)
      }
      for answer in explainer?.answers(for: document) ?? [] {
        switch format {
        case .jsonl: RecordFormat.append(answer.record, to: &utf8)
        case .inline:
          let lines = answer.lines(in: reasons).map { $0 + "\n" } + ["\n"]
          utf8.append(contentsOf: lines.joined().utf8)
        }
      }
      return utf8
    }
    var feed = DocumentFeed(reading)
    try await work.run {
      feed.next()
    } consume: {
      try console.output.write($0)
    }
    try feed.finish()
  }
}
