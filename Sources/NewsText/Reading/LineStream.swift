/// The lines of a byte stream, numbered, without their line feed.
struct LineStream {
  private let stream: ByteStream
  private let limitBytes: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var piece = [UInt8](repeating: 0, count: ByteStream.pieceBytes)
  /// Number of the line last returned, from 1.
  private(set) var lineNumber = 0
  /// UTF-16 in either order, or `nil` where a line ends with one byte.
  private(set) var wideEncoding: TextEncoding?

  init(_ stream: ByteStream, limitBytes: Int) {
    self.stream = stream
    self.limitBytes = limitBytes
  }

  /// The next line, handed to `body` without being copied; `nil` at the end.
  ///
  /// - Throws: what the stream throws; a line over the limit ends the stream.
  mutating func next<Value>(
    _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(TextDecoding.Fault) -> Value? {
    try begin()
    while true {
      if let end = findLineEnd() {
        let value = value(from: start, to: end, body)
        start = end + (wideEncoding == nil ? 1 : 2)
        searched = start
        return value
      }
      guard !isAtEnd else { break }
      try fill()
    }
    guard start < buffer.count else { return nil }
    let value = value(from: start, to: buffer.count, body)
    start = buffer.count
    return value
  }

  private mutating func value<Value>(
    from lower: Int, to upper: Int, _ body: (UnsafeRawBufferPointer) -> Value
  ) -> Value {
    lineNumber += 1
    return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[lower..<upper])) }
  }

  /// Reads enough to know the encoding and passes over its mark; does nothing a second time.
  mutating func begin() throws(TextDecoding.Fault) {
    guard lineNumber == 0, buffer.isEmpty, !isAtEnd else { return }
    while buffer.count < 4, !isAtEnd { try fill() }
    let (encoding, markLength) = buffer.withUnsafeBytes {
      (TextDecoding.wideEncoding(ofBeginning: $0), TextEncoding.mark(of: $0)?.length ?? 0)
    }
    wideEncoding = encoding
    start = markLength
    searched = markLength
  }

  private mutating func fill() throws(TextDecoding.Fault) {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    let count = try stream.read(&piece)
    isAtEnd = count == 0
    buffer.append(contentsOf: piece[0..<count])
    guard buffer.count <= limitBytes + piece.count else {
      throw TextDecoding.Fault(reason: .tooLarge(limitBytes: limitBytes))
    }
  }

  private mutating func findLineEnd() -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    guard let wideEncoding else {
      let end = buffer.withUnsafeBufferPointer { $0[searched...].firstIndex(of: lineFeed) }
      if end == nil { searched = buffer.count }
      return end
    }
    var index = searched
    while index + 1 < buffer.count {
      let isEnd =
        wideEncoding == .utf16LittleEndian
        ? buffer[index] == lineFeed && buffer[index + 1] == 0
        : buffer[index] == 0 && buffer[index + 1] == lineFeed
      if isEnd { return index }
      index += 2
    }
    searched = index
    return nil
  }
}
