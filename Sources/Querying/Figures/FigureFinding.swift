import TripleStore

/// Figures that cannot be believed, or not together.
public struct FigureFinding: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A value outside what is usual.
    case bound
    /// A figure over another outside what is usual.
    case ratio
    /// A price by its quantity is not the total.
    case price
    /// A year's figure is not that of its days.
    case pace
    /// A share is not its part over the whole.
    case rate
    /// A part is more than its total.
    case part
    /// One thing with different values.
    case contradiction
    /// One thing with values that differ by ten thousand or a hundred million: 万 and 亿.
    case magnitude
    /// An end before its start.
    case order
  }

  /// What is wrong.
  public let kind: Kind
  /// The statements, in text order; two unless one is wrong by itself.
  public let statements: [StatementRecord]
  /// Where each was read.
  public let evidence: [EvidenceRecord]
  /// What comes out: the ratio, the share; `nil` where the values speak for themselves.
  public let found: Double?
  /// What would be usual: bounds, or twice the value expected.
  public let expected: ClosedRange<Double>?
  /// What the rule is about; empty for checks without a rule.
  public let note: String
  /// How many times ten thousand the first figure would have to be for all to be usual: 1 where 万
  /// may be missing, -1 where it may be too much, 0 for neither.
  public let missingTenThousands: Int

  init(
    _ kind: Kind, _ figures: [FigureReading], found: Double? = nil,
    expected: ClosedRange<Double>? = nil, note: String = "", missingTenThousands: Int = 0
  ) {
    self.init(
      kind, statements: figures.map(\.statement), evidence: figures.map(\.evidence), found: found,
      expected: expected, note: note, missingTenThousands: missingTenThousands)
  }

  init(
    _ kind: Kind, statements: [StatementRecord], evidence: [EvidenceRecord],
    found: Double? = nil, expected: ClosedRange<Double>? = nil, note: String = "",
    missingTenThousands: Int = 0
  ) {
    self.kind = kind
    self.statements = statements
    self.evidence = evidence
    self.found = found
    self.expected = expected
    self.note = note
    self.missingTenThousands = missingTenThousands
  }
}
