import Export
import Foundation

/// Bytes on their way to a file descriptor, collected so that few system calls are made.
///
/// A class because everything that prints shares one buffer.
final class OutputFile: ByteSink {
  /// What messages call the place: a path or `standard output`.
  let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let capacity = 1 << 16

  /// Writes to an open descriptor, which stays the caller's to close.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(Self.capacity)
  }

  /// Takes the bytes; writes them out when enough have come together.
  func write(_ utf8: [UInt8]) throws {
    buffer.append(contentsOf: utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes out what is waiting.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count > 0 { written += count }
      if count < 0, errno != EINTR { throw OutputFailure(name: name, code: errno) }
    }
  }
}

/// The system refused to take output.
struct OutputFailure: Error, Equatable {
  /// The place, as ``OutputFile/name``.
  var name: String
  /// `errno`.
  var code: Int32

  /// The reader of a pipe went away: no fault of ours, nothing to say.
  var isClosedPipe: Bool { code == EPIPE }
}
