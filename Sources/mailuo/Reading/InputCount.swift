import Foundation

/// How many documents a build will see, for its progress bar.
enum InputCount {
  private static let textExtensions: Set<String> = ["txt", "md"]

  /// Files that are one document each; 0 when a file of many documents or standard input is among
  /// them and nobody can say.
  static func documents(in paths: [String]) -> Int {
    var total = 0
    for path in paths {
      let count = isFolder(path) ? documents(inFolder: path) : isText(path) ? 1 : nil
      guard let count else { return 0 }
      total += count
    }
    return total
  }

  private static func documents(inFolder path: String) -> Int? {
    var total = 0
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      if isText(name) { total += 1 }
      if name.hasSuffix(".jsonl") || name.hasSuffix(".jsonl.gz") { return nil }
    }
    return total
  }

  private static func isText(_ path: String) -> Bool {
    let name = path.hasSuffix(".gz") ? String(path.dropLast(".gz".count)) : path
    return textExtensions.contains(URL(fileURLWithPath: name).pathExtension)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
