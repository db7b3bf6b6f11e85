/// How much more weight lies within groups than chance would have it.
/// Newman and Girvan 2004, https://doi.org/10.1103/PhysRevE.69.026113
public enum Modularity {
  /// Modularity of a partition of an undirected graph, at most 1; 0 for a graph without edges.
  public static func of(
    _ labels: [Int], in graph: CompactGraph, resolution: Double = 1
  ) -> Double {
    let count = (labels.max() ?? -1) + 1
    var inside = [Double](repeating: 0, count: count)
    var strengths = inside
    for node in 0..<graph.nodeCount {
      strengths[labels[node]] += graph.strength(node)
      for arc in graph.row(node) where labels[Int(graph.targets[arc])] == labels[node] {
        inside[labels[node]] += graph.weights?[arc] ?? 1
      }
    }
    let total = strengths.reduce(0, +)
    guard total > 0 else { return 0 }
    return (0..<count).reduce(0) { sum, label in
      let share = strengths[label] / total
      return sum + inside[label] / total - resolution * share * share
    }
  }
}
