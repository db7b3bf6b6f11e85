import Export
import Foundation

/// The `dot` command, which turns a drawing into a picture. Run as its own process: the library
/// is not safe to call from several threads.
struct Graphviz {
  /// Where it is.
  private let executable: String

  /// Finds the command in the folders of `PATH`.
  init(environment: [String: String]) throws {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = folders.map { $0 + "/dot" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw CommandFailure.noTool(
        name: "dot", package: "Graphviz (Debian: apt-get install graphviz)")
    }
    executable = found
  }

  /// Draws what `write` writes, in a format of `dot -T`.
  func draw(
    as format: String, to sink: inout some ByteSink,
    _ write: (inout OutputFile) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mailuo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { remove(folder) }
    let source = folder.appendingPathComponent("graph.dot")
    try ReplacementFile(path: source.path).write(write)
    let messages = folder.appendingPathComponent("messages")
    _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
    let process = Process()
    let picture = Pipe()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["-T\(format)", "-Gdpi=\(format == "png" ? 144 : 72)", source.path]
    process.standardOutput = picture
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    while case let piece = picture.fileHandleForReading.availableData, !piece.isEmpty {
      try sink.write(Array(piece))
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure.tool(
        name: "dot", status: process.terminationStatus,
        message: try String(contentsOf: messages, encoding: .utf8))
    }
  }

  /// Left-overs in the temporary folder are no reason to fail.
  private func remove(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch {}
  }
}
