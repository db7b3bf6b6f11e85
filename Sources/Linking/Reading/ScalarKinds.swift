/// What a scalar of folded text may be to a rule.
struct ScalarKinds: OptionSet, Sendable {
  let rawValue: UInt8
  /// Ends a clause.
  static let endsClause = ScalarKinds(rawValue: 1)
  /// May begin a quantity; a date may also begin with a word.
  static let beginsFigure = ScalarKinds(rawValue: 2)
  /// A comma of either width.
  static let comma = ScalarKinds(rawValue: 4)

  /// By the predicates that say so, one scalar.
  init(_ scalar: Unicode.Scalar) {
    var kinds: ScalarKinds = []
    if Punctuation.endsClause(scalar) { kinds.insert(.endsClause) }
    if Punctuation.isComma(scalar) { kinds.insert(.comma) }
    if QuantityReader.mayBegin(with: scalar) { kinds.insert(.beginsFigure) }
    self = kinds
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// The kinds of all scalars of the basic plane, so that a text is sorted in one pass.
struct ScalarKindTable: Sendable {
  private let kinds: [ScalarKinds]

  /// Scalars that are of any kind: what else is asked of the predicates says nothing.
  private static let candidates =
    "0123456789零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿数几上半-−,;:!?\n，。；：！？—…"

  /// The table.
  init() {
    var kinds = [ScalarKinds](repeating: [], count: 0x10000)
    for scalar in Self.candidates.unicodeScalars { kinds[Int(scalar.value)] = ScalarKinds(scalar) }
    self.kinds = kinds
  }

  /// The kinds of a scalar.
  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> ScalarKinds {
    let value = Int(scalar.value)
    return value < kinds.count ? kinds[value] : []
  }
}
