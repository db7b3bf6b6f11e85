/// A name that holds a searched text or is near it.
public struct NameMatch: Sendable, Hashable {
  /// How a name answers to a text, the best first.
  public enum Kind: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// It is the text.
    case exact
    /// It begins with it.
    case beginning
    /// It holds it.
    case inside
    /// It is read as the text, whole.
    case pinyin
    /// Its reading begins with the text.
    case pinyinBeginning
    /// Its reading holds the text.
    case pinyinInside
    /// It, or a part of it, is one character from the text, or sounds the same.
    case near

    /// The better first.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whose name it is.
  public let entity: EntityReference
  /// The name, an alias or the display name.
  public let name: String
  /// How it answers to the text.
  public let kind: Kind
  /// Statements with the entity as subject or object.
  public let statements: Int

  /// Creates a match.
  public init(entity: EntityReference, name: String, kind: Kind, statements: Int) {
    self.entity = entity
    self.name = name
    self.kind = kind
    self.statements = statements
  }
}
