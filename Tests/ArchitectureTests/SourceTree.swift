import Foundation

/// The package's own files, found from where this one lies.
enum SourceTree {
  /// A module named in an import and the line it stands on.
  struct Import {
    var module: String
    var line: Int
  }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files of a module, sorted.
  static func swiftFiles(of module: String) throws -> [URL] {
    let folder = root.appendingPathComponent(module == "Seeds" ? "seeds" : "Sources/\(module)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map(folder.appendingPathComponent)
  }

  /// Imports of a file.
  static func imports(of file: URL) throws -> [Import] {
    imports(in: try String(contentsOf: file, encoding: .utf8))
  }

  /// Imports of a source text.
  static func imports(in source: String) -> [Import] {
    let pattern =
      /^\s*(?:@\w+\s+|public\s+|internal\s+|package\s+|private\s+|fileprivate\s+)*import\s+(?:struct\s+|class\s+|enum\s+|protocol\s+|func\s+|let\s+|var\s+|typealias\s+)?(\w+)/
    return source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      line.prefixMatch(of: pattern).map { Import(module: String($0.1), line: number + 1) }
    }
  }
}
