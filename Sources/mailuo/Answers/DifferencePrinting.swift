import Export
import Lexicon
import Querying
import TripleStore

/// The answer of `diff` and `what-if`.
enum DifferencePrinting {
  /// Prints what differs; says so where nothing does.
  static func print(
    from old: GraphStore, to new: GraphStore, _ lexicon: Lexicon, on console: Console,
    as rows: RowOptions
  ) throws {
    let difference = try old.read { before in
      try new.read { after in try GraphDifference(from: before, to: after) }
    }
    let answer = DifferenceRows(labels: OntologyLabels(ontology: lexicon.ontology))
    try answer.sections(of: difference).print(on: console, as: rows)
    if difference.isEmpty { try console.tell(.noDifference) }
  }
}
