import Export

/// Several tables under headings, answered as one.
///
/// People see one table below the other; JSON is one object with the sections as keys; the row
/// formats give each section's rows with its key in front, in one set of columns.
struct Sections {
  /// A table and what it is about.
  struct Section {
    /// Key for machines.
    var key: String
    /// Heading for people; `nil` for the first, which speaks for itself: its one row is shown as a
    /// list of fields.
    var heading: Label?
    /// The rows.
    var table: RowTable
  }

  /// Sections in order.
  var sections: [Section]

  /// Prints them; empty sections are left out for people.
  func print(on console: Console, as options: RowOptions) throws {
    switch options.format {
    case .table: try printTables(on: console, as: options)
    case .json: try console.print(object.text + "\n")
    case .jsonl, .csv, .tsv: try console.print(rows, as: options)
    }
  }

  private func printTables(on console: Console, as options: RowOptions) throws {
    for (index, section) in sections.filter({ !$0.table.rows.isEmpty }).enumerated() {
      if index > 0 { try console.print("\n") }
      guard let heading = section.heading else {
        try console.print(section.table.fields(in: options.lang).joined())
        continue
      }
      try console.print(console.outputTerminal.bold(heading.text(in: options.lang)) + "\n")
      try console.print(section.table, as: options)
    }
  }

  /// One object, a list of objects a section.
  private var object: JSONValue {
    .object(sections.map { .init($0.key, .array($0.table.objects)) })
  }

  /// All rows in the columns of all sections, in order of first use.
  private var rows: RowTable {
    var columns: [RowTable.Column] = [.init("section", zh: "部分", en: "Section")]
    for column in sections.flatMap(\.table.columns)
    where !columns.contains(where: { $0.key == column.key }) {
      columns.append(column)
    }
    let rows = sections.flatMap { section in
      section.table.rows.map { row in
        columns.map { column in
          guard column.key != "section" else { return RowTable.Cell.text(section.key) }
          let index = section.table.columns.firstIndex { $0.key == column.key }
          return index.map { row[$0] } ?? .empty
        }
      }
    }
    return RowTable(columns: columns, rows: rows)
  }
}

extension RowTable {
  /// The cells of all rows, a line each behind its heading; empty ones are left out.
  fileprivate func fields(in language: Language) -> [String] {
    let headings = columns.map { $0.heading.text(in: language) }
    let width = headings.map(DisplayWidth.columns).max() ?? 0
    return rows.flatMap { row in
      zip(headings, row).compactMap { heading, cell in
        let text = TerminalText.sanitised(cell.shownText(in: language))
        guard !text.isEmpty else { return nil }
        let space = String(repeating: " ", count: width - DisplayWidth.columns(of: heading))
        return heading + space + "  " + text + "\n"
      }
    }
  }
}
