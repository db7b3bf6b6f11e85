import Foundation
import Lexicon
import Recognition

/// Writes weights as `seeds/weights/context.tsv` has them.
struct WeightTable {
  /// Rows whose largest weight is smaller are left out.
  var leastRow: Float = 0.25
  /// Numbers that are smaller become empty cells.
  var leastCell: Float = 0.1

  /// Sorted bytewise as dictionaries are, so that two versions can be compared line by line.
  func text(_ weights: Weights, _ numbers: FeatureNumbers) -> String {
    let header =
      ["template", "what"]
      + Tag.typeNames.flatMap { type in Tag.placeNames.map { "\(type).\($0)" } }
    var lines: [String] = []
    for (feature, number) in numbers.all {
      let row = weights.values[number]
      guard max(row.max(), -row.min()) >= leastRow else { continue }
      let cells = (0..<SIMD16<Float>.scalarCount).map { cell(row[$0]) }
      lines.append(
        ([feature.template.name, numbers.names[feature.key] ?? ""] + cells)
          .joined(separator: "\t"))
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ([header.joined(separator: "\t")] + lines).map { $0 + "\n" }.joined()
  }

  private func cell(_ weight: Float) -> String {
    let step = 1 / ContextTable.nat
    let value = (weight / step).rounded() * step
    guard abs(value) >= leastCell else { return "" }
    return String(format: "%g", min(max(value, -6.35), 6.35))
  }
}
