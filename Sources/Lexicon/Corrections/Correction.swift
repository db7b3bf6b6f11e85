/// A decision of an editor about a name: one row of `seeds/corrections.tsv`.
public struct Correction: Sendable, Hashable {
  /// What is decided.
  public enum Action: String, Sendable, CaseIterable {
    /// Two names, or two ids, are one entity.
    case same
    /// A name does not stand for another; without another, the name of a document means someone
    /// else there than elsewhere.
    case different
    /// What is printed so is no name.
    case notAnEntity = "not-an-entity"
    /// An entity is called otherwise.
    case rename
    /// What is printed so is of another type.
    case retype
  }

  /// The decision.
  public var action: Action
  /// Type of the entity; `nil` for any, and beside ids.
  public var type: String?
  /// The name, as printed or as the entity is called, or an id.
  public var name: String
  /// The other name, id or type; empty where there is none.
  public var other: String
  /// The document it holds for; `nil` for all.
  public var document: String?
  /// The file's name without its folder, so that graphs do not depend on where it lay.
  public var file: String
  /// Line from 1.
  public var line: Int

  /// Creates a correction.
  public init(
    action: Action, type: String?, name: String, other: String, document: String?, file: String,
    line: Int
  ) {
    self.action = action
    self.type = type
    self.name = name
    self.other = other
    self.document = document
    self.file = file
    self.line = line
  }

  /// Whether ``name`` is an id: `per-0123456789ab`.
  public var isOfID: Bool { Self.isID(name) }

  /// Whether a text has the form of an entity's id.
  public static func isID(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    guard utf8.count == 16, utf8[3] == UInt8(ascii: "-") else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let hexadecimal = UInt8(ascii: "a")...UInt8(ascii: "f")
    return utf8[..<3].allSatisfy(letters.contains)
      && utf8[4...].allSatisfy { digits.contains($0) || hexadecimal.contains($0) }
  }
}
