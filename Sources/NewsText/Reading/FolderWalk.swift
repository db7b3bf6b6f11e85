import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The documents' files below a folder, one by one, in the byte order of their paths' parts.
///
/// Hidden entries, files of other kinds and what is no file (a pipe would keep its reader waiting)
/// are passed over; a folder is entered once on its way
/// down, so that links in a circle end. Memory holds one listing for each level.
struct FolderWalk {
  private struct Level {
    let path: String
    let identity: FileIdentity
    /// Last first.
    var names: [String]
  }
  private var levels: [Level] = []

  /// What the next step found.
  enum Step {
    case file(path: String, format: DocumentFormat)
    case unreadable(path: String, systemError: Int32)
  }

  /// Begins at `folder`, which is a folder.
  init(folder: String) { enter(folder) }

  private var failed: (path: String, systemError: Int32)?

  /// The next file or unreadable folder; `nil` at the end.
  mutating func next() -> Step? {
    while true {
      if let failure = failed {
        failed = nil
        return .unreadable(path: failure.path, systemError: failure.systemError)
      }
      guard let level = levels.last else { return nil }
      guard let name = levels[levels.count - 1].names.popLast() else {
        levels.removeLast()
        continue
      }
      let path = level.path.hasSuffix("/") ? level.path + name : level.path + "/" + name
      let identity = FileIdentity(path: path)
      if identity?.isFolder == true {
        enter(path)
      } else if identity?.isSpecial != true, let format = DocumentFormat(path: path) {
        return .file(path: path, format: format)
      }
    }
  }

  private mutating func enter(_ path: String) {
    guard let identity = FileIdentity(path: path),
      !levels.contains(where: { $0.identity == identity })
    else { return }
    guard let directory = opendir(path) else {
      failed = (path, errno)
      return
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    levels.append(Level(path: path, identity: identity, names: names))
  }
}

/// What makes two paths the same file.
struct FileIdentity: Equatable {
  let device: UInt64
  let node: UInt64
  let isFolder: Bool
  /// Whether it is a pipe, a socket or a device.
  let isSpecial: Bool

  /// The identity of what `path` leads to, `nil` where it leads nowhere.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
    let kind = status.st_mode & S_IFMT
    isFolder = kind == S_IFDIR
    isSpecial = kind != S_IFDIR && kind != S_IFREG
  }
}
