import Export
import Foundation

/// A file written beside its final place and moved there when complete, so that nobody ever sees
/// half of it and an old file survives a failure.
///
/// Devices and pipes (`/dev/stdout`) cannot be replaced and are written directly.
struct ReplacementFile {
  /// Where it shall be.
  let path: String

  /// Runs the writer; on any error the old file stays as it was.
  func write(_ body: (inout OutputFile) throws -> Void) throws {
    let isReplaceable = !isSpecial(path)
    let temporary = isReplaceable ? "\(path).\(getpid()).part" : path
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isReplaceable ? O_EXCL : 0)
    let descriptor = open(temporary, flags, 0o666)
    guard descriptor >= 0 else { throw OutputFailure(name: path, code: errno) }
    do {
      var file = OutputFile(descriptor: descriptor, name: path)
      try body(&file)
      try file.flush()
      guard !isReplaceable || fsync(descriptor) == 0 else {
        throw OutputFailure(name: path, code: errno)
      }
    } catch {
      close(descriptor)
      if isReplaceable { unlink(temporary) }
      throw error
    }
    close(descriptor)
    guard isReplaceable, rename(temporary, path) != 0 else { return }
    let code = errno
    unlink(temporary)
    throw OutputFailure(name: path, code: code)
  }

  private func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }
}
