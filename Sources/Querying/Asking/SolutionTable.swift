import RDF
import TripleStore

/// Rows of terms without what only machines need: literals by their text, IRIs without brackets,
/// nothing where there is nothing.
public struct SolutionTable: Sendable, Hashable {
  /// Names of the columns.
  public let columns: [String]
  /// Rows, each with one value for every column.
  public let rows: [[String]]

  /// The table of an answer.
  public init(_ solutions: Solutions) {
    columns = solutions.variables
    rows = solutions.rows.map { $0.map { $0?.plainText ?? "" } }
  }

  /// Column names, then rows, tab-separated, each line ended; tabs and line breaks inside a value
  /// are written `\t` and `\n`, a backslash `\\`. The format of `NAME.expected.tsv`.
  public var tabSeparated: String {
    ([columns] + rows).map { $0.map(escaped).joined(separator: "\t") + "\n" }.joined()
  }

  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
