import ArgumentParser
import Foundation
import TripleStore

/// Where the process starts and ends: the only place that knows exit codes and signals.
@main
enum Program {
  static func main() async {
    // A reader that goes away (`mailuo export | head`) shows as EPIPE where it is written to.
    signal(SIGPIPE, SIG_IGN)
    let console = Console.standard(environment: ProcessInfo.processInfo.environment)
    let code = await run(Array(CommandLine.arguments.dropFirst()), console: console)
    exit(code.rawValue)
  }

  /// Runs one command line; what it has to say is said on the console.
  static func run(_ arguments: [String], console: Console) async -> ExitCode {
    do {
      try checkCommandName(in: arguments)
      var command = try Mailuo.parseAsRoot(arguments)
      if let answering = command as? any AnsweringCommand {
        try await answering.run(on: console)
      } else {
        try command.run()
      }
      try console.output.flush()
      return .success
    } catch {
      return report(error, on: console)
    }
  }

  /// A mistyped command is answered with those there are, not with a complaint about arguments.
  private static func checkCommandName(in arguments: [String]) throws {
    let commands = Mailuo.configuration.subcommands.map { $0.configuration }
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help",
      !commands.contains(where: { $0.commandName == name })
    else { return }
    let known = commands.filter { $0.shouldDisplay }.compactMap { $0.commandName }
    throw CommandFailure.unknownName(kind: "command", name: name, known: known)
  }

  private static func report(_ error: any Error, on console: Console) -> ExitCode {
    do {
      switch error {
      case let failure as OutputFailure where failure.isClosedPipe: return .success
      case let failure as OutputFailure:
        try console.tell(Message(failure))
        return ExitCode(1)
      case let failure as CommandFailure:
        try console.tell(Message(failure))
        return failure.exitCode
      case let failure as StoreError:
        try console.tell(Message(failure))
        return failure.exitCode
      case let code as ExitCode:
        try console.output.flush()
        return code
      default: return try reportUsage(error, on: console)
      }
    } catch let failure as OutputFailure where failure.isClosedPipe {
      return .success
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      return ExitCode(1)
    }
  }

  /// Help, version and completion scripts are results; everything else is bad usage.
  private static func reportUsage(_ error: any Error, on console: Console) throws -> ExitCode {
    let text = Mailuo.fullMessage(for: error)
    guard Mailuo.exitCode(for: error) != .success else {
      try console.print(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
      try console.output.flush()
      return .success
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = lines.first ?? ""
    let headline = first.hasPrefix("Error: ") ? String(first.dropFirst("Error: ".count)) : first
    try console.tell(
      Message(severity: .error, headline: headline, details: Array(lines.dropFirst())))
    return ExitCode(2)
  }
}

/// A command that answers on a console.
protocol AnsweringCommand: ParsableCommand {
  /// Does what the command is for.
  func run(on console: Console) async throws
}

extension StoreError {
  /// 2 where there is no graph to speak of, 1 where there is one that cannot be used.
  var exitCode: ExitCode {
    switch self {
    case .missing, .folderMissing, .isFolder, .notADatabase, .notAGraph: ExitCode(2)
    default: ExitCode(1)
    }
  }
}
