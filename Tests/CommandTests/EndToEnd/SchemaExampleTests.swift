import Foundation
import PythonPeers
import Testing

/// The examples of docs/SCHEMA.md for other programs run as they stand, where those are installed: in
/// the Python that ``PythonPeers/Python`` finds.
@Suite(.enabled(if: ProgramRun.isBuilt, "mailuo is not built"))
struct SchemaExampleTests {
  static let python = Python.interpreter?.path ?? "python3"
  /// Sets the path on which the programs of its packages are found.
  static let path =
    "PATH=\(Python.interpreter?.deletingLastPathComponent().path ?? "/usr/bin"):$PATH"

  /// Blocks of code in one language.
  static func examples(_ language: String) throws -> [String] {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/SCHEMA.md"), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  /// Why an example cannot run here; `nil` when it can.
  static func obstacle(_ example: String, in folder: WorkFolder) throws -> String? {
    let modules = example.split(separator: "\n").filter { $0.hasPrefix("import ") }
      .map { String($0.dropFirst("import ".count)) }
    for module in modules
    where try folder.shell("\(python) -c 'import \(module)'").status != 0 {
      return "\(module) is not installed"
    }
    if example.contains("INSTALL sqlite"),
      try folder.shell("\(python) -c 'import duckdb; duckdb.sql(\"INSTALL sqlite\")'").status != 0
    {
      return "DuckDB cannot fetch its extension"
    }
    if example.hasPrefix("datasette"), try folder.shell("\(path) command -v datasette").status != 0
    {
      return "datasette is not installed"
    }
    return nil
  }

  func run(_ example: String, _ command: (String) -> String) throws {
    let folder = try WorkFolder()
    if let obstacle = try Self.obstacle(example, in: folder) {
      print("skipped: \(obstacle)")
      return
    }
    try folder.write(Sample.page, to: "page.txt")
    #expect(try folder.run("build", "page.txt").status == 0)
    try folder.write(example, to: "example")
    let run = try folder.shell(command("example"))
    #expect(run.status == 0, "\(run)")
    #expect(!run.output.isEmpty)
  }

  @Test func `there are examples`() throws {
    #expect(try Self.examples("python").count >= 3)
    #expect(try Self.examples("sh").contains { $0.hasPrefix("datasette") })
  }

  @Test(arguments: try examples("python"))
  func python(example: String) throws { try run(example) { "\(Self.python) \($0)" } }

  @Test(arguments: try examples("sh").filter { $0.hasPrefix("datasette") })
  func shell(example: String) throws { try run(example) { "\(Self.path) bash \($0)" } }
}
