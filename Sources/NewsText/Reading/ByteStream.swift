#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a file or of standard input, inflated where compressed, a piece at a time.
///
/// A class because it owns a file descriptor.
final class ByteStream {
  private let descriptor: Int32
  private let closesDescriptor: Bool
  private let inflater: GzipInflater?
  private var compressed: [UInt8] = []
  private var compressedStart = 0
  private var compressedEnd = 0
  private var isAtEnd = false

  static let pieceBytes = 1 << 17

  /// Opens the file at `path`.
  init(path: String, isCompressed: Bool) throws(TextDecoding.Fault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closesDescriptor = true
    guard descriptor >= 0 else {
      let code = errno
      throw TextDecoding.Fault(
        reason: code == ENOENT || code == ENOTDIR ? .missing : .unreadable(systemError: code))
    }
    inflater = isCompressed ? try GzipInflater() : nil
    if isCompressed { compressed = [UInt8](repeating: 0, count: ByteStream.pieceBytes) }
  }

  /// Reads an open descriptor, which stays open.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    closesDescriptor = false
    inflater = nil
  }

  deinit {
    if closesDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// Fills the beginning of `buffer`.
  /// - Returns: bytes read; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TextDecoding.Fault) -> Int {
    guard let inflater else { return try readRaw(into: buffer) }
    while true {
      if compressedStart == compressedEnd, !isAtEnd { try refill() }
      let written = try inflateOnce(inflater, into: buffer)
      if written > 0 { return written }
      guard compressedStart == compressedEnd, isAtEnd else { continue }
      guard inflater.isAtMemberEnd else { throw TextDecoding.Fault(reason: .truncatedGzip) }
      return 0
    }
  }

  /// Everything that is left, at most `limitBytes`.
  func readAll(limitBytes: Int) throws(TextDecoding.Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: ByteStream.pieceBytes)
    while true {
      let count = try read(&piece)
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limitBytes else {
        throw TextDecoding.Fault(reason: .tooLarge(limitBytes: limitBytes))
      }
      bytes.append(contentsOf: piece[0..<count])
    }
  }

  /// Reads into an array of fixed size.
  func read(_ piece: inout [UInt8]) throws(TextDecoding.Fault) -> Int {
    try piece.withMutableBytes { buffer throws(TextDecoding.Fault) in try read(into: buffer) }
  }

  private func refill() throws(TextDecoding.Fault) {
    let count = try compressed.withMutableBytes { buffer throws(TextDecoding.Fault) in
      try readRaw(into: buffer)
    }
    compressedStart = 0
    compressedEnd = count
    isAtEnd = count == 0
  }

  private func inflateOnce(
    _ inflater: GzipInflater, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TextDecoding.Fault) -> Int {
    let (written, left) = try compressed.withBytes {
      raw throws(TextDecoding.Fault) -> (Int, Int) in
      var input = UnsafeRawBufferPointer(rebasing: raw[compressedStart..<compressedEnd])
      let written = try inflater.inflate(&input, into: buffer)
      return (written, input.count)
    }
    compressedStart = compressedEnd - left
    return written
  }

  private func readRaw(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(TextDecoding.Fault) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      let code = errno
      if code != EINTR { throw TextDecoding.Fault(reason: .unreadable(systemError: code)) }
    }
  }
}
