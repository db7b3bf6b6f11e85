import Foundation
import Synchronization

/// Keeps a second build away from a graph for as long as the first lives: an advisory `flock` on
/// `graph.sqlite-lock`, which the system takes back whatever way the process ends. Readers never
/// look at it. A class because it owns the descriptor.
final class BuildLock: Sendable {
  private let path: String
  private let descriptor: Mutex<Int32?>

  /// Takes the lock of the graph at `graphPath` or throws ``StoreError/anotherBuild(path:processID:)``.
  init(graphPath: String) throws {
    path = graphPath + "-lock"
    descriptor = Mutex(try BuildLock.acquire(path, graphPath: graphPath))
  }

  deinit { release() }

  /// Gives the lock back and takes its file away. May be called twice.
  func release() {
    descriptor.withLock { held in
      guard let descriptor = held else { return }
      unlink(path)
      close(descriptor)
      held = nil
    }
  }

  /// The file may be taken away between opening and locking it, by the build that held it; then
  /// the lock is on nothing, and everything begins again.
  private static func acquire(_ path: String, graphPath: String) throws -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw StoreError(systemError: errno, path: graphPath) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
        let holder = processID(in: descriptor)
        close(descriptor)
        throw StoreError.anotherBuild(path: graphPath, processID: holder)
      }
      if isFile(descriptor, at: path) {
        let owner = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, owner, owner.count, 0) >= 0 else {
          let code = errno
          unlink(path)
          close(descriptor)
          throw StoreError(systemError: code, path: graphPath)
        }
        return descriptor
      }
      close(descriptor)
    }
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var found = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &found) == 0 && held.st_ino == found.st_ino
      && held.st_dev == found.st_dev
  }

  private static func processID(in descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
