/// An encoding documents are read in.
public enum TextEncoding: String, Sendable, CaseIterable, CustomStringConvertible {
  /// UTF-8, with or without its mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB18030, which contains GBK and GB2312.
  case gb18030 = "GB18030"

  /// Its usual name.
  public var description: String { rawValue }

  /// The mark at the beginning of `bytes`, if one stands there, and how many bytes it takes.
  static func mark(of bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, length: Int)? {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return nil
  }
}
