import Foundation

/// Programs of others that read what `mailuo export` writes.
enum Peer {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL
  static let script = root.appendingPathComponent("scripts/peers/check_exports.py").path
  static let ontology = root.appendingPathComponent("seeds/ontology.yaml").path

  /// Where a command is in the folders of `PATH`.
  static func path(of command: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(command)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// Runs a command; output and messages come together.
  static func run(
    _ command: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
