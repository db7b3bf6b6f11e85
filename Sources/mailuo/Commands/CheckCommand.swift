import ArgumentParser
import Foundation
import Lexicon
import Linking
import NewsText
import Querying
import Recognition

/// `mailuo check`
struct CheckCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks dictionaries, rules and saved queries; runs each rule's own examples.",
    discussion: """
      Every fault is one line: file:line: error: what is wrong.

      With --corpus, documents are read to see how the rules and dictionaries fare in them. A naming \
      rule fires when it proposes a name, wins when the name is on the best path through its \
      sentence, yields when another name of the same rule is, and loses to whatever else stands \
      there. A dictionary fires when an entry occurs and wins when the reading makes use of it: as a \
      word, a name or a part of one, as a cue beside a name. What never fired or was always \
      overruled is named below the tables.

      Examples:
        mailuo check --seeds seeds --dictionary names.tsv
        mailuo check --corpus seeds/documents
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files and folders to try the rules on; - is JSON Lines on standard input.",
      valueName: "path"), completion: .file())
  var corpus: [String] = []

  @OptionGroup var threads: ThreadOptions

  @OptionGroup var seeds: SeedOptions

  @OptionGroup var queries: QueryOptions

  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let inspection = try seeds.inspection()
    var faults = try seeds.located(inspection.faults + ruleFaults(inspection))
    faults += try queryFaults() + figureFaults()
    // Faults of dictionaries or rules leave nothing that texts could be read with.
    let analyser = corpus.isEmpty ? nil : inspection.analyser
    var feed = DocumentFeed(paths: corpus)
    if let analyser { try await tryOut(analyser, on: &feed, console) }
    guard faults.isEmpty else {
      if !feed.failures.isEmpty { try console.tell(Message(.inputs(feed.failures))) }
      throw CommandFailure.seedFaults(SeedFaults(faults).faults)
    }
    try console.tell(.noFaults)
    try feed.finish()
  }

  private func tryOut(
    _ analyser: NewsAnalyser, on feed: inout DocumentFeed, _ console: Console
  ) async throws {
    let health = try await read(&feed, with: analyser, console)
    let answer = HealthAnswer(
      health: health, nameRules: analyser.nameRules, relationRules: analyser.relationRules,
      groups: analyser.weighedGroups)
    try answer.sections.print(on: console, as: rows)
    guard rows.format == .table else { return }
    let columns = console.outputTerminal.columns
    let lines = answer.lines(in: rows.lang).flatMap { line in
      columns.map { TerminalText.wrapped(line, columns: max(20, $0)) } ?? [line]
    }
    if !lines.isEmpty { try console.print("\n" + lines.map { $0 + "\n" }.joined()) }
  }

  private func read(
    _ feed: inout DocumentFeed, with analyser: NewsAnalyser, _ console: Console
  ) async throws -> NewsHealth {
    var progress = ProgressBar(
      total: console.errorTerminal.columns == nil ? 0 : InputCount.documents(in: corpus),
      terminal: console.errorTerminal)
    defer { progress.clear() }
    let work = OrderedWork<Document, (id: String, health: NewsHealth)>(threads: threads.count) {
      ($0.id, analyser.health(of: $0))
    }
    var health = NewsHealth()
    try await work.run {
      feed.next()
    } consume: { result in
      health.add(result.health)
      progress.show(done: health.documents, label: result.id)
    }
    return health
  }

  /// Rules that cannot be understood; where the dictionaries are sound, also those whose own
  /// sentences come out otherwise.
  private func ruleFaults(_ inspection: SeedInspection) -> [SeedFault] {
    guard let lexicon = inspection.lexicon else { return [] }
    let faults = RelationRules.check(lexicon: lexicon, runningExamples: inspection.isComplete)
    do {
      let recogniser = try Recogniser(lexicon: lexicon)
      guard inspection.isComplete else { return faults }
      return faults
        + recogniser.checkExamples().map {
          SeedFault(file: $0.file, line: $0.line, message: $0.message)
        }
    } catch let error as SeedFaults {
      return faults + error.faults
    } catch {
      return faults + [SeedFault(file: "rules/names", line: 0, message: "\(error)")]
    }
  }

  private func figureFaults() throws -> [SeedFault] {
    do {
      _ = try FigureRules.read(seeds: seeds.directory())
      return []
    } catch let error as SeedFaults {
      return error.faults
    }
  }

  private func queryFaults() throws -> [SeedFault] {
    try queries.faults().map { SeedFault(file: $0.file, line: $0.line, message: $0.message) }
  }
}

extension SeedInspection {
  /// What reads documents, where dictionaries and rules are sound enough for that.
  fileprivate var analyser: NewsAnalyser? {
    guard isComplete, let lexicon else { return nil }
    do {
      return try NewsAnalyser(lexicon: lexicon)
    } catch {
      // The faults of the rules are told by the check itself.
      return nil
    }
  }
}
