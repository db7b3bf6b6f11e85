import Export

/// Columns lined up by display width, so that Chinese and Latin text stand under one another.
///
/// On a terminal, cells that do not fit its width go on in the next line; elsewhere every row is one
/// line.
struct TableFormat: RowFormat {
  /// Language of headings and labels.
  let language: Language
  /// Where the table goes.
  let terminal: Terminal

  private static let gap = "  "
  private static let narrowest = 8

  func write(_ table: RowTable, to sink: inout some ByteSink) throws {
    let shown = table.columns.indices.filter { table.columns[$0].audience == .everyone }
    guard !shown.isEmpty else { return }
    let headings = shown.map { table.columns[$0].heading.text(in: language) }
    let rows = table.rows.map { row in
      shown.map { TerminalText.sanitised(row[$0].shownText(in: language)) }
    }
    let widths = fitted(Self.widths(of: [headings] + rows))
    let alignments = shown.map { table.columns[$0].alignment }
    for line in lines(headings, widths, alignments) { try sink.write(terminal.bold(line) + "\n") }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    try sink.write(terminal.dim(rule) + "\n")
    for row in rows {
      for line in lines(row, widths, alignments) { try sink.write(line + "\n") }
    }
  }

  private static func widths(of rows: [[String]]) -> [Int] {
    rows.reduce(into: Array(repeating: 0, count: rows.first?.count ?? 0)) { widths, row in
      for (column, text) in row.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.columns(of: text))
      }
    }
  }

  /// Takes columns off the widest until the row fits the terminal or nothing more can go.
  private func fitted(_ widths: [Int]) -> [Int] {
    guard let columns = terminal.columns else { return widths }
    var widths = widths
    var surplus = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - columns
    while surplus > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { break }
      widths[widest] -= 1
      surplus -= 1
    }
    return widths
  }

  /// One row as printed lines, without trailing spaces.
  private func lines(
    _ row: [String], _ widths: [Int], _ alignments: [RowTable.Column.Alignment]
  ) -> [String] {
    let cells = zip(row, widths).map { TerminalText.wrapped($0, columns: max($1, 1)) }
    return (0..<(cells.map(\.count).max() ?? 1)).map { number in
      let parts = cells.indices.map { column in
        padded(
          number < cells[column].count ? cells[column][number] : "", to: widths[column],
          alignments[column])
      }
      let line = parts.joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func padded(
    _ text: String, to width: Int, _ alignment: RowTable.Column.Alignment
  ) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text)))
    return alignment == .left ? text + space : space + text
  }
}
