/// What this program calls itself.
enum Version {
  /// Version of the command, as in CHANGELOG.md.
  static let text = "0.1.0"
  /// Version of what is read in a document. Raised whenever the same document and the same seeds
  /// give other mentions or statements than before, so that a build reads documents again.
  static let analysis = 4
}
