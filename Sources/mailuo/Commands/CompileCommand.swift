import ArgumentParser
import Foundation
import Lexicon

/// `mailuo compile`: for installers, not for readers of news.
struct CompileCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compiles the dictionaries beside the seeds, so that the first start is fast.",
    shouldDisplay: false)

  @OptionGroup var seeds: SeedOptions

  func run(on console: Console) async throws {
    let folder = try seeds.directory()
    try seeds.translatingFaults {
      try Lexicon.compile(
        seeds: folder, to: folder.appendingPathComponent(Lexicon.compiledFileName))
    }
  }
}
