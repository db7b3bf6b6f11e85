/// Where a format puts its bytes: a file, standard output, an array in memory.
///
/// Formats write in pieces as they go; what they write is complete only once they return.
public protocol ByteSink {
  /// Takes the bytes, or says why it cannot.
  mutating func write(_ utf8: [UInt8]) throws
}

extension ByteSink {
  /// Takes the text as UTF-8.
  public mutating func write(_ text: String) throws { try write(Array(text.utf8)) }
}

extension [UInt8]: ByteSink {
  /// Appends the bytes.
  public mutating func write(_ utf8: [UInt8]) { append(contentsOf: utf8) }
}
