import Foundation
import Linking
import TripleStore

/// Questions to a graph. Every answer is one consistent view and is sorted the same way every time.
public struct GraphQueries: Sendable {
  let store: GraphStore

  /// Asks `store`.
  public init(store: GraphStore) { self.store = store }

  /// Whom a name, an alias or an id means.
  public func resolve(_ name: String, suggestions: Int = 5) throws -> EntityResolution { fatalError() }
  /// All about one entity; `nil` if the graph does not know the id.
  public func card(of id: EntityID) throws -> EntityCard? { fatalError() }
  /// Its statements, out first, by predicate.
  public func relations(
    of id: EntityID, predicate: PredicateName? = nil,
    directions: Set<EdgeDirection> = Set(EdgeDirection.allCases)
  ) throws -> [StatementRecord] { fatalError() }
  /// The neighbourhood as a tree; `nil` if the graph does not know the id.
  public func walk(from id: EntityID, options: WalkOptions) throws -> WalkTree? { fatalError() }
  /// The neighbourhood as a part of the graph; `nil` if the graph does not know the id.
  public func neighbourhood(of id: EntityID, options: WalkOptions) throws -> Neighbourhood? { fatalError() }
  /// Shortest paths; none if there is no way or an id is not known.
  public func paths(from start: EntityID, to end: EntityID, options: PathOptions = PathOptions()) throws -> PathAnswer { fatalError() }
  /// Entities by any name, articles by full text.
  public func search(_ text: String, limit: Int = 20) throws -> SearchAnswer { fatalError() }
  /// Why the graph says so: statements of `subject`, with `predicate`, about `object` (an entity
  /// in either direction).
  public func explain(
    _ subject: EntityID, predicate: PredicateName? = nil, object: EntityID? = nil
  ) throws -> [Explanation] { fatalError() }
  /// Documents, articles, mentions, entities, statements by type, predicate and rule.
  public func statistics() throws -> GraphCounts { fatalError() }
}

/// A question kept in a file: SQL over the documented views, with its words and parameters.
public struct SavedQuery: Sendable, Hashable {
  /// A parameter with its default.
  public struct Parameter: Sendable, Hashable {
    /// Type of the value.
    public enum Kind: String, Sendable { case text, integer, real }
    /// Name without the colon.
    public let name: String
    /// Type.
    public let kind: Kind
    /// Value when none is bound; `nil` when one must be.
    public let defaultValue: SQLValue?
  }
  /// File name without extension.
  public let name: String
  /// The question in Chinese.
  public let questionZh: String
  /// The question in English.
  public let questionEn: String
  /// Parameters in declared order.
  public let parameters: [Parameter]
  /// The SQL.
  public let sql: String

  /// Reads one query file; throws ``SavedQueryFaults`` with every fault of it.
  public static func load(_ url: URL) throws -> SavedQuery { fatalError() }
  /// Reads all `*.sql` files of a folder, by name.
  public static func loadAll(in folder: URL) throws -> [SavedQuery] { fatalError() }
  /// Runs it; `bindings` are texts as typed, by parameter name.
  public func run(_ bindings: [String: String], on store: GraphStore) throws -> SQLTable { fatalError() }
  /// The expected table beside the query file: `NAME.expected.tsv`; `nil` if there is none.
  public static func expectedTable(beside url: URL) throws -> String? { fatalError() }
}

/// Faults of a query file.
public struct SavedQueryFaults: Error, Sendable, Hashable {
  /// One fault.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// Path.
    public let file: String
    /// Line from 1.
    public let line: Int
    /// What is wrong.
    public let message: String
    /// `file:line: error: message`.
    public var description: String { "\(file):\(line): error: \(message)" }
  }
  /// All of them.
  public let faults: [Fault]
}
