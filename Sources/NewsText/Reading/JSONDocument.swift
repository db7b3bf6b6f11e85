import Foundation

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
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: utf8Data(line, as: encoding))
    } catch let fault as TextDecoding.Fault {
      throw fault
    } catch {
      throw TextDecoding.Fault(reason: .notJSON)
    }
    guard let id = record.id, !id.isEmpty else {
      throw TextDecoding.Fault(reason: .missingField("id"))
    }
    guard let text = record.text else { throw TextDecoding.Fault(reason: .missingField("text")) }
    var document = Document(id: id, text: text, metadata: record.metadata(defaults: defaults))
    document.scalars = try TextDecoding.checked(document.scalars)
    guard !document.isBlank else { throw TextDecoding.Fault(reason: .empty) }
    return document
  }

  /// The line in UTF-8, unchanged when that is what it is in.
  private static func utf8Data(
    _ line: UnsafeRawBufferPointer, as encoding: TextEncoding?
  ) throws(TextDecoding.Fault) -> Data {
    if encoding == nil, String(validating: line, as: UTF8.self) != nil { return Data(line) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: try TextDecoding.decode(line, as: encoding))
    return Data(String(view).utf8)
  }

  /// The fields of a line; one of another type counts as missing.
  private struct Record: Decodable {
    var id: String?
    var text: String?
    var title: String?
    var date: String?
    var source: String?
    var url: String?

    enum CodingKeys: String, CodingKey { case id, text, title, date, source, url }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      func string(_ key: CodingKeys) -> String? {
        do { return try container.decodeIfPresent(String.self, forKey: key) } catch { return nil }
      }
      id = string(.id)
      if id == nil {
        do { id = try container.decodeIfPresent(Int.self, forKey: .id).map(String.init) } catch {}
      }
      text = string(.text)
      title = string(.title)
      date = string(.date)
      source = string(.source)
      url = string(.url)
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
