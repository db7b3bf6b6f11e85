import RDF
import Testing

@testable import SPARQL

@Suite struct SyntaxTests {
  @Test(arguments: [
    "SELECT * { }", "ASK { ?s ?p ?o }", "DESCRIBE <http://e/a>",
    "CONSTRUCT { ?s <http://e/p> [] } WHERE { ?s ?p ?o . }",
    "SELECT ?甲 { ?甲 a <http://e/机构> }",
    "PREFIX : <http://e/> SELECT (SUM(?n) AS ?sum) { :a :p/:q* ?n } HAVING (SUM(?n) > 3)",
    "SELECT * { ?a <http://e/p> 1, -2.5, 1e3, true, 'x'@zh FILTER(?a<?b && ?c>?d) }",
    "SELECT ?x { { SELECT ?x { ?x ?p ?o } LIMIT 3 } VALUES (?x ?y) { (UNDEF 1) } }",
  ])
  func `is understood`(text: String) throws {
    _ = try Query(text)
  }

  @Test(arguments: [
    ("SELECT ?x\nWHERE { ?x ex:p ?y }", 2, 12, "the prefix 'ex:' is not declared"),
    ("SELECT ?x { ?x ?p }", 1, 19, "a term or a variable was expected, not '}'"),
    ("SELECT ?x { ?x ?p ?o", 1, 21, "a pattern or '}' was expected, not 'the end'"),
    ("SELEC ?x {}", 1, 1, "SELECT, ASK, CONSTRUCT or DESCRIBE was expected, not 'SELEC'"),
    ("SELECT ?y { ?x ?p ?o } GROUP BY ?x", 1, 8, "?y is neither a key of the groups"),
    ("ASK { BIND(1 AS ?x) BIND(2 AS ?x) }", 1, 21, "?x has a value already"),
    ("ASK { ?s ?p \"x }", 1, 13, "the string has no end"),
    ("SELECT ?x { VALUES (?x ?y) { (1) } }", 1, 30, "2 values were expected, not 1"),
    ("ASK { FILTER(STRLEN(?a, ?b) > 1) }", 1, 14, "STRLEN takes 1 arguments, not 2"),
    ("ASK {} ASK {}", 1, 8, "the end of the query was expected, not 'ASK'"),
  ])
  func `a fault is shown where it stands`(
    text: String, line: Int, column: Int, message: String
  ) {
    let error = #expect(throws: SyntaxError.self) { try Query(text) }
    #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
    #expect(error?.message.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func `brackets by the million end in a message`() {
    let text = "ASK { FILTER" + String(repeating: "(", count: 1_000_000)
    #expect(throws: SyntaxError.self) { try Query(text) }
  }
}
