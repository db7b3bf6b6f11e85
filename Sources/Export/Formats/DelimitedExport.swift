import Linking
import Recognition
import TripleStore

/// Statements as rows of CSV or TSV, with the ids that join them to other tables.
public struct DelimitedExport: GraphFormat {
  private let text: DelimitedText

  /// Heading row.
  static let columns = [
    "statement", "subject_id", "subject", "subject_type", "predicate", "object_id", "object",
    "object_type", "qualifiers", "evidence", "score",
  ]

  /// Creates the format in the style.
  public init(_ style: DelimitedText.Style) { text = DelimitedText(style) }

  /// Writes the graph row by row.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    var utf8: [UInt8] = []
    text.append(row: Self.columns, to: &utf8)
    try sink.write(utf8)
    try graph.forEachStatement { statement in
      utf8.removeAll(keepingCapacity: true)
      text.append(row: fields(of: statement), to: &utf8)
      try sink.write(utf8)
    }
  }

  /// Qualifiers stay JSON, so that a reader can take them apart again.
  private func fields(of statement: StatementRecord) -> [String] {
    let object = statement.object.entity
    return [
      statement.id.rawValue, statement.subject.id.rawValue, statement.subject.name,
      statement.subject.type.rawValue, statement.predicate.rawValue, object?.id.rawValue ?? "",
      statement.object.text, object?.type.rawValue ?? "",
      RecordFormat.qualifiers(statement.qualifiers).text, String(statement.evidenceCount),
      JSONValue.decimal(statement.score).text,
    ]
  }
}
