import Foundation

/// Read-only bytes of a mapped file or of an allocation.
///
/// A class, because the memory must be given back exactly once: when the last user is gone. The
/// bytes never change after creation, which makes sharing them between threads safe.
final class StoredBytes: @unchecked Sendable {
  /// Why a file could not be mapped: the system's error number.
  struct OpenFailure: Error {
    let code: Int32
    /// The system's words for it: `No such file or directory`.
    var reason: String { String(cString: strerror(code)) }
  }

  /// The bytes; valid while this object lives.
  let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file without reading it.
  init(mapping path: String) throws(OpenFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OpenFailure(code: errno) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw OpenFailure(code: errno) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw OpenFailure(code: information.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    let count = Int(information.st_size)
    guard count > 0 else {
      buffer = UnsafeRawBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { throw OpenFailure(code: errno) }
    buffer = UnsafeRawBufferPointer(start: address, count: count)
    isMapped = true
  }

  /// Takes over an allocation, to be freed when the object goes.
  init(taking allocation: UnsafeMutableRawBufferPointer) {
    buffer = UnsafeRawBufferPointer(allocation)
    isMapped = false
  }

  deinit {
    guard let address = buffer.baseAddress else { return }
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: address), buffer.count)
    } else {
      address.deallocate()
    }
  }
}
