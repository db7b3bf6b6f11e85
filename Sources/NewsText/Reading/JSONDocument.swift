/// One line of JSON Lines as a document.
enum JSONDocument {
  /// Reads the line; `nil` for a blank one. `encoding` is the stream's, where a line cannot tell
  /// by itself; `defaults` are what the line does not say.
  static func read(
    line: UnsafeRawBufferPointer, as encoding: TextEncoding?, defaults: DocumentMetadata
  ) throws(TextDecoding.Fault) -> Document? {
    guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0 }) else {
      return nil
    }
    let record = try self.record(line, as: encoding)
    guard let id = record.id, !id.isEmpty else {
      throw TextDecoding.Fault(reason: .missingField("id"))
    }
    guard let text = record.text else { throw TextDecoding.Fault(reason: .missingField("text")) }
    var document = Document(id: id, text: "", metadata: record.metadata(defaults: defaults))
    document.scalars = try TextDecoding.checked(text)
    guard !document.isBlank else { throw TextDecoding.Fault(reason: .empty) }
    return document
  }

  /// The fields of a line, which is read as it stands when it is UTF-8.
  private static func record(
    _ line: UnsafeRawBufferPointer, as encoding: TextEncoding?
  ) throws(TextDecoding.Fault) -> Record {
    if encoding == nil, UTF8Decoding.isWellFormed(line) { return try Record(line) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: try TextDecoding.decode(line, as: encoding))
    return try Array(String(view).utf8).withBytes { bytes throws(TextDecoding.Fault) in
      try Record(bytes)
    }
  }

  /// The fields of a line; one of another type counts as missing.
  private struct Record {
    var id: String?
    var text: [Unicode.Scalar]?
    var title: String?
    var date: String?
    var source: String?
    var url: String?

    private static let keys: [StaticString] = ["id", "text", "title", "date", "source", "url"]

    init(_ utf8: UnsafeRawBufferPointer) throws(TextDecoding.Fault) {
      do throws(JSONObjectReader.Damage) {
        try JSONObjectReader.read(utf8, keys: Self.keys) { key, value in set(key, to: value) }
      } catch {
        throw TextDecoding.Fault(reason: .notJSON)
      }
    }

    private mutating func set(_ key: Int, to value: JSONObjectReader.Value) {
      var string: String?
      if case .string(let scalars) = value {
        if key == 1 {
          text = scalars
          return
        }
        string = scalars.string(TextSpan(0, scalars.count))
      }
      switch key {
      case 0:
        if case .integer(let number) = value { string = String(number) }
        id = string
      case 1: text = nil
      case 2: title = string
      case 3: date = string
      case 4: source = string
      default: url = string
      }
    }

    func metadata(defaults: DocumentMetadata) -> DocumentMetadata {
      DocumentMetadata(
        title: title ?? defaults.title, date: date ?? defaults.date,
        source: source ?? defaults.source, url: url ?? defaults.url)
    }
  }
}

extension Document {
  /// Whether the text is nothing but white space.
  var isBlank: Bool { scalars.allSatisfy { $0.properties.isWhitespace || $0.value == 0xFEFF } }
}
