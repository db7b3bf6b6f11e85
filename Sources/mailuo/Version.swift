/// What this program calls itself.
enum Version {
  /// Version of the command, as in CHANGELOG.md.
  static let text = "0.1.0"
}
