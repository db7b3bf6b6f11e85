import Export
import Foundation
import RDF
import TripleStore

/// Answers of SPARQL in the formats of the W3C: JSON, XML, CSV, TSV, N-Triples, Turtle; and as a
/// table for people.
struct SolutionsText {
  let format: QueryFormat

  /// The whole answer as text; `nil` for rows.
  func text(_ answer: QueryAnswer) -> String? {
    switch answer {
    case .truth(let truth): self.text(truth)
    case .triples(let triples): self.text(triples)
    case .rows: nil
    }
  }

  /// Whether rows are printed one by one; else they make a table.
  var hasRows: Bool { [.json, .srj, .xml, .csv, .tsv].contains(format) }

  /// What stands before the rows of these variables.
  func head(_ variables: [String]) -> String {
    switch format {
    case .xml:
      SolutionsText.xmlHead + "<head>"
        + variables.map { "<variable name=\"\($0)\"/>" }.joined() + "</head><results>\n"
    case .csv: SolutionsText.csv(variables)
    case .tsv: variables.map { "?" + $0 }.joined(separator: "\t") + "\n"
    default:
      "{\"head\":{\"vars\":["
        + variables.map { JSONValue.string($0).text }.joined(separator: ",")
        + "]},\"results\":{\"bindings\":["
    }
  }

  /// One row; `isFirst` where none stands before it.
  func row(_ row: [Term?], _ variables: [String], isFirst: Bool) -> String {
    switch format {
    case .xml: xml(row, variables)
    case .csv: SolutionsText.csv(row.map { $0?.plainText ?? "" })
    case .tsv: row.map { $0?.nTriples ?? "" }.joined(separator: "\t") + "\n"
    default: (isFirst ? "" : ",\n") + json(row, variables)
    }
  }

  /// What stands behind the rows.
  var tail: String {
    switch format {
    case .xml: "</results></sparql>\n"
    case .csv, .tsv: ""
    default: "]}}\n"
    }
  }

  private func text(_ truth: Bool) -> String {
    switch format {
    case .json, .srj, .jsonl: "{\"head\":{},\"boolean\":\(truth)}\n"
    case .xml:
      SolutionsText.xmlHead + "<head/><boolean>\(truth)</boolean></sparql>\n"
    default: "\(truth)\n"
    }
  }

  private func text(_ triples: [RDFTriple]) -> String {
    if format == .ttl { return TurtleText.text(of: triples) }
    return triples.map {
      "\($0.subject.nTriples) \($0.predicate.nTriples) \($0.object.nTriples) .\n"
    }.joined()
  }

  // MARK: JSON: https://www.w3.org/TR/sparql12-results-json/

  private func json(_ row: [Term?], _ variables: [String]) -> String {
    let bindings = zip(variables, row).compactMap { name, term in
      term.map { JSONValue.string(name).text + ":" + SolutionsText.json($0) }
    }
    return "{" + bindings.joined(separator: ",") + "}"
  }

  private static func json(_ term: Term) -> String {
    func text(_ value: String) -> String { JSONValue.string(value).text }
    switch term {
    case .iri(let iri): return "{\"type\":\"uri\",\"value\":\(text(iri))}"
    case .blank(let label): return "{\"type\":\"bnode\",\"value\":\(text(label))}"
    case .literal(let literal):
      var extra = ""
      if let language = literal.language {
        extra = ",\"xml:lang\":\(text(language))"
        if let direction = literal.direction { extra += ",\"its:dir\":\(text(direction))" }
      } else if !literal.isPlain {
        extra = ",\"datatype\":\(text(literal.datatype))"
      }
      return "{\"type\":\"literal\",\"value\":\(text(literal.lexical))\(extra)}"
    case .triple(let triple):
      return "{\"type\":\"triple\",\"value\":{\"subject\":\(json(triple.subject)),"
        + "\"predicate\":\(json(triple.predicate)),\"object\":\(json(triple.object))}}"
    }
  }

  // MARK: XML: https://www.w3.org/TR/sparql12-results-xml/

  private static let xmlHead =
    "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\" "
    + "xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\">"

  private func xml(_ row: [Term?], _ variables: [String]) -> String {
    let bindings = zip(variables, row).compactMap { name, term in
      term.map { "<binding name=\"\(name)\">\(SolutionsText.xml($0))</binding>" }
    }
    return "<result>" + bindings.joined() + "</result>\n"
  }

  private static func xml(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return "<uri>\(escaped(iri))</uri>"
    case .blank(let label): return "<bnode>\(escaped(label))</bnode>"
    case .literal(let literal):
      var extra = ""
      if let language = literal.language {
        extra = " xml:lang=\"\(escaped(language))\""
        if let direction = literal.direction { extra += " its:dir=\"\(direction)\"" }
      } else if !literal.isPlain {
        extra = " datatype=\"\(escaped(literal.datatype))\""
      }
      return "<literal\(extra)>\(escaped(literal.lexical))</literal>"
    case .triple(let triple):
      return "<triple><subject>\(xml(triple.subject))</subject>"
        + "<predicate>\(xml(triple.predicate))</predicate>"
        + "<object>\(xml(triple.object))</object></triple>"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      // XML 1.0 has no way to write the other control characters.
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: CSV and TSV: https://www.w3.org/TR/sparql12-results-csv-tsv/

  private static func csv(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
