import ArgumentParser
import Foundation
import Lexicon
import Seeds

/// Which dictionaries, rules and ontology a command works with.
struct SeedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder with dictionary, rules and ontology instead of the program's own copy.",
      valueName: "folder"), completion: .directory)
  var seeds: String?

  @Option(
    name: .customLong("dictionary"),
    help: ArgumentHelp(
      "A dictionary of your own laid over the seeds; may be given several times.",
      valueName: "file"), completion: .file(extensions: ["tsv"]))
  var dictionaries: [String] = []

  /// The folder asked for, or the one beside the program.
  func directory() throws -> URL {
    if let seeds { return URL(fileURLWithPath: seeds, isDirectory: true) }
    guard let bundled = Seeds.bundledDirectory() else { throw CommandFailure.noSeeds }
    return bundled
  }

  /// The compiled seeds with the user's dictionaries laid over them.
  func lexicon() throws -> Lexicon {
    try Lexicon.open(
      seeds: directory(), userDictionaries: dictionaries.map { URL(fileURLWithPath: $0) })
  }
}
