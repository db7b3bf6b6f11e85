/// What a graph file is opened for.
public enum StoreAccess: Sendable, Hashable {
  /// Asking only; the file must exist. Works beside a running build.
  case read
  /// Changing a graph that must exist (`forget`). Holds the graph's build lock.
  case update
  /// Changing a graph, created when missing. Holds the graph's build lock.
  case build
}
