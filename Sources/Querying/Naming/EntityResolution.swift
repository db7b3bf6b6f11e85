import TripleStore

/// An entity offered for a name, with what helps to choose.
public struct EntityCandidate: Sendable, Hashable {
  /// The entity.
  public let entity: EntityReference
  /// What tells it apart: its distinction, else where it lies or belongs; `nil` if not known.
  public let place: String?
  /// Statements with it as subject or object.
  public let statements: Int

  /// Creates a candidate.
  public init(entity: EntityReference, place: String?, statements: Int) {
    self.entity = entity
    self.place = place
    self.statements = statements
  }
}

/// Whom a name means.
public enum EntityResolution: Sendable, Hashable {
  /// Exactly one.
  case entity(EntityReference)
  /// Several, most statements first.
  case ambiguous([EntityCandidate])
  /// None; names near it, nearest first.
  case unknown(nearest: [EntityCandidate])
}
