import ArgumentParser
import Export
import Foundation
import Lexicon
import Querying
import SPARQL
import TripleStore

/// What an error that ended a command comes to: words and an exit code.
enum ErrorReport {
  /// A reader that went away: nothing to say.
  case silence
  /// Help, version, completion script: a result.
  case result(String)
  /// A code that a command chose after saying what there was to say.
  case code(ExitCode)
  /// Words for standard error, and the code.
  case message(Message, ExitCode)

  /// Sorts the error of any floor.
  init(_ error: any Error) {
    switch error {
    case let failure as OutputFailure where failure.isClosedPipe: self = .silence
    case let failure as OutputFailure: self = .message(Message(failure), ExitCode(1))
    case let failure as CommandFailure: self = .message(Message(failure), failure.exitCode)
    case let failure as StoreError: self = .message(Message(failure), failure.exitCode)
    case let faults as SavedQueryFaults: self = Self.report(faults)
    case let code as ExitCode: self = .code(code)
    case let error as SQLQuestionError:
      self = .message(Message(severity: .error, headline: error.description), ExitCode(2))
    case let error as SyntaxError:
      self = .message(
        Message(severity: .error, headline: "SPARQL: \(error.description)"), ExitCode(2))
    case let error as QueryFailure:
      self = .message(Message(severity: .error, headline: error.description), ExitCode(2))
    case let error as SavedQueryBindingError:
      self = .message(Message(severity: .error, headline: error.description), ExitCode(2))
    default: self = Self.usage(error)
    }
  }

  private static func report(_ faults: SavedQueryFaults) -> ErrorReport {
    let failure = CommandFailure.seedFaults(
      faults.faults.map { SeedFault(file: $0.file, line: $0.line, message: $0.message) })
    return .message(Message(failure), failure.exitCode)
  }

  /// What the argument parser says; an error of nobody's known kind is the system's.
  private static func usage(_ error: any Error) -> ErrorReport {
    let text = Mailuo.fullMessage(for: error)
    switch Mailuo.exitCode(for: error) {
    case .success: return .result(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
    case .validationFailure:
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let headline = (lines.first ?? "").trimmingPrefix("Error: ")
      let message = Message(
        severity: .error, headline: String(headline), details: Array(lines.dropFirst()))
      return .message(message, ExitCode(2))
    default:
      let message = Message(severity: .error, headline: (error as NSError).localizedDescription)
      return .message(message, ExitCode(1))
    }
  }
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
