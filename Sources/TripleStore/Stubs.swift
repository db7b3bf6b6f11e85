import Foundation
import Linking
import NewsText
import Recognition

/// What a document says, ready to be stored.
public struct AnalysedDocument: Sendable {
  /// All that was read in it; the document itself included.
  public let analysis: DocumentAnalysis
  /// Of text, metadata, seeds and version.
  public let fingerprint: String
  /// Creates one.
  public init(analysis: DocumentAnalysis, fingerprint: String) {
    self.analysis = analysis
    self.fingerprint = fingerprint
  }
}

/// What storing a document did.
public enum ReplacementOutcome: String, Sendable, Hashable {
  /// The graph did not know the document.
  case added
  /// The graph knew another version of it.
  case replaced
  /// The fingerprint is the stored one; nothing was touched.
  case unchanged
}

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

/// The graph: one SQLite file, open. A class because it owns the connections and the build lock.
public final class GraphStore: Sendable {
  /// The file.
  public let url: URL
  /// How names are compared.
  public let folding: NameFolding

  init(url: URL, folding: NameFolding) { self.url = url; self.folding = folding }

  /// Opens a graph. Throws ``StoreError``.
  public static func open(
    at url: URL, access: StoreAccess, folding: NameFolding = .widthOnly
  ) throws -> GraphStore { fatalError() }
  /// Closes the file and gives the build lock back. Also done when the store goes away.
  public func close() throws { fatalError() }
  /// Runs `body` on one unchanging view of the graph, also while another process builds.
  public func read<Value>(_ body: (GraphSnapshot) throws -> Value) throws -> Value { fatalError() }
  /// All documents, sorted by id.
  public func documents() throws -> [DocumentRecord] { fatalError() }
  /// Fingerprint the document was stored with; `nil` if the graph does not know it.
  public func fingerprint(ofDocument id: String) throws -> String? { fatalError() }
  /// Puts what `analysis` says in the place of all the document said before. One transaction.
  @discardableResult
  public func replaceStatements(
    of document: Document, with analysis: DocumentAnalysis, fingerprint: String
  ) throws -> ReplacementOutcome { fatalError() }
  /// The same for many documents in one transaction; outcomes in the order given.
  @discardableResult
  public func replaceStatements(of documents: [AnalysedDocument]) throws -> [ReplacementOutcome] {
    fatalError()
  }
  /// Takes documents out as if never read, in one transaction. Returns those the graph knew.
  @discardableResult
  public func forget(_ documentIDs: [String]) throws -> [String] { fatalError() }
  /// Answers one read-only SQL question. Throws ``SQLQuestionError``.
  public func rows(
    sql: String, bindings: [String: SQLValue] = [:], timeLimit: Duration = .seconds(60)
  ) throws -> SQLTable { fatalError() }
}

/// One unchanging view of the graph, valid inside ``GraphStore/read(_:)`` only.
public struct GraphSnapshot {
  /// The entity of that id.
  public func entity(_ id: EntityID) throws -> EntityRecord? { fatalError() }
  /// The entity in few words.
  public func reference(_ id: EntityID) throws -> EntityReference? { fatalError() }
  /// The entity in that row.
  public func reference(_ term: TermID) throws -> EntityReference? { fatalError() }
  /// Entities one of whose names is exactly `name`, sorted.
  public func entities(named name: String) throws -> [EntityReference] { fatalError() }
  /// Entities one of whose names has the same form as `name`, sorted. See ``NameFolding/form(of:)``.
  public func entities(withFormOf name: String) throws -> [EntityReference] { fatalError() }
  /// Names holding `text`, shortest first; one match an entity.
  public func names(containing text: String, limit: Int) throws -> [NameMatch] { fatalError() }
  /// Names sharing most character pairs with `text`: candidates for a suggestion.
  public func names(sharingPairsWith text: String, limit: Int) throws -> [NameMatch] { fatalError() }
  /// Statements of an entity, sorted by predicate, other end, qualifiers and id.
  public func statements(
    of term: TermID, direction: EdgeDirection, predicate: PredicateName? = nil
  ) throws -> [StatementRecord] { fatalError() }
  /// Statements from one entity to another, sorted.
  public func statements(
    from subject: TermID, to object: TermID, predicate: PredicateName? = nil
  ) throws -> [StatementRecord] { fatalError() }
  /// The statement of that id.
  public func statement(_ id: StatementID) throws -> StatementRecord? { fatalError() }
  /// Number of statements with the entity as subject or object.
  public func statementCount(of term: TermID) throws -> Int { fatalError() }
  /// Evidence of a statement, best score first, then by document and place.
  public func evidence(of id: StatementID) throws -> [EvidenceRecord] { fatalError() }
  /// Triples that join the entity to others, in no order that may be shown.
  public func edges(of term: TermID) throws -> [Edge] { fatalError() }
  /// The predicate in that row.
  public func predicate(_ term: TermID) throws -> PredicateName? { fatalError() }
  /// Mentions of an entity by document and place.
  public func mentions(of term: TermID) throws -> [MentionRecord] { fatalError() }
  /// Articles whose text holds `text`, by document and number.
  public func articles(containing text: String, limit: Int) throws -> [ArticleRecord] { fatalError() }
  /// All documents by id.
  public func documents() throws -> [DocumentRecord] { fatalError() }
  /// How much the graph holds.
  public func counts() throws -> GraphCounts { fatalError() }
  /// Every entity, by id. Streams.
  public func forEachEntity(_ body: (EntityRecord) throws -> Void) throws { fatalError() }
  /// Every mention, by document and place. Streams.
  public func forEachMention(_ body: (MentionRecord) throws -> Void) throws { fatalError() }
  /// Every statement, by subject id, predicate, object, qualifiers. Streams.
  public func forEachStatement(_ body: (StatementRecord) throws -> Void) throws { fatalError() }
  /// Every piece of evidence with its statement, by document, place and statement. Streams.
  public func forEachEvidence(
    _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws { fatalError() }
}
