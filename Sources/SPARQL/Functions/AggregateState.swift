import Foundation
import RDF

/// The value of a group, as it grows (https://www.w3.org/TR/sparql11-query/#setFunctions). A class
/// because it lives across calls.
public final class AggregateState {
  private let function: AggregateFunction
  private var count = 0
  private var hasError = false
  private var sum: Number = .integer(0)
  private var best: Term?
  private var bestKey: [UInt8] = []
  private var texts: [(text: String, key: [UInt8])] = []
  private let keepsOrder: Bool
  private var byteCount = 0
  /// Whether its text became longer than a text may be.
  public private(set) var isExhausted = false

  /// An empty group. Texts are put behind each other in the order of terms, so that the same graph
  /// always answers alike; or as they come, where the solutions have an order.
  public init(_ function: AggregateFunction, keepsOrder: Bool = false) {
    self.function = function
    self.keepsOrder = keepsOrder
  }

  /// Takes in one more value; `nil` is an error.
  public func add(_ term: Term?) {
    guard !isExhausted else { return }
    guard let term else {
      if function != .count, function != .sample { hasError = true }
      return
    }
    count += 1
    switch function {
    case .count: break
    case .sum, .average:
      guard let number = Number(term), let total = Number.compute(.add, sum, number) else {
        hasError = true
        return
      }
      sum = total
    case .min, .max, .sample: compare(term)
    case .concatenation:
      switch term {
      case .literal, .iri:
        byteCount += term.plainText.utf8.count
        guard byteCount <= Evaluator.maximumText else {
          isExhausted = true
          hasError = true
          texts = []
          return
        }
        texts.append((term.plainText, keepsOrder ? [] : SortKey.bytes(of: term)))
      case .blank, .triple: hasError = true
      }
    }
  }

  private func compare(_ term: Term) {
    let key = SortKey.bytes(of: term)
    let isBetter =
      best == nil
      || (function != .max
        ? key.lexicographicallyPrecedes(bestKey) : bestKey.lexicographicallyPrecedes(key))
    guard isBetter else { return }
    best = term
    bestKey = key
  }

  /// The value; `nil` where there is none.
  public var value: Term? {
    guard !hasError else { return nil }
    switch function {
    case .count: return .integer(count)
    case .sum: return sum.term
    case .average:
      guard count > 0 else { return .integer(0) }
      return Number.compute(.divide, sum, .integer(count))?.term
    case .min, .max, .sample: return best
    case .concatenation(let separator):
      let sorted =
        keepsOrder ? texts : texts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return .string(sorted.map(\.text).joined(separator: separator))
    }
  }
}
