import Foundation

/// The `dot` command, where it is installed.
enum Graphviz {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/dot" }.first(where: FileManager.default.isExecutableFile)

  static var isInstalled: Bool { path != nil }

  /// Draws to SVG; `messages` is what it said on standard error.
  static func draw(_ text: String) throws -> (svg: Data, messages: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("graph.dot")
    try Data(text.utf8).write(to: source)
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/dot")
    process.arguments = [
      "-Tsvg", "-o", folder.appendingPathComponent("graph.svg").path, source.path,
    ]
    process.standardError = errors
    try process.run()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let svg = (try? Data(contentsOf: folder.appendingPathComponent("graph.svg"))) ?? Data()
    return (svg, String(decoding: messages, as: UTF8.self), process.terminationStatus)
  }
}
