import Linking
import TripleStore

/// What one graph says and another does not.
public struct GraphDifference: Sendable, Hashable {
  /// What became of an entity or statement.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Only the new graph has it.
    case gained
    /// Only the old graph has it.
    case lost
    /// Both have it, but not alike.
    case changed
  }
  /// A value that is not what it was.
  public struct Detail: Sendable, Hashable {
    /// What changed: `name`, `amount`, `role`, `status`…
    public let field: String
    /// The old value; `nil` where there was none.
    public let old: String?
    /// The new value; `nil` where there is none.
    public let new: String?
  }
  /// An entity that is not what it was.
  public struct EntityChange: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// As the old graph has it.
    public let old: EntityIdentity?
    /// As the new graph has it.
    public let new: EntityIdentity?
    /// What changed, by field.
    public let details: [Detail]
  }
  /// A statement that is not what it was.
  public struct StatementChange: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// As the old graph has it.
    public let old: StatementRecord?
    /// As the new graph has it.
    public let new: StatementRecord?
    /// What changed, by field.
    public let details: [Detail]
    /// Best evidence: of the new graph, of a lost statement of the old one.
    public let evidence: EvidenceRecord?
  }

  /// By name and id.
  public let entities: [EntityChange]
  /// By subject, predicate, object and qualifiers.
  public let statements: [StatementChange]

  /// Whether both graphs say the same.
  public var isEmpty: Bool { entities.isEmpty && statements.isEmpty }

  /// Compares two graphs. Memory grows with the ids of both and with what differs.
  public init(from old: GraphSnapshot, to new: GraphSnapshot) throws {
    let entities = try EntityComparison(from: old, to: new)
    self.entities = entities.changes
    statements = try StatementComparison(from: old, to: new, sameEntities: entities.sameEntities)
      .changes
  }
}

extension GraphDifference {
  /// The values of two sets of fields that differ, by field.
  static func details(
    _ old: [(field: String, value: String)], _ new: [(field: String, value: String)]
  ) -> [Detail] {
    let before = Dictionary(grouping: old, by: \.field).mapValues { $0.map(\.value) }
    let after = Dictionary(grouping: new, by: \.field).mapValues { $0.map(\.value) }
    return Set(before.keys).union(after.keys).sorted().compactMap { field in
      guard before[field] != after[field] else { return nil }
      return Detail(
        field: field, old: before[field]?.joined(separator: "、"),
        new: after[field]?.joined(separator: "、"))
    }
  }
}
