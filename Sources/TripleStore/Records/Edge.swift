import Linking

/// Which way a statement is looked at.
public enum EdgeDirection: String, Sendable, Hashable, CaseIterable, Comparable {
  /// From subject to object.
  case out
  /// From object to subject.
  case `in`

  /// Out first.
  public static func < (left: EdgeDirection, right: EdgeDirection) -> Bool {
    left == .out && right == .in
  }
}

/// One triple between two entities as seen from one of them.
public struct Edge: Sendable, Hashable {
  /// Predicate's row.
  public let predicate: TermID
  /// The way it leads.
  public let direction: EdgeDirection
  /// The entity at the other end.
  public let neighbour: TermID

  /// Creates an edge.
  public init(predicate: TermID, direction: EdgeDirection, neighbour: TermID) {
    self.predicate = predicate
    self.direction = direction
    self.neighbour = neighbour
  }
}
