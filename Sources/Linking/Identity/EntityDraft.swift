import NewsText
import Recognition

/// An entity while the document is being read; numbers stand for ids until all names are known.
struct EntityDraft: Sendable {
  /// Type.
  var type: EntityType
  /// Best canonical name so far.
  var name: String
  /// Every form read or completed, each once.
  private(set) var aliases: [String]
  /// Its place in the gazetteer.
  var division: UInt32?
  /// What tells it from namesakes: a code, the number of a draft above it, a body.
  var distinction: String?
  /// The next unit of the hierarchy: place of a place, body of a body.
  var parent: Int?
  /// The place a body or project belongs to, or a person is at home.
  var place: Int?
  /// Whether the name was completed from context, so that a printed full form replaces it.
  var isCompleted = false
  /// Whether the name says nothing outside its place: 县委 whose county is unknown, 村党支部.
  var isGeneric = false

  /// Adds a form, if it is new.
  mutating func insert(alias: String) {
    let isKnown = aliases.contains { $0.hasSameUTF8(as: alias) }
    if !isKnown { aliases.append(alias) }
  }
}

/// All entities of a document, found again by name within an article and across articles.
///
/// A class because the articles of a document write into one ledger, one after the other.
final class EntityLedger {
  /// The drafts; their index is the entity's number.
  @exclusivity(unchecked) private(set) var drafts: [EntityDraft] = []
  /// Full names of the document.
  @exclusivity(unchecked) private var documentNames: [Key: Int] = [:]
  /// All names of the current article.
  @exclusivity(unchecked) private var articleNames: [Key: Int] = [:]
  /// Divisions already known.
  @exclusivity(unchecked) private var divisions: [UInt32: Int] = [:]

  /// Hashed and compared by UTF-8: no Unicode normalisation on the way.
  private struct Key: Hashable {
    let type: EntityType
    let name: String
    /// Of the name, made once for all look-ups.
    private let hash: UInt64

    init(type: EntityType, name: String) {
      self.type = type
      self.name = name
      hash = UTF8Bytes.hash(name)
    }

    static func == (left: Key, right: Key) -> Bool {
      left.hash == right.hash && left.type == right.type && left.name.hasSameUTF8(as: right.name)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  /// Forgets the article's names; the document's stay.
  func beginArticle() { articleNames.removeAll(keepingCapacity: true) }

  /// The entity of that type and name in the article.
  func inArticle(_ name: String, _ type: EntityType) -> Int? {
    articleNames[Key(type: type, name: name)]
  }

  /// The entity of that type and full name in the document.
  func inDocument(_ name: String, _ type: EntityType) -> Int? {
    documentNames[Key(type: type, name: name)]
  }

  /// The entity of a division, if it has been met.
  func entity(ofDivision index: UInt32) -> Int? { divisions[index] }

  /// Adds an entity.
  func add(_ draft: EntityDraft) -> Int {
    drafts.append(draft)
    let number = drafts.count - 1
    if let division = draft.division { divisions[division] = number }
    return number
  }

  /// Lets the article, and if `isFullName` the document, find `number` under `name`, an alias of it.
  func name(_ number: Int, _ name: String, isFullName: Bool) {
    let key = Key(type: drafts[number].type, name: name)
    if articleNames[key] == nil { articleNames[key] = number }
    if isFullName, documentNames[key] == nil { documentNames[key] = number }
    drafts[number].insert(alias: name)
  }

  /// Lets the article find `number` under a word that stands for it and is no name: 联盟.
  func word(_ number: Int, _ word: String) {
    let key = Key(type: drafts[number].type, name: word)
    if articleNames[key] == nil { articleNames[key] = number }
  }

  /// Changes a draft.
  func update(_ number: Int, _ change: (inout EntityDraft) -> Void) {
    change(&drafts[number])
    if let division = drafts[number].division, divisions[division] == nil {
      divisions[division] = number
    }
  }
}
