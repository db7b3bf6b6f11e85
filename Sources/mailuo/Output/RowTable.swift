import Export
import Foundation

/// Rows that a command answers with, before any format is chosen.
struct RowTable: Sendable, Equatable {
  /// A column: the key machines read and the heading people read.
  struct Column: Sendable, Equatable {
    /// Side that a table lines its cells up on.
    enum Alignment: Sendable { case left, right }
    /// Who gets to see it: ids are for machines.
    enum Audience: Sendable { case everyone, machines }
    /// Key in JSON, heading in CSV and TSV.
    var key: String
    /// Heading in a table.
    var heading: Label
    /// Side.
    var alignment: Alignment
    /// Whether tables show it.
    var audience: Audience

    /// Creates a column.
    init(
      _ key: String, zh: String, en: String, alignment: Alignment = .left,
      audience: Audience = .everyone
    ) {
      self.key = key
      self.heading = Label(zh: zh, en: en)
      self.alignment = alignment
      self.audience = audience
    }

    /// Creates a column that only machines get.
    static func machines(_ key: String) -> Column {
      Column(key, zh: key, en: key, audience: .machines)
    }
  }

  /// A value: what machines get, and what people read where that differs.
  struct Cell: Sendable, Equatable {
    /// Value in JSON, CSV and TSV.
    var value: JSONValue
    /// Label in a table; `nil` where the value itself is shown.
    var label: Label?

    /// Creates a cell.
    init(_ value: JSONValue, label: Label? = nil) {
      self.value = value
      self.label = label
    }

    /// A text.
    static func text(_ text: String) -> Cell { Cell(.string(text)) }
    /// A text that may be missing.
    static func text(_ text: String?) -> Cell { Cell(text.map { .string($0) } ?? .null) }
    /// A name of the ontology with its label.
    static func name(_ name: String, _ label: Label?) -> Cell { Cell(.string(name), label: label) }
    /// A whole number.
    static func integer(_ number: Int) -> Cell { Cell(.integer(number)) }
    /// A number with decimals.
    static func decimal(_ number: Double) -> Cell { Cell(.decimal(number)) }
    /// A number with all its digits; people see six significant ones.
    static func exact(_ number: Double) -> Cell {
      Cell(.exact(number), label: Label(String(format: "%.6g", number)))
    }
    /// Several texts.
    static func list(_ texts: [String]) -> Cell { Cell(.array(texts.map { .string($0) })) }
    /// Nothing.
    static let empty = Cell(.null)
  }

  /// Columns in order.
  var columns: [Column]
  /// Rows in order, each with one cell a column.
  var rows: [[Cell]]

  /// Creates a table.
  init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

extension RowTable.Cell {
  /// The value as plain text: lists joined with `; `, nothing for null.
  var plainText: String { Self.plainText(of: value) }

  /// What a table shows.
  func shownText(in language: Language) -> String { label?.text(in: language) ?? plainText }

  private static func plainText(of value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .null: ""
    case .array(let values): values.map(plainText(of:)).joined(separator: "; ")
    case .object(let members):
      members.map { "\($0.key)=\(plainText(of: $0.value))" }.joined(separator: "; ")
    case .integer, .decimal, .exact, .boolean: value.text
    }
  }
}
