import ArgumentParser
import Foundation

/// Where the process starts and ends: the only place that knows exit codes and signals.
@main
enum Program {
  static func main() async {
    // A reader that goes away (`mailuo export | head`) shows as EPIPE where it is written to.
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files shows as EFBIG.
    signal(SIGXFSZ, SIG_IGN)
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
      switch ErrorReport(error) {
      case .silence: return .success
      case .result(let text):
        try console.print(text)
        try console.output.flush()
        return .success
      case .code(let code):
        try console.output.flush()
        return code
      case .message(let message, let code):
        try console.tell(message)
        return code
      }
    } catch {
      // Results could not be written out before the message: that is what has to be said.
      guard case .message(let message, let code) = ErrorReport(error) else { return .success }
      FileHandle.standardError.write(Data(message.text(for: console.errorTerminal).utf8))
      return code
    }
  }
}

/// A command that answers on a console.
protocol AnsweringCommand: ParsableCommand {
  /// Does what the command is for.
  func run(on console: Console) async throws
}
