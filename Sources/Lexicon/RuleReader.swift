/// Reads rule files: a list of maps, each with an `id` that no other rule has.
struct RuleReader {
  /// The rules read so far, in the order of files and lines.
  private(set) var rules: [RuleSource] = []
  /// What was wrong so far.
  private(set) var faults: [SeedFault] = []
  private var placeOfID: [String: String] = [:]

  /// Adds the rules of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: path relative to the seeds folder, kept in the rules.
  ///   - file: path for messages.
  mutating func read(_ bytes: UnsafeRawBufferPointer, path: String, file: String) {
    var reader = YAMLReader(file: file)
    let root = reader.read(bytes)
    faults += reader.faults
    guard let root else { return }
    guard case .list(let items) = root.value else {
      return report(file, root.line, "expected a list of rules, each a map with an “id”")
    }
    for item in items { add(item, path: path, file: file) }
  }

  private mutating func add(_ item: RuleField, path: String, file: String) {
    guard case .map(var fields) = item.value else {
      return report(file, item.line, "expected a rule: a map with an “id”")
    }
    guard let field = fields.removeValue(forKey: "id"), let id = field.scalar, !id.isEmpty else {
      return report(file, item.line, "rule without “id”")
    }
    if let place = placeOfID[id] {
      return report(file, field.line, "duplicate rule “\(id)”, first in \(place)")
    }
    placeOfID[id] = "\(file):\(field.line)"
    rules.append(RuleSource(file: path, line: item.line, id: id, fields: fields))
  }

  private mutating func report(_ file: String, _ line: Int, _ message: String) {
    faults.append(SeedFault(file: file, line: line, message: message))
  }
}
