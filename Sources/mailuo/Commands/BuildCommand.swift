import Lexicon
import ArgumentParser
import Export
import Foundation
import Linking
import Logging
import NewsText
import TripleStore

/// `mailuo build PATH…`
struct BuildCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads documents and grows the graph.",
    discussion: """
      Running it again over the same documents changes nothing; a changed document replaces \
      its own statements and no others; 'mailuo forget' takes one out.

      Examples:
        mailuo build seeds/documents
        mailuo build news/ extra.jsonl.gz --graph news.sqlite --source 运城日报
        zcat archive.jsonl.gz | mailuo build -
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var rows: RowOptions

  @Flag(name: .shortAndLong, help: "Say on standard error what is being done.")
  var verbose = false

  func run(on console: Console) async throws {
    let start = ContinuousClock.now
    let logger = Logger.console(isVerbose: verbose)
    let (lexicon, analyser) = try seeds.analyser()
    logger.debug(
      "lexicon opened",
      metadata: ["milliseconds": "\((ContinuousClock.now - start) / .milliseconds(1))"])
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: graph.graph), access: .build, folding: NameFolding(lexicon))
    var feed = DocumentFeed(reading)
    var build = GraphBuild(store: store, lexicon: lexicon, logger: logger)
    do {
      try await read(&feed, into: &build, with: analyser, console)
    } catch {
      // What could not be read is worth telling even when the graph cannot take the rest.
      if !feed.failures.isEmpty { try console.tell(Message(.inputs(feed.failures))) }
      throw error
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let counts = try store.read { try $0.counts() }
    try store.close()
    let summary = BuildSummary(
      outcome: build.outcome, failed: feed.failures.count, counts: counts, seconds: seconds,
      labels: OntologyLabels(ontology: lexicon.ontology))
    try console.print(summary.table, as: rows)
    let isUnchanged = build.outcome.added + build.outcome.changed == 0
    if isUnchanged, build.outcome.unchanged > 0 {
      try console.tell(.nothingChanged(documents: build.outcome.unchanged))
    }
    try feed.finish()
  }

  private func read(
    _ feed: inout DocumentFeed, into build: inout GraphBuild, with analyser: NewsAnalyser,
    _ console: Console
  ) async throws {
    var progress = ProgressBar(
      total: console.errorTerminal.columns == nil ? 0 : InputCount.documents(in: reading.paths),
      terminal: console.errorTerminal)
    defer { progress.clear() }
    let work = OrderedWork<Document, DocumentAnalysis>(
      threads: reading.threadCount, weight: { $0.scalars.count }
    ) { analyser.analyse($0) }
    var done = 0
    try await work.run {
      while let document = feed.next() {
        if try build.needsReading(document) { return document }
        done += 1
        progress.show(done: done, label: document.id)
      }
      return nil
    } consume: { analysis in
      try build.add(analysis)
      done += 1
      progress.show(done: done, label: analysis.document.id)
    }
    try build.storeBatch()
  }
}
