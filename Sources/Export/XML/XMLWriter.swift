/// XML on its way to a sink, element by element; nothing but what is not yet handed on is kept.
struct XMLWriter<Sink: ByteSink> {
  private(set) var sink: Sink
  private var utf8: [UInt8] = []
  private var open: [String] = []

  /// Bytes collected before they are handed on.
  private static var pieceSize: Int { 1 << 14 }

  /// Begins a document.
  init(_ sink: Sink) throws {
    self.sink = sink
    utf8 += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
  }

  /// An element with whatever `body` writes inside.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ body: (inout XMLWriter) throws -> Void
  ) throws {
    begin(name, attributes)
    utf8 += ">\n".utf8
    open.append(name)
    try body(&self)
    open.removeLast()
    utf8 += "\(indentation)</\(name)>\n".utf8
    try flush(atLeast: XMLWriter.pieceSize)
  }

  /// An element with a text inside, or with nothing.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
  ) throws {
    begin(name, attributes)
    if let text {
      utf8.append(UInt8(ascii: ">"))
      XMLText.append(text, to: &utf8)
      utf8 += "</\(name)>\n".utf8
    } else {
      utf8 += "/>\n".utf8
    }
    try flush(atLeast: XMLWriter.pieceSize)
  }

  /// Hands on what is left.
  mutating func finish() throws { try flush(atLeast: 1) }

  private var indentation: String { String(repeating: "  ", count: open.count) }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    utf8 += "\(indentation)<\(name)".utf8
    for (key, value) in attributes {
      guard let value else { continue }
      utf8 += " \(key)=\"".utf8
      XMLText.append(value, to: &utf8)
      utf8.append(UInt8(ascii: "\""))
    }
  }

  private mutating func flush(atLeast count: Int) throws {
    guard utf8.count >= count else { return }
    try sink.write(utf8)
    utf8.removeAll(keepingCapacity: true)
  }
}
