extension Term {
  /// The term as N-Triples writes it.
  public var nTriples: String {
    switch self {
    case .iri(let iri): "<" + Term.escaped(iri) + ">"
    case .blank(let label): "_:" + label
    case .literal(let literal):
      if let tag = literal.tag {
        Term.quoted(literal.lexical) + "@" + tag
      } else if literal.isPlain {
        Term.quoted(literal.lexical)
      } else {
        Term.quoted(literal.lexical) + "^^<" + Term.escaped(literal.datatype) + ">"
      }
    case .triple(let triple): "<<( \(triple.nTriples) )>>"
    }
  }

  /// The term without what only machines need: the text of a literal, an IRI without brackets.
  public var plainText: String {
    switch self {
    case .iri(let iri): iri
    case .blank(let label): "_:" + label
    case .literal(let literal): literal.lexical
    case .triple: nTriples
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\u" + hexadecimal(scalar.value)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escaped(_ iri: String) -> String {
    guard iri.utf8.contains(where: isForbidden) else { return iri }
    var result = ""
    for scalar in iri.unicodeScalars {
      if scalar.isASCII, isForbidden(UInt8(scalar.value)) {
        result += "\\u" + hexadecimal(scalar.value)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "<>\"{}|^`\\".utf8.contains(byte)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension RDFTriple {
  /// Its three terms as N-Triples writes them, without the full stop.
  public var nTriples: String {
    "\(subject.nTriples) \(predicate.nTriples) \(object.nTriples)"
  }
}
