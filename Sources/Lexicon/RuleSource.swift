/// A rule as an editor wrote it: a map in a YAML list under `seeds/rules/`, with line numbers, not
/// yet understood. `Recognition` reads those in `rules/names/`, `Linking` those in
/// `rules/relations/`.
public struct RuleSource: Sendable, Codable, Equatable {
  /// Path relative to the seeds folder, e.g. `rules/names/organisations.yaml`.
  public var file: String
  /// Line of the rule's first key, from 1.
  public var line: Int
  /// The rule's `id`.
  public var id: String
  /// All other keys.
  public var fields: [String: RuleField]

  /// Creates a rule source.
  public init(file: String, line: Int, id: String, fields: [String: RuleField]) {
    self.file = file
    self.line = line
    self.id = id
    self.fields = fields
  }
}

/// A value of a rule, with the line it stands on.
public struct RuleField: Sendable, Codable, Equatable {
  /// The shapes a rule's value can have.
  public enum Value: Sendable, Codable, Equatable {
    /// A scalar, as printed.
    case scalar(String)
    /// A list of values.
    case list([RuleField])
    /// A map of values.
    case map([String: RuleField])
  }
  /// The value.
  public var value: Value
  /// Line from 1.
  public var line: Int

  /// Creates a field.
  public init(value: Value, line: Int) {
    self.value = value
    self.line = line
  }

  /// The scalar, if it is one.
  public var scalar: String? {
    if case .scalar(let text) = value { text } else { nil }
  }
  /// The scalars of a list; a lone scalar counts as a list of one.
  public var scalars: [String] {
    switch value {
    case .scalar(let text): [text]
    case .list(let fields): fields.compactMap(\.scalar)
    case .map: []
    }
  }
}
