/// How much a drawing shows, and how it is arranged.
public struct DrawingOptions: Sendable, Equatable {
  /// What entities are put together by.
  public enum Cluster: String, Sendable, CaseIterable {
    /// The place they lie in or belong to.
    case place
    /// The document that alone knows them.
    case document
  }

  /// Most arrows that are drawn; `nil` draws every entity and every statement as it is.
  public var maximumEdges: Int?
  /// What entities are put together by; `nil` for nothing.
  public var cluster: Cluster?

  /// What a page of a newspaper can hold.
  public static let readableEdges = 60

  /// Creates options.
  public init(maximumEdges: Int? = readableEdges, cluster: Cluster? = nil) {
    self.maximumEdges = maximumEdges
    self.cluster = cluster
  }
}
