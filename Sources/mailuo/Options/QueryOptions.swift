import ArgumentParser
import Foundation
import Querying

/// Where saved queries are.
struct QueryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the saved queries (default: queries here, else beside the program).",
      valueName: "folder"), completion: .directory)
  var queries: String?

  /// The folder asked for, else the first there is; `nil` where there is none.
  var folder: URL? {
    let beside = Bundle.main.bundleURL.appendingPathComponent("queries").path
    let path = queries ?? ["queries", beside].first(where: FileManager.default.fileExists)
    return path.map { URL(fileURLWithPath: $0, isDirectory: true) }
  }

  /// All of them, by name.
  func all() throws -> [SavedQuery] {
    guard let folder else { return [] }
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw CommandFailure.noFolder(path: folder.relativePath)
    }
    return try SavedQuery.loadAll(in: folder)
  }

  /// Everything wrong with them, missing expected tables included.
  func faults() throws -> [SavedQueryFaults.Fault] {
    guard let folder else { return [] }
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw CommandFailure.noFolder(path: folder.relativePath)
    }
    return try SavedQuery.faults(in: folder)
  }

  /// A file of that path, which need not say its question in words, else a saved query of that name;
  /// `nil` if there is neither.
  func query(_ name: String) throws -> SavedQuery? {
    if QueryOptions.isFile(name) {
      return try SavedQuery.load(URL(fileURLWithPath: name), needsWords: false)
    }
    guard !name.contains("/"), let folder else { return nil }
    let file = "\(folder.relativePath)/\(name).rq"
    return QueryOptions.isFile(file) ? try SavedQuery.load(URL(fileURLWithPath: file)) : nil
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
