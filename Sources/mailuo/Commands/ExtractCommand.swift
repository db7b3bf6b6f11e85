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
    let inline = InlineText(
      labels: OntologyLabels(ontology: lexicon.ontology), language: lang,
      terminal: console.outputTerminal)
    let format = format
    let work = OrderedWork<Document, [UInt8]>(threads: reading.threadCount) { document in
      let analysis = analyser.analyse(document)
      var utf8: [UInt8] = []
      switch format {
      case .jsonl: RecordFormat.append(analysis, to: &utf8)
      case .inline: utf8.append(contentsOf: inline.text(of: analysis).utf8)
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
