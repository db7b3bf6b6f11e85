import ArgumentParser
import Foundation
import Lexicon
import Linking
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

  @Option(
    name: .customLong("corrections"),
    help: ArgumentHelp(
      "Corrections of your own beside those of the seeds; may be given several times.",
      valueName: "file"), completion: .file(extensions: ["tsv"]))
  var corrections: [String] = []

  /// The folder asked for, or the one beside the program.
  func directory() throws -> URL {
    if let seeds { return URL(fileURLWithPath: seeds, isDirectory: true) }
    guard let bundled = Seeds.bundledDirectory() else { throw CommandFailure.noSeeds }
    return bundled
  }

  /// The compiled seeds with the user's dictionaries laid over them.
  func lexicon() throws -> Lexicon {
    try translatingFaults {
      try Lexicon.open(
        seeds: directory(), userDictionaries: dictionaries.map { URL(fileURLWithPath: $0) },
        corrections: corrections.map { URL(fileURLWithPath: $0) })
    }
  }

  /// All faults of the seeds and the user's dictionaries, and what can be made of them.
  func inspection() throws -> SeedInspection {
    Lexicon.inspect(
      seeds: try directory(), userDictionaries: dictionaries.map { URL(fileURLWithPath: $0) },
      corrections: corrections.map { URL(fileURLWithPath: $0) })
  }

  /// The seeds, and what reads documents with them.
  func analyser() throws -> (Lexicon, NewsAnalyser) {
    let lexicon = try lexicon()
    return try translatingFaults { (lexicon, try NewsAnalyser(lexicon: lexicon)) }
  }

  /// Does `body`; faults of the seeds come out with their files' paths.
  func translatingFaults<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let faults as SeedFaults {
      throw CommandFailure.seedFaults(try located(faults.faults))
    }
  }

  /// Faults with the paths of files as an editor can open them from here: those that the seeds
  /// name relative to their folder are joined to it.
  func located(_ faults: [SeedFault]) throws -> [SeedFault] {
    let folder = try directory()
    return faults.map { fault in
      let isPathFromHere =
        fault.file.hasPrefix("/") || fault.file.hasPrefix(folder.relativePath)
        || (dictionaries + corrections).contains(fault.file)
        || FileManager.default.fileExists(atPath: fault.file)
      guard !isPathFromHere else { return fault }
      var fault = fault
      fault.file = folder.appendingPathComponent(fault.file).relativePath
      return fault
    }
  }
}
