import ArgumentParser
import Foundation
import Lexicon
import Linking
import Querying
import Recognition

/// `mailuo check`
struct CheckCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks dictionaries, rules and saved queries; runs each rule's own examples.",
    discussion: """
      Every fault is one line: file:line: error: what is wrong.

      Example:
        mailuo check --seeds seeds --dictionary names.tsv
      """)

  @OptionGroup var seeds: SeedOptions

  @OptionGroup var queries: QueryOptions

  func run(on console: Console) async throws {
    var faults = try seeds.located(seedFaults())
    faults += try queryFaults()
    guard faults.isEmpty else { throw CommandFailure.seedFaults(SeedFaults(faults).faults) }
    try console.tell(.noFaults)
  }

  /// Faults of the files; where there are none, rules whose own sentences come out otherwise.
  private func seedFaults() throws -> [SeedFault] {
    let lexicon: Lexicon
    do {
      lexicon = try seeds.lexicon()
    } catch CommandFailure.seedFaults(let faults) {
      return faults
    }
    let relationFaults = RelationRules.check(lexicon: lexicon)
    do {
      let failures = try Recogniser(lexicon: lexicon).checkExamples()
      return relationFaults
        + failures.map { SeedFault(file: $0.file, line: $0.line, message: $0.message) }
    } catch let faults as SeedFaults {
      return relationFaults + faults.faults
    }
  }

  private func queryFaults() throws -> [SeedFault] {
    do {
      _ = try queries.all()
      return []
    } catch let faults as SavedQueryFaults {
      return faults.faults.map { SeedFault(file: $0.file, line: $0.line, message: $0.message) }
    }
  }
}
