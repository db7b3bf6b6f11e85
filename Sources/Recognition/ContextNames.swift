import Lexicon

/// Names and numbers of the features that are no characters: dictionary traits, character classes,
/// levels.
///
/// Each of these families has few members, so that their weights are looked up once and then lie in
/// an array by number.
enum ContextNames {
  /// Names of dictionary traits by bit of ``Traits``; empty where a bit tells nothing about names.
  static let traits: [String] = [
    "word", "noun", "verb", "function", "modifier", "numeral", "measure", "idiom", "person-word",
    "place-word", "organization-word", "division", "short-division", "known-place", "surname",
    "given", "foreign-character", "title", "title-prefix", "person-kind", "honorific", "speech",
    "organization-head", "place-head", "project-head", "industry", "level", "name-prefix",
    "known-name", "", "", "unit", "time", "pronoun", "preposition", "region", "press-role",
    "ethnic", "foreign-place", "japanese-surname", "company-list", "post", "", "conjunction",
    "honour", "product", "action", "size", "range", "naming-word", "time-unit", "body-post",
  ]

  /// Names of ``ScalarClass``, and of the edge of the sentence behind them.
  static let classes = [
    "han", "digit", "latin", "space", "open", "close", "dot", "comma", "other", "edge",
  ]

  static let edgeClass = 9

  /// Types of the model in the order of its tags.
  static let types = ["Organization", "Person", "Place", "Project"]

  static let marginSteps = 6

  /// How far a name is ahead of plain words, in six steps.
  @inline(__always)
  static func step(ofMargin margin: Float) -> Int {
    margin > 5 ? 5 : margin > 2 ? 4 : margin > 0 ? 3 : margin > -3 ? 2 : margin > -6 ? 1 : 0
  }

  /// All members of a family by number; `nil` for numbers without meaning and for families of
  /// characters and words.
  static func members(_ template: ContextTemplate) -> [[String]?] {
    switch template {
    case .starts, .ends, .covers, .endsBefore, .startsAfter:
      return traits.map { $0.isEmpty ? nil : [$0] }
    case .personFirst, .personSecond, .personThird:
      return (0..<25).map { number -> [String]? in [String(number / 5), String(number % 5)] }
    case .shortPersonFirst, .shortPersonSecond:
      return (0..<5).map { number -> [String]? in [String(number)] }
    case .transliteration:
      return (0..<128).map { number -> [String]? in
        let rest: Int = number % 16
        return [String(number / 16), String(rest / 3), String(rest % 3)]
      }
    case .classes:
      return (0..<1000).map { number -> [String]? in
        return [classes[number / 100], classes[number / 10 % 10], classes[number % 10]]
      }
    case .headAhead:
      return (0..<20).map { number -> [String]? in
        return [String(number / 2), number % 2 == 1 ? "place" : "other"]
      }
    case .proposalStarts, .proposalEnds:
      return (0..<types.count * marginSteps).map { number -> [String]? in
        return [types[number / marginSteps], String(number % marginSteps)]
      }
    default: return []
    }
  }

  /// Number of three neighbouring character classes.
  @inline(__always)
  static func number(before: Int, here: Int, after: Int) -> Int { before * 100 + here * 10 + after }

  /// How likely a character is at a place of a given name, in five steps.
  @inline(__always)
  static func level(_ weight: Float) -> Int {
    weight > -4.5 ? 4 : weight > -6 ? 3 : weight > -7.5 ? 2 : weight > -9.5 ? 1 : 0
  }
}
