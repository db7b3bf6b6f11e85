import Foundation
import RDF
import TripleStore

/// A graph of imported triples, in a folder that goes away with it.
package struct ImportedGraph {
  package let folder: TemporaryFolder
  package let store: GraphStore

  /// Makes it empty, or of these triples.
  package init(_ text: String = "") throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
    if !text.isEmpty { try add(text) }
  }

  /// Imports triples in TriG, in which `:` is `http://e/` and `schema:`, `skos:` and `rdfs:` are known.
  package func add(_ text: String) throws {
    try store.importTriples(
      from: file(text).path, syntax: .triG, vocabulary: Vocabulary())
  }

  /// A file of such triples.
  package func file(_ text: String) throws -> URL {
    let file = folder.url.appendingPathComponent("a.trig")
    let prefixes = """
      @prefix : <http://e/> . @prefix schema: <https://schema.org/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n
      """
    try Data((prefixes + text).utf8).write(to: file)
    return file
  }
}
