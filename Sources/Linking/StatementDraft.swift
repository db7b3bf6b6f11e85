import NewsText

/// A statement while the document is being read.
struct StatementDraft: Sendable {
  /// What it says of its subject.
  enum Object: Sendable, Hashable {
    /// Number of an entity.
    case entity(Int)
    /// Text as printed.
    case literal(String)
  }
  /// Number of the subject.
  var subject: Int
  /// Predicate.
  var predicate: PredicateName
  /// Object.
  var object: Object
  /// Qualifiers, in any order.
  var qualifiers: [Qualifier] = []
  /// The passage, in the article's repaired text.
  var span: TextSpan
  /// Id of the rule.
  var rule: String
  /// Confidence 0…1.
  var score: Double
}

extension StatementDraft {
  /// The role; empty when none is told.
  var role: String { qualifiers.first { $0.name == "role" }?.value ?? "" }
}

extension PredicateName {
  static let worksFor = PredicateName(rawValue: "worksFor")
  static let nativeOf = PredicateName(rawValue: "nativeOf")
  static let memberOf = PredicateName(rawValue: "memberOf")
  static let leads = PredicateName(rawValue: "leads")
  static let partOf = PredicateName(rawValue: "partOf")
  static let locatedIn = PredicateName(rawValue: "locatedIn")
  static let authorOf = PredicateName(rawValue: "authorOf")
  static let metric = PredicateName(rawValue: "metric")
  static let participatesIn = PredicateName(rawValue: "participatesIn")

  /// Whether it says when a project begins or ends.
  var isProjectDate: Bool { rawValue == "startDate" || rawValue == "endDate" }
}
