/// A decision of an editor that had a say about an entity.
public struct CorrectionRecord: Sendable, Hashable {
  /// Document in which it had.
  public let document: String
  /// `same`, `different`, `rename` or `retype`.
  public let action: String
  /// The name or id corrected.
  public let name: String
  /// The other name, id or type; empty where there is none.
  public let other: String
  /// The file's name.
  public let file: String
  /// Line from 1.
  public let line: Int
}

/// Another entity of the same name, which may or may not be the same.
public struct Namesake: Sendable, Hashable {
  /// The entity.
  public let entity: EntityReference
  /// What tells it from the other: a body, a paper, a document.
  public let distinction: String?
}
