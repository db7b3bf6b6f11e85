import Foundation

/// A folder for graphs nobody keeps. A class because the folder goes with its last user.
final class ScratchFolder {
  /// Where it is.
  let url: URL

  /// Makes an empty folder among the system's temporary files.
  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("mailuo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      // The system clears its temporary files itself.
      return
    }
  }

  /// A file of that name inside.
  func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}
