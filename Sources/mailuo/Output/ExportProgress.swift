import Export

/// How far an export is. A class because the rows that pass tell it.
final class ExportProgress {
  private var bar: ProgressBar

  /// Shows on the terminal.
  init(terminal: Terminal) { bar = ProgressBar(total: 0, terminal: terminal) }

  /// Shows the row, unless one was shown just now.
  func show(_ rows: WrittenRows) throws {
    switch rows {
    case .entities(let count): bar.show(done: count, label: "entities")
    case .statements(let count): bar.show(done: count, label: "statements")
    }
  }

  /// Takes the line away.
  func clear() { bar.clear() }
}
