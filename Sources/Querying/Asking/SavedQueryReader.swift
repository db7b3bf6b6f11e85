import RDF
import SPARQL
import TripleStore

/// Reads the text of a query file: a head of `# key: value` lines, then SPARQL.
struct SavedQueryReader {
  let file: String
  /// Whether the question must be said in words.
  var needsWords = true

  /// The query; throws ``SavedQueryFaults`` with all faults of the text.
  func read(_ text: String, name: String) throws -> SavedQuery {
    var head = QueryHead()
    var faults: [SavedQueryFaults.Fault] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = QueryHead.trimmed(line.hasSuffix("\r") ? line.dropLast() : line)
      guard line.isEmpty || line.hasPrefix("#") else { break }
      if let message = head.take(QueryHead.trimmed(line.drop { $0 == "#" })) {
        faults.append(.init(file: file, line: index + 1, message: message))
      }
    }
    if needsWords {
      faults += head.missing.map { .init(file: file, line: 1, message: $0) }
    }
    var query: Query?
    var variables: [String] = []
    do {
      variables = try Query.variables(in: text)
      query = try Query(text)
      for parameter in head.parameters where !variables.contains(parameter.name) {
        faults.append(
          .init(file: file, line: 1, message: "the parameter '\(parameter.name)' is not used"))
      }
    } catch let error as SyntaxError {
      faults.append(
        .init(
          file: file, line: error.line, message: "column \(error.column): \(error.message)"))
    }
    guard faults.isEmpty, let query else { throw SavedQueryFaults(faults: faults) }
    return SavedQuery(
      name: name, questionZh: head.zh, questionEn: head.en, parameters: head.parameters,
      query: query, variables: variables)
  }
}

/// What the head of a query file says.
private struct QueryHead {
  var zh = ""
  var en = ""
  var parameters: [SavedQuery.Parameter] = []

  /// What every query needs and this one has not.
  var missing: [String] {
    (zh.isEmpty ? ["the question in Chinese is missing, '# zh: …' was expected"] : [])
      + (en.isEmpty ? ["the question in English is missing, '# en: …' was expected"] : [])
  }

  static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  /// Takes in one line without its mark; says what is wrong with it.
  mutating func take(_ line: Substring) -> String? {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].drop(while: \.isWhitespace)
    switch parts[0] {
    case "zh": zh = String(value)
    case "en": en = String(value)
    case "param": return takeParameter(value)
    default: break
    }
    return nil
  }

  private mutating func takeParameter(_ declaration: Substring) -> String? {
    let sides = declaration.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = sides[0].split(whereSeparator: \.isWhitespace)
    guard let name = words.first, words.count <= 2, name.utf8.allSatisfy(isNamePart) else {
      return "'# param: NAME [text|integer|real|iri] [= DEFAULT]' was expected"
    }
    guard let kind = SavedQuery.Parameter.Kind(rawValue: words.count == 2 ? "\(words[1])" : "text")
    else { return "the type '\(words[1])' is not one of text, integer, real, iri" }
    guard !parameters.contains(where: { $0.name == name }) else {
      return "the parameter '\(name)' is declared twice"
    }
    var value: Term?
    if sides.count == 2 {
      let typed = String(sides[1].drop(while: \.isWhitespace))
      value = kind.value(typed)
      guard value != nil else { return "the default '\(typed)' is not of type \(kind.rawValue)" }
    }
    parameters.append(.init(name: String(name), kind: kind, defaultValue: value))
    return nil
  }

  /// Whether a byte may stand in a parameter's name: ASCII letters, digits, underscore.
  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
