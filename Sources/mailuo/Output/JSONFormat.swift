import Export

/// One JSON array, an object a row, each on its own line.
struct JSONFormat: RowFormat {
  func write(_ table: RowTable, to sink: inout some ByteSink) throws {
    var utf8 = Array("[".utf8)
    for (index, object) in table.objects.enumerated() {
      utf8.append(contentsOf: (index == 0 ? "\n  " : ",\n  ").utf8)
      object.append(to: &utf8)
    }
    utf8.append(contentsOf: (table.rows.isEmpty ? "]\n" : "\n]\n").utf8)
    try sink.write(utf8)
  }
}

/// One JSON object a line.
struct JSONLinesFormat: RowFormat {
  func write(_ table: RowTable, to sink: inout some ByteSink) throws {
    var utf8: [UInt8] = []
    for object in table.objects { RecordFormat.append(object, to: &utf8) }
    try sink.write(utf8)
  }
}

extension RowTable {
  /// Each row as an object with the columns' keys.
  var objects: [JSONValue] {
    rows.map { row in .object(zip(columns, row).map { .init($0.key, $1.value) }) }
  }
}
