/// A name that holds a searched text or is near it.
public struct NameMatch: Sendable, Hashable {
  /// Whose name it is.
  public let entity: EntityReference
  /// The name, an alias or the display name.
  public let name: String

  /// Creates a match.
  public init(entity: EntityReference, name: String) {
    self.entity = entity
    self.name = name
  }
}
