import Linking
import Recognition

/// What an entity is and is called, without what is said of it.
public struct EntityIdentity: Sendable, Hashable {
  /// Stable id.
  public let id: EntityID
  /// Type.
  public let type: EntityType
  /// Display name.
  public let name: String
  /// What tells it from others of the same name; `nil` if nothing.
  public let distinction: String?
  /// All its names, sorted.
  public let aliases: [String]

  /// Creates an identity.
  public init(
    id: EntityID, type: EntityType, name: String, distinction: String?, aliases: [String]
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.distinction = distinction
    self.aliases = aliases
  }
}
