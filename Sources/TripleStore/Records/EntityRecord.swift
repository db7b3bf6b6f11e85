import Linking
import Recognition

/// An entity in few words: what a row or an edge needs to show it.
public struct EntityReference: Sendable, Hashable, Comparable {
  /// Row in this graph file, for walking.
  public let term: TermID
  /// Stable id.
  public let id: EntityID
  /// Type.
  public let type: EntityType
  /// Display name: of all names the documents give it the longest, then the first by UTF-8.
  public let name: String

  /// Creates a reference.
  public init(term: TermID, id: EntityID, type: EntityType, name: String) {
    self.term = term
    self.id = id
    self.type = type
    self.name = name
  }

  /// By name, then id, as UTF-8: the order of every output.
  public static func < (left: EntityReference, right: EntityReference) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
      ? left.id < right.id : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

/// An entity with all its names and how often the graph speaks of it.
public struct EntityRecord: Sendable, Hashable {
  /// The entity.
  public let reference: EntityReference
  /// What tells it from others of the same name; `nil` if nothing.
  public let distinction: String?
  /// Every form it was read or completed under, the display name included, sorted by UTF-8.
  public let aliases: [String]
  /// Documents that know it.
  public let documents: Int
  /// Places where its name was read.
  public let mentions: Int
  /// Statements with it as subject or object.
  public let statements: Int

  /// Stable id.
  public var id: EntityID { reference.id }
  /// Type.
  public var type: EntityType { reference.type }
  /// Display name.
  public var name: String { reference.name }

  /// Creates a record.
  public init(
    reference: EntityReference, distinction: String?, aliases: [String], documents: Int,
    mentions: Int, statements: Int
  ) {
    self.reference = reference
    self.distinction = distinction
    self.aliases = aliases
    self.documents = documents
    self.mentions = mentions
    self.statements = statements
  }
}
