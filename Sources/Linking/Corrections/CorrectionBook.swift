import Lexicon
import Recognition

/// The editors' corrections by what they are looked up for; names are compared folded.
struct CorrectionBook: Sendable {
  /// Whether there is nothing to correct.
  let isEmpty: Bool
  private let lexicon: Lexicon
  /// `not-an-entity` and `retype`, by printed name.
  private let printed: [String: [Correction]]
  /// `different`, by name.
  private let differing: [String: [Correction]]
  /// `same` and `rename`, by the entity's name or id.
  private let naming: [String: [Correction]]

  /// The corrections of a lexicon.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    isEmpty = lexicon.corrections.isEmpty
    func grouped(_ actions: Set<Correction.Action>) -> [String: [Correction]] {
      Dictionary(grouping: lexicon.corrections.filter { actions.contains($0.action) }) {
        $0.isOfID ? $0.name : Self.folded($0.name, lexicon)
      }
    }
    printed = grouped([.notAnEntity, .retype])
    differing = grouped([.different])
    naming = grouped([.same, .rename])
  }

  /// A name as names are compared: folded, without spaces.
  func folded(_ name: String) -> String { Self.folded(name, lexicon) }

  private static func folded(_ name: String, _ lexicon: Lexicon) -> String {
    var view = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
      view.append(lexicon.folded(scalar))
    }
    return String(view)
  }

  /// What is decided about a printed name: that it is none, or another type.
  func correction(ofPrinted name: String, _ type: EntityType, in document: String) -> Correction? {
    Self.first(printed[folded(name)], type, document)
  }

  /// Why `name` does not stand for an entity of these names.
  func refusal(
    of name: String, for others: [String], _ type: EntityType, in document: String
  ) -> Correction? {
    guard !differing.isEmpty else { return nil }
    let known = Set(others.map(folded))
    return Self.first(
      differing[folded(name)]?.filter { known.contains(folded($0.other)) }, type, document)
  }

  /// Why a name means someone else in this document than elsewhere.
  func separation(of name: String, _ type: EntityType, in document: String) -> Correction? {
    guard !differing.isEmpty else { return nil }
    return Self.first(differing[folded(name)]?.filter(\.other.isEmpty), type, document)
  }

  /// What settles that two ids are two entities: those about an id.
  func separations(ofID id: String) -> [Correction] {
    guard !differing.isEmpty else { return [] }
    return (differing[id] ?? []) + differing.values.joined().filter { $0.other == id }
  }

  /// What an entity of that name is called instead, step by step.
  func names(insteadOf name: String, _ type: EntityType, in document: String) -> [Correction] {
    chain(from: folded(name), folded, type, document)
  }

  /// What an entity of that id is instead, step by step.
  func ids(insteadOf id: String, in document: String) -> [Correction] {
    chain(from: id, { $0 }, nil, document)
  }

  private func chain(
    from start: String, _ key: (String) -> String, _ type: EntityType?, _ document: String
  ) -> [Correction] {
    guard !naming.isEmpty else { return [] }
    var result: [Correction] = []
    var current = start
    // A chain that document-bound rows close to a ring ends where it would begin again.
    while let next = Self.first(naming[current], type, document), !result.contains(next) {
      result.append(next)
      current = key(next.other)
    }
    return result
  }

  /// The row for the document rather than one for all.
  private static func first(
    _ candidates: [Correction]?, _ type: EntityType?, _ document: String
  ) -> Correction? {
    let fitting = (candidates ?? []).filter { candidate in
      (candidate.document == nil || candidate.document == document)
        && (candidate.type == nil || type == nil || candidate.type == type?.rawValue)
    }
    return fitting.first { $0.document != nil } ?? fitting.first
  }
}

/// The corrections as far as one document goes.
struct DocumentCorrections: Sendable {
  /// All of them.
  let book: CorrectionBook
  /// The document's id.
  let document: String

  /// Why `name` does not stand for an entity of these names.
  func refusal(of name: String, for others: [String], _ type: EntityType) -> Correction? {
    book.refusal(of: name, for: others, type, in: document)
  }
}

/// A correction that had a say about an entity of a document.
public struct AppliedCorrection: Sendable, Hashable {
  /// The entity as it is now.
  public var entity: EntityID
  /// The editor's row.
  public var correction: Correction

  /// `same`, `different`, `rename` or `retype`.
  public var action: String { correction.action.rawValue }
  /// The name or id corrected.
  public var name: String { correction.name }
  /// The other name, id or type; empty where there is none.
  public var other: String { correction.other }
  /// The file's name without its folder.
  public var file: String { correction.file }
  /// Line from 1.
  public var line: Int { correction.line }

  /// Creates one.
  public init(entity: EntityID, correction: Correction) {
    self.entity = entity
    self.correction = correction
  }
}
