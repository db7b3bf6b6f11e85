/// What figures must be to be believed: one row of `seeds/figures.tsv`.
public struct FigureRule: Sendable, Hashable {
  /// What a row asks.
  public enum Check: String, Sendable, CaseIterable {
    /// A value lies between two others.
    case bound
    /// So does a figure divided by another of the sentence.
    case ratio
    /// The same for figures printed side by side.
    case beside
    /// A price times a quantity is the total.
    case price
    /// A figure a year is that a day times the days.
    case pace
    /// A share is its part over the whole.
    case rate
    /// A part is no more than its total.
    case part
    /// A unit is a multiple of another.
    case unit
  }

  /// What is asked.
  public var check: Check
  /// Words of the figure's name, or the words that introduce it; empty for any.
  public var names: [String]
  /// Units of the figure; empty for any.
  public var units: [String]
  /// Words of the other figure's name.
  public var otherNames: [String]
  /// Units of the other figure.
  public var otherUnits: [String]
  /// Least value.
  public var least: Double?
  /// Greatest value, factor or tolerance.
  public var most: Double?
  /// What it is about.
  public var note: String
  /// Line from 1.
  public var line: Int
}

/// All rows of a file of figures.
public struct FigureRules: Sendable {
  /// In file order, units apart.
  public let rules: [FigureRule]
  /// The base unit of a unit and how many of it one is.
  public let units: [String: (base: String, factor: Double)]

  /// No rules.
  public static let none = FigureRules([])

  init(_ rows: [FigureRule]) {
    rules = rows.filter { $0.check != .unit }
    var units: [String: (String, Double)] = [:]
    for row in rows where row.check == .unit {
      for name in row.names { units[name] = (row.units.first ?? name, row.most ?? 1) }
    }
    self.units = units
  }
}
