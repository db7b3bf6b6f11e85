import Foundation
import RDF

/// Bytes whose order is the order of terms (https://www.w3.org/TR/sparql11-query/#modOrderBy):
/// nothing, blank nodes, IRIs, literals, triple terms; among literals numbers by value, then booleans, moments,
/// and all others by their text.
public enum SortKey {
  /// The key of a term or of none.
  public static func bytes(of term: Term?) -> [UInt8] {
    switch term {
    case nil: return [0]
    case .blank(let label): return [1] + label.utf8
    case .iri(let iri): return [2] + iri.utf8
    case .literal(let literal)?:
      guard let term else { return [0] }
      if literal.isPlain { return [3, 9] + literal.lexical.utf8 + [0] }
      if let number = Number(term) { return [3, 1] + bytes(of: number.asDouble) }
      if let boolean = term.booleanValue { return [3, 2, boolean ? 1 : 0] }
      if let moment = Moment(term) {
        let seconds = Double(moment.instant) + moment.fraction
        return [3, moment.datatype == XSD.time ? 4 : 3] + bytes(of: seconds)
      }
      return [3, 9] + literal.lexical.utf8 + [0] + (literal.tag ?? literal.datatype).utf8
    case .triple(let triple)?:
      // The keys of the parts, each so ended that a shorter one comes first.
      return [4]
        + [triple.subject, triple.predicate, triple.object].flatMap { ended(bytes(of: $0)) }
    }
  }

  /// The bytes behind each other with an end: 0 becomes 0 1, the end is 0 0.
  private static func ended(_ key: [UInt8]) -> [UInt8] {
    key.flatMap { $0 == 0 ? [0, 1] : [$0] } + [0, 0]
  }

  /// Big-endian bits, made to sort as the numbers do; not-a-number comes first.
  private static func bytes(of number: Double) -> [UInt8] {
    guard !number.isNaN else { return [0, 0, 0, 0, 0, 0, 0, 0] }
    let bits = (number == 0 ? 0 : number).bitPattern
    let ordered = bits >> 63 == 1 ? ~bits : bits | 1 << 63
    return (0..<8).map { UInt8(truncatingIfNeeded: ordered >> (56 - 8 * $0)) }
  }
}
