import Export

/// A heading row of keys, then a line a row.
struct DelimitedFormat: RowFormat {
  /// Commas or tabs.
  let text: DelimitedText

  func write(_ table: RowTable, to sink: inout some ByteSink) throws {
    var utf8: [UInt8] = []
    text.append(row: table.columns.map(\.key), to: &utf8)
    for row in table.rows { text.append(row: row.map(\.plainText), to: &utf8) }
    try sink.write(utf8)
  }
}
