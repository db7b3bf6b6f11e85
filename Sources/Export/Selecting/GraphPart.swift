import Linking
import NewsText
import Querying
import TripleStore

/// What of a graph is written.
public enum GraphPart: Sendable {
  /// All of it.
  case whole
  /// The entities around one of them.
  case neighbourhood(Neighbourhood)
}

extension GraphPart {
  /// Whether an entity lies in the part, as a question that is asked often.
  var contains: (EntityID) -> Bool {
    switch self {
    case .whole: return { _ in true }
    case .neighbourhood(let neighbourhood):
      let ids = Set(neighbourhood.entities.map(\.id))
      return { ids.contains($0) }
    }
  }

  /// Every entity, by id.
  func forEachEntity(
    of snapshot: GraphSnapshot, _ body: (EntityRecord) throws -> Void
  ) throws {
    switch self {
    case .whole: try snapshot.forEachEntity(body)
    case .neighbourhood(let neighbourhood): try neighbourhood.entities.forEach(body)
    }
  }

  /// Every statement, by subject, predicate, object and qualifiers.
  func forEachStatement(
    of snapshot: GraphSnapshot, _ body: (StatementRecord) throws -> Void
  ) throws {
    switch self {
    case .whole: try snapshot.forEachStatement(body)
    case .neighbourhood(let neighbourhood): try neighbourhood.statements.forEach(body)
    }
  }

  /// Every statement in no order that may be shown.
  func forEachUnsortedStatement(
    of snapshot: GraphSnapshot, _ body: (StatementRecord) throws -> Void
  ) throws {
    switch self {
    case .whole: try snapshot.forEachUnsortedStatement(body)
    case .neighbourhood(let neighbourhood): try neighbourhood.statements.forEach(body)
    }
  }

  /// The statements about one entity, by predicate, object and qualifiers.
  func statements(
    about entity: EntityReference, of snapshot: GraphSnapshot
  ) throws -> [StatementRecord] {
    switch self {
    case .whole: try snapshot.statements(of: entity.term, direction: .out)
    case .neighbourhood(let neighbourhood):
      neighbourhood.statements.filter { $0.subject.term == entity.term }
    }
  }

  /// Every mention, by document and place.
  func forEachMention(
    of snapshot: GraphSnapshot, _ body: (MentionRecord) throws -> Void
  ) throws {
    switch self {
    case .whole: try snapshot.forEachMention(body)
    case .neighbourhood(let neighbourhood):
      let mentions = try neighbourhood.entities.flatMap {
        try snapshot.mentions(of: $0.reference.term)
      }
      try mentions.sorted { Self.precedes(($0.document, $0.span), ($1.document, $1.span)) }
        .forEach(body)
    }
  }

  /// Every piece of evidence with its statement, by document, place and statement.
  func forEachEvidence(
    of snapshot: GraphSnapshot, _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws {
    switch self {
    case .whole: try snapshot.forEachEvidence(body)
    case .neighbourhood(let neighbourhood):
      let pairs = try neighbourhood.statements.flatMap { statement in
        try snapshot.evidence(of: statement.id).map { (statement, $0) }
      }
      let sorted = pairs.sorted { left, right in
        let places = ((left.1.document, left.1.span), (right.1.document, right.1.span))
        if Self.precedes(places.0, places.1) { return true }
        return !Self.precedes(places.1, places.0) && left.0.id < right.0.id
      }
      try sorted.forEach(body)
    }
  }

  private static func precedes(
    _ left: (document: String, span: TextSpan), _ right: (document: String, span: TextSpan)
  ) -> Bool {
    left.document.utf8.elementsEqual(right.document.utf8)
      ? left.span < right.span
      : left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
  }
}
