import Linking
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

/// The parts of documents one after another: of a long document only the part in hand is copied.
struct PartFeed {
  private let analyser: NewsAnalyser
  private var parts: DocumentParts?
  /// The documents they are parts of.
  private(set) var documents: DocumentFeed

  /// Cuts the documents of `documents` as `analyser` reads them.
  init(_ documents: DocumentFeed, analyser: NewsAnalyser) {
    self.documents = documents
    self.analyser = analyser
  }

  /// The next part; `nil` when there are no more documents.
  mutating func next() -> DocumentPart? {
    while true {
      if let part = parts?.next() { return part }
      // The last document goes before the next one comes.
      parts = nil
      guard let document = documents.next() else { return nil }
      parts = analyser.parts(of: document)
    }
  }
}
