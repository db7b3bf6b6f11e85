import Lexicon
import Linking
import TripleStore

/// A figure of the graph where it was read.
public struct FigureReading: Sendable, Hashable {
  /// The statement.
  public let statement: StatementRecord
  /// Where it was read.
  public let evidence: EvidenceRecord
  /// Publication date of the document; `nil` if not known.
  let published: String?
  /// What the figure is of: 产值, 种植面积.
  let name: String
  /// Lower or only value.
  let number: Double
  /// Upper value.
  let upper: Double
  /// As printed, empty for none.
  let unit: String
  /// `about`, `over`, `under`; `nil` when exact.
  let approximation: String?
  /// One past the figure in the evidence's sentence, in scalars.
  let end: Int

  /// The reading of a statement that has a number; `nil` for others.
  init?(_ statement: StatementRecord, _ evidence: EvidenceRecord, published: String?) {
    guard statement.predicate == .metric, let text = statement.qualifier("number") else {
      return nil
    }
    let values = text.split(separator: "–").compactMap { Double($0) }
    guard let first = values.first else { return nil }
    self.statement = statement
    self.evidence = evidence
    self.published = published
    name = statement.qualifier("name") ?? ""
    number = first
    upper = values.last ?? first
    unit = statement.qualifier("unit") ?? ""
    approximation = statement.qualifier("approx")
    let quote = Array(evidence.quote.unicodeScalars)
    let sentence = Array(evidence.sentence.unicodeScalars)
    end = sentence.firstRange(of: quote)?.upperBound ?? sentence.count
  }

  /// The value in the base unit, with that unit: 吨 as 1000 公斤.
  func inBaseUnit(_ rules: FigureRules) -> (value: Double, unit: String) {
    guard let known = rules.units[unit] else { return (number, unit) }
    return (number * known.factor, known.base)
  }

  /// 「年产柴胡 140多公斤」
  public var text: String {
    name.isEmpty ? statement.object.text : "\(name) \(statement.object.text)"
  }

  /// What the value may be, its approximation considered.
  var range: ClosedRange<Double> {
    let (low, high) = (min(number, upper), max(number, upper))
    switch approximation {
    case "about": return low * 0.8...max(low * 0.8, high * 1.2)
    case "over": return low...max(low, high * 2)
    case "under": return min(low * 0.5, high)...high
    default: return low...high
    }
  }
}

extension FigureRule {
  /// Whether a figure's name and base unit are those asked for.
  func concerns(_ figure: FigureReading, _ rules: FigureRules) -> Bool {
    Self.fits(figure, names, units, rules)
  }

  /// The same for the other figure.
  func concernsOther(_ figure: FigureReading, _ rules: FigureRules) -> Bool {
    Self.fits(figure, otherNames, otherUnits, rules)
  }

  private static func fits(
    _ figure: FigureReading, _ names: [String], _ units: [String], _ rules: FigureRules
  ) -> Bool {
    (names.isEmpty || names.contains { figure.name.contains($0) })
      && (units.isEmpty || units.contains(figure.inBaseUnit(rules).unit))
  }
}
