/// One document as it was read: a newspaper page or a single article.
public struct Document: Sendable, Equatable {
  /// The name the graph knows it by: the file name without extension, or `id` of a JSON line.
  public var id: String
  /// The decoded text, nothing stripped; offsets of records count in it.
  public var scalars: [Unicode.Scalar]
  /// Given, not printed, facts about the document.
  public var metadata: DocumentMetadata

  /// Creates a document from already decoded text.
  public init(id: String, text: String, metadata: DocumentMetadata = DocumentMetadata()) {
    self.id = id
    // Not `Array(text.unicodeScalars)`, which reads the text twice.
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    self.scalars = scalars
    self.metadata = metadata
  }
}

/// What is known of a document beside its text; every field may be missing.
public struct DocumentMetadata: Sendable, Equatable, Codable {
  /// Title given with the document (`title` of a JSON line).
  public var title: String?
  /// Publication date as given, ISO 8601 (`2025-11-20`, `2025-11`, `2025`).
  public var date: String?
  /// The newspaper or site.
  public var source: String?
  /// Where it was fetched.
  public var url: String?

  /// Creates metadata; all parts optional.
  public init(
    title: String? = nil, date: String? = nil, source: String? = nil, url: String? = nil
  ) {
    self.title = title
    self.date = date
    self.source = source
    self.url = url
  }
}
