/// How a file is read, told by its name.
struct DocumentFormat: Equatable {
  /// One document a file, or one a line.
  enum Layout: Equatable { case text, jsonLines }

  let layout: Layout
  let isCompressed: Bool
  /// The file name without the extensions of the format.
  let baseName: String

  /// The format of the file at `path`, or `nil` when its extension is none of ours.
  init?(path: String) {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    isCompressed = DocumentFormat.drop(".gz", from: &name)
    if DocumentFormat.drop(".jsonl", from: &name) {
      layout = .jsonLines
    } else if DocumentFormat.drop(".txt", from: &name) || DocumentFormat.drop(".md", from: &name) {
      layout = .text
    } else {
      return nil
    }
    baseName = name
  }

  /// All extensions, for messages.
  static let listOfExtensions = ".txt .md .jsonl, each also .gz"

  /// Drops `ending` in any case of letters; a name that is nothing but the ending keeps it.
  private static func drop(_ ending: String, from name: inout String) -> Bool {
    guard name.utf8.count > ending.utf8.count, name.lowercased().hasSuffix(ending) else {
      return false
    }
    name = String(name.unicodeScalars.dropLast(ending.unicodeScalars.count))
    return true
  }
}
