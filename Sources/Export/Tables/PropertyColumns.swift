import Linking
import TripleStore

/// What formats with columns must know before the first row: which qualifiers and which literal
/// predicates there are.
struct PropertyColumns {
  /// Names of qualifiers, sorted.
  let qualifiers: [String]
  /// Predicates with literals as objects, sorted.
  let literals: [PredicateName]

  init(of graph: SelectedGraph) throws {
    qualifiers = try graph.snapshot.qualifierNames()
    literals = try graph.snapshot.literalPredicates().filter {
      graph.filter.predicates.isEmpty || graph.filter.predicates.contains($0)
    }
  }

  /// Values of each qualifier, several joined by 「、」; empty where there is none.
  func values(of statement: StatementRecord) -> [String] {
    qualifiers.map { name in
      statement.qualifiers.filter { $0.name == name }.map(\.value).joined(separator: "、")
    }
  }
}

extension StatementRecord {
  /// A literal statement in one line: 「产值 94.23亿元 (2024)」.
  var literalText: String {
    let date = qualifier("date") ?? qualifier("from")
    let words = [qualifier("name"), object.text].compactMap(\.self).joined(separator: " ")
    return date.map { $0 == object.text ? words : "\(words) (\($0))" } ?? words
  }
}
