import Foundation
import Testing

/// The test suite of the W3C for SPARQL 1.1, run where it lies beside the project and Python has
/// what its runner needs: the one `MAILUO_PYTHON` names, the one made ready in `.build/peers`, or
/// the system's.
@Suite struct ConformanceTests {
  static let runner = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/eval/w3c/w3c_run.py").standardizedFileURL

  static var canRun: Bool {
    guard ProgramRun.isBuilt, FileManager.default.fileExists(atPath: runner.path) else {
      return false
    }
    return (try? python(["-c", "import pyoxigraph"]).status) == 0
  }

  private static let interpreter: String = {
    if let named = ProcessInfo.processInfo.environment["MAILUO_PYTHON"] { return named }
    let made = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../.build/peers/bin/python").standardizedFileURL.path
    return FileManager.default.isExecutableFile(atPath: made) ? made : "python3"
  }()

  static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(.enabled(if: canRun, "needs ../shared and pyoxigraph"))
  func `every test of the suite passes`() throws {
    let program = ProgramRun.program.path
    let (status, output) = try Self.python([
      Self.runner.path, "--engine", "cmd",
      "--load", "\(program) import --graph {db} {nq}",
      "--query", "\(program) query --graph {db} --format json {rq}", "-v",
    ])
    #expect(status == 0)
    #expect(output.contains("TOTAL 11 Eval 232 {'pass': 232}"), "\(output)")
    #expect(output.contains("TOTAL 11 Syntax 103 {'pass': 103}"), "\(output)")
  }
}
