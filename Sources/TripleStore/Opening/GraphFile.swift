import Foundation

/// What lies at a path, judged by the first hundred bytes before SQLite touches it.
/// Layout: https://www.sqlite.org/fileformat.html#the_database_header
enum GraphFile: Equatable {
  /// Nothing, or an empty file as `mktemp` leaves it.
  case absent
  /// A graph of that version.
  case graph(version: Int)

  /// Looks at the file; throws what a file that is no graph is.
  static func inspect(_ path: String) throws -> GraphFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .absent
    }
    guard !isFolder.boolValue else { throw StoreError.isFolder(path: path) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.unreadable(path: path)
    }
    let header = [UInt8](try file.read(upToCount: 100) ?? Data())
    guard !header.isEmpty else { return .absent }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError.notADatabase(path: path)
    }
    let applicationID = Int32(bitPattern: bigEndian(header[68..<72]))
    guard applicationID == GraphMigrations.applicationID else {
      throw StoreError.notAGraph(path: path, applicationID: applicationID)
    }
    let version = Int(bigEndian(header[60..<64]))
    guard version <= GraphMigrations.version else {
      throw StoreError.newer(path: path, version: version, supported: GraphMigrations.version)
    }
    try checkLength(of: file, header, path)
    return .graph(version: version)
  }

  /// A file shorter than its header says was cut off, unless the rest is still in a write-ahead log.
  private static func checkLength(
    of file: FileHandle, _ header: [UInt8], _ path: String
  ) throws {
    let stated = bigEndian(header[16..<18])
    let pageSize = stated == 1 ? 65_536 : UInt64(stated)
    let pages = UInt64(bigEndian(header[28..<32]))
    // The number of pages holds only if it was written by the last change.
    let isStated = header[24..<28].elementsEqual(header[92..<96])
    let length = try file.seekToEnd()
    var log = stat()
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
    guard isStated, !hasLog, length < pages * pageSize else { return }
    throw StoreError.damaged(
      path: path, detail: "\(length) of \(pages * pageSize) bytes are there")
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
