import CZlib

/// Inflates gzip data piece by piece, member after member.
///
/// A class because zlib's stream holds a pointer to itself and must not move.
final class GzipInflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  /// Whether the data may end here: after a member, or before the first byte.
  private(set) var isAtMemberEnd = false
  private var memberCount = 0

  init() throws(TextDecoding.Fault) {
    stream.initialize(to: z_stream())
    // 16 asks for a gzip header; 15 is the largest window.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw TextDecoding.Fault(reason: .damagedGzip) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Inflates from `input` (which shrinks by what was used) into `output`.
  /// - Returns: bytes written; 0 asks for more input.
  func inflate(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(TextDecoding.Fault) -> Int {
    while !input.isEmpty || !isAtMemberEnd {
      if isAtMemberEnd, try !startNextMember(&input) { return 0 }
      let given = min(input.count, Int(Int32.max))
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
      stream.pointee.avail_in = uInt(given)
      stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
      stream.pointee.avail_out = uInt(output.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      let used = given - Int(stream.pointee.avail_in)
      input = UnsafeRawBufferPointer(rebasing: input[used...])
      let written = output.count - Int(stream.pointee.avail_out)
      switch status {
      case Z_STREAM_END:
        isAtMemberEnd = true
        memberCount += 1
      case Z_OK, Z_BUF_ERROR: break
      default: throw TextDecoding.Fault(reason: .damagedGzip)
      }
      if written > 0 { return written }
      if used == 0, status != Z_STREAM_END { return 0 }
    }
    return 0
  }

  /// Begins another member; what follows the last one as padding with zeros is passed over.
  private func startNextMember(
    _ input: inout UnsafeRawBufferPointer
  ) throws(TextDecoding.Fault) -> Bool {
    guard let next = input.firstIndex(where: { $0 != 0 }) else {
      input = UnsafeRawBufferPointer(rebasing: input[input.count...])
      return false
    }
    input = UnsafeRawBufferPointer(rebasing: input[next...])
    guard inflateReset(stream) == Z_OK else { throw TextDecoding.Fault(reason: .damagedGzip) }
    isAtMemberEnd = false
    return true
  }
}
