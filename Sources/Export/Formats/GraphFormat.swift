/// A way to write a graph, or a part of it, to a file.
public protocol GraphFormat: Sendable {
  /// Writes the graph piece by piece; memory does not grow with it.
  ///
  /// The same graph gives the same bytes, whatever the order its documents were read in.
  func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws
}
