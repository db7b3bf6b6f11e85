import Foundation
import Synchronization

/// A Python with the packages of Tests/requirements.txt, for tests that compare with other
/// people's programs: the one `MAILUO_PYTHON` names, else that of `scripts/setup-python`.
package enum Python {
  /// The package's root.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The interpreter; `nil` if there is none.
  package static let interpreter: URL? = {
    let named = ProcessInfo.processInfo.environment["MAILUO_PYTHON"]
    let path = named ?? root.appendingPathComponent(".build/venv/bin/python").path
    return FileManager.default.isExecutableFile(atPath: path) ? URL(fileURLWithPath: path) : nil
  }()

  private static let known = Mutex<[String: Bool]>([:])

  /// Whether it can import all these modules.
  package static func has(_ modules: String...) -> Bool {
    modules.allSatisfy { module in
      if let answer = known.withLock({ $0[module] }) { return answer }
      let answer = (try? run(["-c", "import \(module)"]).status) == 0
      known.withLock { $0[module] = answer }
      return answer
    }
  }

  /// Why a test that needs these modules is skipped.
  package static func reason(_ modules: String...) -> String {
    "needs \(modules.joined(separator: " and ")) for Python: run scripts/setup-python"
  }

  /// A finished run.
  package struct Run: Sendable {
    /// Exit code.
    package let status: Int32
    /// Standard output.
    package let output: String
    /// Standard error.
    package let messages: String
  }

  /// Runs Python with `arguments`, `input` on standard input.
  package static func run(
    _ arguments: [String], input: String = "", in folder: URL? = nil
  ) throws -> Run {
    guard let interpreter else { throw CocoaError(.fileNoSuchFile) }
    return try run(interpreter, arguments, input: input, in: folder)
  }

  /// Runs a program that a package brought along (`datasette`).
  package static func run(tool: String, _ arguments: [String], in folder: URL? = nil) throws -> Run
  {
    guard let interpreter else { throw CocoaError(.fileNoSuchFile) }
    let program = interpreter.deletingLastPathComponent().appendingPathComponent(tool)
    return try run(program, arguments, input: "", in: folder)
  }

  private static func run(
    _ program: URL, _ arguments: [String], input: String, in folder: URL?
  ) throws -> Run {
    // Files, not pipes: no amount of output can block the child.
    let streams = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mailuo-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["input", "output", "messages"].map(streams.appendingPathComponent)
    try Data(input.utf8).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}
