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
  private var texts: [String] = []

  /// An empty group.
  public init(_ function: AggregateFunction) { self.function = function }

  /// Takes in one more value; `nil` is an error.
  public func add(_ term: Term?) {
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
    case .min, .max: compare(term)
    case .sample: best = best ?? term
    case .concatenation:
      if case .literal(let literal) = term {
        texts.append(literal.lexical)
      } else if case .iri(let iri) = term {
        texts.append(iri)
      } else {
        hasError = true
      }
    }
  }

  private func compare(_ term: Term) {
    let key = SortKey.bytes(of: term)
    let isBetter =
      best == nil
      || (function == .min
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
    case .concatenation(let separator): return .string(texts.joined(separator: separator))
    }
  }
}
