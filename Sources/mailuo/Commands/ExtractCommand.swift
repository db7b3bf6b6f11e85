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
      Examples:
        mailuo extract page.txt --format inline
        mailuo extract - < news.jsonl > records.jsonl
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var seeds: SeedOptions

  @Option(help: "Records, or the text with its names marked.")
  var format: Format = .jsonl

  @Option(help: ArgumentHelp("Language of labels.", valueName: "language"))
  var lang: Language = .zh

  func run(on console: Console) async throws {
    let (lexicon, analyser) = try seeds.analyser()
    switch format {
    case .jsonl: try await printRecords(with: analyser, on: console)
    case .inline: try await printInline(lexicon, with: analyser, on: console)
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

  private func printInline(
    _ lexicon: Lexicon, with analyser: NewsAnalyser, on console: Console
  ) async throws {
    let inline = InlineText(
      labels: OntologyLabels(ontology: lexicon.ontology), language: lang,
      terminal: console.outputTerminal)
    let work = OrderedWork<Document, String>(
      threads: reading.threadCount, weight: { $0.scalars.count }
    ) { inline.text(of: analyser.analyse($0)) }
    var feed = DocumentFeed(reading)
    try await work.run {
      feed.next()
    } consume: {
      try console.print($0)
    }
    try feed.finish()
  }
}
