import Yams

/// Turns a YAML file into ``RuleField`` values that know their lines; what cannot be read becomes
/// faults.
struct YAMLReader {
  /// Path for messages.
  let file: String
  /// What was wrong so far.
  private(set) var faults: [SeedFault] = []

  init(file: String) { self.file = file }

  /// Records a fault of this file.
  mutating func report(_ line: Int, _ message: String) {
    faults.append(SeedFault(file: file, line: line, message: message))
  }

  /// The file's value, or `nil` when it is empty or not YAML.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> RuleField? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(lineOfInvalidUTF8(bytes), "not UTF-8")
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else { return nil }
      return field(node, line: 1)
    } catch let error as YamlError {
      report(error)
    } catch {
      report(0, "not YAML: \(error)")
    }
    return nil
  }

  private mutating func field(_ node: Node, line: Int) -> RuleField {
    let line = node.mark?.line ?? line
    switch node {
    case .scalar(let scalar):
      return RuleField(value: .scalar(scalar.string), line: line)
    case .sequence(let sequence):
      return RuleField(value: .list(sequence.map { field($0, line: line) }), line: line)
    case .mapping(let mapping):
      var fields: [String: RuleField] = [:]
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard let name = key.scalar?.string else {
          report(keyLine, "a key must be a text, not a list or map")
          continue
        }
        var entry = field(value, line: keyLine)
        // An editor looks for the key, also where the value begins on the next line.
        entry.line = keyLine
        fields[name] = entry
      }
      return RuleField(value: .map(fields), line: line)
    case .alias:
      report(line, "aliases (*name) are not supported")
      return RuleField(value: .scalar(""), line: line)
    }
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let surrounding = context.map { " (\($0.text) from line \($0.mark.line))" } ?? ""
      report(mark.line, "not YAML: column \(mark.column): \(problem)\(surrounding)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(context.mark.line, "duplicate key \(TableReader.quoted(duplicates))")
    case .reader(let problem, let offset, _, let text):
      let line = text.prefix(offset ?? 0).count { $0.isNewline } + 1
      report(line, "not YAML: \(problem)")
    default:
      report(0, "not YAML: \(error)")
    }
  }

  private func lineOfInvalidUTF8(_ bytes: UnsafeRawBufferPointer) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }
}
