import Foundation
import PythonPeers
import Testing

/// The test suite of the W3C for SPARQL 1.1, run where it lies beside the project and Python has
/// what its runner needs.
@Suite struct ConformanceTests {
  static let runner = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/eval/w3c/w3c_run.py").standardizedFileURL

  static var canRun: Bool {
    ProgramRun.isBuilt && FileManager.default.fileExists(atPath: runner.path)
      && Python.has("pyoxigraph")
  }

  @Test(.enabled(if: canRun, "needs ../shared and pyoxigraph: run scripts/setup-python"))
  func `every test of the suite passes`() throws {
    let program = ProgramRun.program.path
    let run = try Python.run([
      Self.runner.path, "--engine", "cmd",
      "--load", "\(program) import --graph {db} {nq}",
      "--query", "\(program) query --graph {db} --format json {rq}", "-v",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("TOTAL 11 Eval 232 {'pass': 232}"), "\(run.output)")
    #expect(run.output.contains("TOTAL 11 Syntax 103 {'pass': 103}"), "\(run.output)")
  }
}
