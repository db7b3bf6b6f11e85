import ArgumentParser
import Foundation
import Querying
import TripleStore

/// Names of the graph, offered by the shell when an entity is asked for.
enum EntityCompletion {
  /// Completes from the graph named on the line so far, `graph.sqlite` otherwise; silent where
  /// there is none.
  static let kind = CompletionKind.custom { words, _, prefix in
    names(beginning: prefix, graph: graph(in: words))
  }

  private static func graph(in words: [String]) -> String {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--graph=") { return String(word.dropFirst("--graph=".count)) }
      if word == "--graph", index + 1 < words.count { return words[index + 1] }
    }
    return "graph.sqlite"
  }

  private static func names(beginning prefix: String, graph: String) -> [String] {
    guard !prefix.isEmpty else { return [] }
    do {
      let store = try GraphStore.open(at: URL(fileURLWithPath: graph), access: .read)
      return try store.read { snapshot in
        try snapshot.names(containing: prefix, limit: 50).map(\.name)
          .filter { $0.hasPrefix(prefix) }
      }
    } catch {
      // A shell asking for completions has no place for messages.
      return []
    }
  }
}
