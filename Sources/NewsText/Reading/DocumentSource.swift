/// Where documents come from: files, folders and standard input, in the order given.
///
/// Iterating reads one document at a time; memory does not grow with the text (of every document
/// only the id is kept, to notice a second one). Each result is a document or a failure, and a
/// failure never ends the run:
///
/// ```swift
/// for result in DocumentSource(paths: ["news/", "more.jsonl.gz"]) {
///   switch result {
///   case .success(let document): read(document)
///   case .failure(let failure): print(failure)
///   }
/// }
/// ```
///
/// `.txt` and `.md` files are one document each, named by their file; `.jsonl` files hold one a
/// line. All may be compressed (`.gz`). Folders are walked in the byte order of their file names.
/// The same file reached twice is read once.
public struct DocumentSource: Sendable, Sequence {
  /// The path that means JSON Lines on standard input.
  public static let standardInputPath = "-"

  /// Files, folders and `-`.
  public let paths: [String]
  /// What is known of every document that does not say it itself: date, source.
  public let defaults: DocumentMetadata
  /// The size over which one document (a text file, or one JSON line) is refused, so that a
  /// small compressed file cannot fill the memory.
  public let limitBytes: Int

  /// Names what to read; nothing is opened before iterating.
  public init(
    paths: [String], defaults: DocumentMetadata = DocumentMetadata(), limitBytes: Int = 32 << 20
  ) {
    self.paths = paths
    self.defaults = defaults
    self.limitBytes = limitBytes
  }

  /// A new pass over everything.
  public func makeIterator() -> DocumentIterator { DocumentIterator(self) }
}
