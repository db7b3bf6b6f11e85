import RDF
import Testing

@testable import SPARQL

@Suite struct ExpressionTests {
  /// The value of an expression as N-Triples; `error` if it has none.
  func value(_ text: String) throws -> String {
    let query = try Query(
      """
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      SELECT (\(text) AS ?x) {}
      """)
    guard case .project(.extend(_, _, let expression), _) = query.algebra else { return "?" }
    let term = Evaluator(base: nil, now: "2026-01-01T00:00:00Z").value(expression, [])
    return term?.nTriples.replacing("^^<http://www.w3.org/2001/XMLSchema#", with: "^^<") ?? "error"
  }

  @Test(arguments: [
    ("1 + 2", "\"3\"^^<integer>"), ("1 / 4", "\"0.25\"^^<decimal>"), ("1 / 0", "error"),
    ("1 + 1.5", "\"2.5\"^^<decimal>"), ("1e0 + 1", "\"2.0E0\"^^<double>"),
    ("2 = 2.0", "\"true\"^^<boolean>"), ("\"a\" < \"b\"", "\"true\"^^<boolean>"),
    ("\"a\" = 1", "\"false\"^^<boolean>"), ("\"a\" < 1", "error"),
    ("1 = \"x\"^^xsd:integer", "error"), ("1/0 || true", "\"true\"^^<boolean>"),
    ("1/0 && false", "\"false\"^^<boolean>"), ("1/0 && true", "error"),
    ("2 IN (1, 2, 1/0)", "\"true\"^^<boolean>"), ("3 IN (1, 1/0)", "error"),
    ("COALESCE(1/0, 5)", "\"5\"^^<integer>"), ("IF(1 < 2, \"是\", 1/0)", "\"是\""),
    ("SUBSTR(\"山西公司\", 2, 2)", "\"西公\""), ("STRLEN(\"山西\")", "\"2\"^^<integer>"),
    ("CONCAT(\"a\"@zh, \"b\"@zh)", "\"ab\"@zh"), ("CONCAT(\"a\"@zh, \"b\")", "\"ab\""),
    ("REPLACE(\"abcb\", \"b\", \"z\")", "\"azcz\""),
    ("REGEX(\"公司\", \"^公\")", "\"true\"^^<boolean>"),
    ("STRAFTER(\"abc\"@en, \"b\")", "\"c\"@en"), ("ROUND(2.5)", "\"3.0\"^^<decimal>"),
    ("ROUND(-2.5)", "\"-2.0\"^^<decimal>"), ("CEIL(1.2)", "\"2.0\"^^<decimal>"),
    ("YEAR(\"2025-11-14\"^^xsd:date)", "\"2025\"^^<integer>"),
    (
      "\"2025-11-14T08:00:00+08:00\"^^xsd:dateTime = \"2025-11-14T00:00:00Z\"^^xsd:dateTime",
      "\"true\"^^<boolean>"
    ),
    ("xsd:integer(\"12\")", "\"12\"^^<integer>"), ("xsd:integer(\"1x\")", "error"),
    ("xsd:string(true)", "\"true\""), ("xsd:decimal(\"1.50\")", "\"1.5\"^^<decimal>"),
    ("MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\""),
    ("SHA1(\"abc\")", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""),
    ("ENCODE_FOR_URI(\"山\")", "\"%E5%B1%B1\""),
    ("LANGMATCHES(\"zh-CN\", \"zh\")", "\"true\"^^<boolean>"),
  ])
  func `has its value`(text: String, expected: String) throws {
    #expect(try value(text) == expected)
  }

  @Test func `keys sort as terms do`() {
    let terms: [Term?] = [
      nil, .blank("a"), .iri("http://e/a"), .iri("http://e/b"), .integer(-3), .integer(2),
      .typed("10.5", XSD.decimal), .typed("1e9", XSD.double), .string("a"), .string("b"),
    ]
    let keys = terms.map(SortKey.bytes)
    for (one, other) in zip(keys, keys.dropFirst()) {
      #expect(one.lexicographicallyPrecedes(other))
    }
  }
}
