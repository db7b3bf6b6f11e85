import NewsText

/// Documents one after another; what could not be read is set aside for the end.
struct DocumentFeed {
  private var documents: DocumentIterator
  /// What could not be read so far.
  private(set) var failures = FailureList()

  /// Reads the documents that the options name.
  init(_ options: ReadingOptions) {
    self.init(
      paths: options.paths,
      defaults: DocumentMetadata(date: options.date, source: options.source))
  }

  /// Reads files and folders.
  init(paths: [String], defaults: DocumentMetadata = DocumentMetadata()) {
    documents = DocumentSource(paths: paths, defaults: defaults).makeIterator()
  }

  /// The next document that can be read; `nil` when there are no more.
  mutating func next() -> Document? {
    while let result = documents.next() {
      switch result {
      case .success(let document): return document
      case .failure(let failure): failures.append(failure)
      }
    }
    return nil
  }

  /// Fails if anything could not be read.
  func finish() throws {
    guard failures.isEmpty else { throw CommandFailure.inputs(failures) }
  }
}
