import Foundation
import Testing

/// The built `mailuo` run as its own process, as a user runs it.
struct ProgramRun: CustomTestStringConvertible {
  /// Exit code, or minus the signal that ended it.
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let messages: String

  var testDescription: String { "status \(status)\n\(output)\(messages)" }

  /// Lines of standard output.
  var lines: [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The program beside the test bundle.
  static let program: URL = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appendingPathComponent("mailuo")
  }()

  /// Whether the program is where it is looked for.
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: program.path) }
}

/// An empty folder to run the program in; gone with the last reference.
final class WorkFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("mailuo-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Path inside the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file, its folders included.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  /// Writes a text file.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Contents of a file.
  func read(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  /// Runs the program here and waits for it.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs the program here and waits for it.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(executable: ProgramRun.program, arguments, input: input, environment: environment)
  }

  /// Runs a shell script here, `$MAILUO` being the program.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> ProgramRun {
    var environment = environment
    environment["MAILUO"] = ProgramRun.program.path
    return try run(
      executable: URL(fileURLWithPath: "/bin/bash"), ["-o", "pipefail", "-c", script],
      environment: environment)
  }

  private func run(
    executable: URL, _ arguments: [String], input: Data = Data(), environment: [String: String]
  ) throws -> ProgramRun {
    // Files, not pipes: no amount of output can block the child.
    let streams = url.appendingPathComponent(".streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["input", "output", "messages"].map(streams.appendingPathComponent)
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
    return ProgramRun(
      status: status, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}
