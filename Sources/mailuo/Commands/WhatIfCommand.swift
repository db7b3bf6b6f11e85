import ArgumentParser
import Foundation
import Lexicon
import Linking
import Logging
import NewsText
import TripleStore

/// `mailuo what-if --rules DIR PATH…`
struct WhatIfCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "What other rules would change in what some documents say.",
    discussion: """
      The documents are read with the rules as they are and with those of another folder; what \
      differs is printed as by 'mailuo diff'. The folder has names/, relations/ or both, as \
      seeds/rules has them; what it lacks stays as it is. No graph is touched.

      Example:
        mailuo what-if seeds/documents --rules seeds/rules
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("Folder with the other rules.", valueName: "folder"),
    completion: .directory)
  var rules: String

  @OptionGroup var seeds: SeedOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    guard FileManager.default.fileExists(atPath: rules) else {
      throw CommandFailure.noFolder(path: rules)
    }
    let (lexicon, analyser) = try seeds.analyser()
    let (otherLexicon, other) = try changed(lexicon)
    let folder = try ScratchFolder()
    let folding = NameFolding(lexicon)
    let stores = try ["old", "new"].map {
      try GraphStore.open(at: folder.file($0), access: .build, folding: folding)
    }
    var feed = DocumentFeed(reading)
    let logger = Logger.console(isVerbose: false)
    var builds = [
      GraphBuild(store: stores[0], lexicon: lexicon, logger: logger),
      GraphBuild(store: stores[1], lexicon: otherLexicon, logger: logger),
    ]
    let work = OrderedWork<Document, [DocumentAnalysis]>(
      threads: reading.threadCount, weight: { $0.scalars.count }
    ) { [analyser.analyse($0), other.analyse($0)] }
    try await work.run {
      feed.next()
    } consume: { analyses in
      for index in builds.indices { try builds[index].add(analyses[index]) }
    }
    for index in builds.indices { try builds[index].storeBatch() }
    try DifferencePrinting.print(
      from: stores[0], to: stores[1], lexicon, on: console, as: rows)
    for store in stores { try store.close() }
    try feed.finish()
  }

  /// The lexicon with the other rules, and what reads documents with them; faults with the paths of
  /// the other folder.
  private func changed(_ lexicon: Lexicon) throws -> (Lexicon, NewsAnalyser) {
    do {
      let other = try lexicon.replacingRules(with: URL(fileURLWithPath: rules, isDirectory: true))
      return (other, try NewsAnalyser(lexicon: other))
    } catch let error as SeedFaults {
      throw CommandFailure.seedFaults(
        error.faults.map { fault in
          guard fault.file.hasPrefix("rules/") else { return fault }
          var fault = fault
          let inside = URL(fileURLWithPath: rules).appendingPathComponent(
            String(fault.file.dropFirst("rules/".count)))
          if FileManager.default.fileExists(atPath: inside.path) {
            fault.file = inside.relativePath
          }
          return fault
        })
    }
  }
}
