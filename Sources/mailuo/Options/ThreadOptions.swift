import ArgumentParser
import Foundation

/// With how many threads to read.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Threads to read with (default: one a core).", valueName: "number"))
  var threads: Int?

  /// Threads asked for, or one for each core.
  var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard (threads ?? 1) >= 1 else { throw ValidationError("--threads must be at least 1.") }
  }
}
