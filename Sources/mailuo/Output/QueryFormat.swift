import ArgumentParser

/// The value of `--format` for `query`.
enum QueryFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Aligned columns.
  case table
  /// SPARQL's JSON for queries in SPARQL, one array of objects for those in SQL.
  case json
  /// SPARQL's JSON under its usual name.
  case srj
  /// One object a line.
  case jsonl
  /// SPARQL's XML.
  case xml
  /// Values separated by commas.
  case csv
  /// Terms separated by tabs.
  case tsv
  /// N-Triples.
  case nt
  /// Turtle.
  case ttl

  /// The format rows of SQL have; `nil` for those of RDF.
  var rows: RowFormatName? { RowFormatName(rawValue: rawValue) }
}
