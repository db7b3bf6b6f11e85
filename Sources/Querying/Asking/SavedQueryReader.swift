import TripleStore

/// Reads the text of a query file: a head of `-- key: value` lines, then SQL.
struct SavedQueryReader {
  let file: String

  /// The query; throws ``SavedQueryFaults`` with all faults of the text.
  func read(_ text: String, name: String) throws -> SavedQuery {
    var head = Head()
    var faults: [SavedQueryFaults.Fault] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = trimmed(line.hasSuffix("\r") ? line.dropLast() : line)
      guard line.isEmpty || line.hasPrefix("--") else { break }
      if let message = head.take(trimmed(line.drop { $0 == "-" })) {
        faults.append(.init(file: file, line: index + 1, message: message))
      }
    }
    for message in head.missing + SQLParameters.faults(in: text, declared: head.parameters) {
      faults.append(.init(file: file, line: 1, message: message))
    }
    guard faults.isEmpty else { throw SavedQueryFaults(faults: faults) }
    return SavedQuery(
      name: name, questionZh: head.zh, questionEn: head.en, parameters: head.parameters, sql: text)
  }

  private func trimmed(_ line: Substring) -> Substring {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }
}

/// What the head of a query file says.
private struct Head {
  var zh = ""
  var en = ""
  var parameters: [SavedQuery.Parameter] = []

  /// What every query needs and this one has not.
  var missing: [String] {
    (zh.isEmpty ? ["the question in Chinese is missing, '-- zh: …' was expected"] : [])
      + (en.isEmpty ? ["the question in English is missing, '-- en: …' was expected"] : [])
  }

  /// Takes in one line without its dashes; says what is wrong with it.
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
    guard let name = words.first, words.count <= 2,
      name.utf8.allSatisfy(SQLParameters.isNamePart)
    else { return "'-- param: NAME [text|integer|real] [= DEFAULT]' was expected" }
    guard let kind = SavedQuery.Parameter.Kind(rawValue: words.count == 2 ? "\(words[1])" : "text")
    else { return "the type '\(words[1])' is not one of text, integer, real" }
    guard !parameters.contains(where: { $0.name == name }) else {
      return "the parameter '\(name)' is declared twice"
    }
    var value: SQLValue?
    if sides.count == 2 {
      let typed = String(sides[1].drop(while: \.isWhitespace))
      value = kind.value(typed)
      guard value != nil else { return "the default '\(typed)' is not of type \(kind.rawValue)" }
    }
    parameters.append(.init(name: String(name), kind: kind, defaultValue: value))
    return nil
  }
}

/// Parameters as SQL uses them.
enum SQLParameters {
  /// Whether a byte may stand in a parameter's name: ASCII letters, digits, underscore.
  static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Parameters used and not declared, or declared and not used.
  static func faults(in sql: String, declared: [SavedQuery.Parameter]) -> [String] {
    let used = names(in: sql)
    let declared = declared.map(\.name)
    return used.filter { !declared.contains($0) }.map {
      "the parameter ':\($0)' is not declared, '-- param: \($0) = …' was expected"
    } + declared.filter { !used.contains($0) }.map { "the parameter '\($0)' is not used" }
  }

  /// Names after a colon outside strings, quoted names and comments, in order, each once.
  static func names(in sql: String) -> [String] {
    let bytes = Array(sql.utf8)
    var names: [String] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let quote = bytes[index]
        index = (bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count - 1) + 1
      case UInt8(ascii: "-") where bytes[index...].starts(with: "--".utf8):
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: ":"):
        let name = bytes[(index + 1)...].prefix(while: isNamePart)
        let text = String(decoding: name, as: UTF8.self)
        if !text.isEmpty, !names.contains(text) { names.append(text) }
        index += 1 + name.count
      default: index += 1
      }
    }
    return names
  }
}
