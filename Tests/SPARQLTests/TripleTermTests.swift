import RDF
import Testing

@testable import SPARQL

/// Triple terms, reifiers and annotations (https://www.w3.org/TR/sparql12-query/).
@Suite struct TripleTermTests {
  static let prefix = "PREFIX : <http://e/> "

  @Test(arguments: [
    "ASK { ?s :p ?o {| :q 1 |} }", "ASK { ?s :p ?o ~ :r ~ _:b ~ ?x ~ {| :q ?y |} }",
    "ASK { << ?s :p ?o >> }", "ASK { << ?s :p << :a ?p _:b ~ :r >> ~ ?x >> :q ?z ; a :T }",
    "ASK { ?x :p <<( ?s ?p <<( :a a \"b\"@en--ltr )>> )>> }",
    "SELECT (<<( ?s :p 1 )>> AS ?t) { ?s :q ?o }", "ASK { FILTER(isTRIPLE(TRIPLE(?s, :p, ?o))) }",
    "ASK { VALUES ?t { <<( :a :b <<( :c a 1 )>> )>> UNDEF } }",
    "VERSION \"1.2\" ASK { ?s :p (1 << :a :b :c >>) , [ :q 2 {| :r 3 |} ] }",
    "CONSTRUCT { ?s :p ?o {| :q 1 |} } WHERE { ?s :p ?o }",
    "CONSTRUCT WHERE { ?s :p ?o ~ ?r {| :q ?x |} }",
  ])
  func `is understood`(text: String) throws {
    _ = try Query(Self.prefix + text)
  }

  @Test(arguments: [
    "ASK { ?s :p/:q ?o {| :r 1 |} }", "ASK { ?s :p+ ?o ~ ?r }", "ASK { ?s :p ?o {| |} }",
    "ASK { << ?s :p >> }", "ASK { << ?s :p/:q ?o >> :r 1 }", "ASK { <<( ?s :p (1 2) )>> :q 1 }",
    "ASK { << ?s :p [ :q 1 ] >> :r 2 }", "ASK { FILTER(<<( ?s :p/:q ?o )>> = ?t) }",
    "ASK { VALUES ?t { <<( ?s :p 1 )>> } }", "ASK { VALUES ?t { << :s :p 1 >> } }",
    "VERSION \"\"\"1.2\"\"\" ASK { }", "ASK { ?s :p \"x\"@en--up }", "ASK { :p {| :q 1 |} }",
  ])
  func `is refused`(text: String) {
    #expect(throws: SyntaxError.self) { try Query(Self.prefix + text) }
  }

  @Test func `an annotation is a pattern about its reifier`() throws {
    let short = try Query(Self.prefix + "SELECT ?s { ?s :p ?o ~ ?r {| :q ?x |} }")
    let long = try Query(
      Self.prefix + """
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?s { ?s :p ?o . ?r rdf:reifies <<( ?s :p ?o )>> . ?r :q ?x }
        """)
    #expect(short.algebra == long.algebra)
  }

  @Test(arguments: [
    ("SUBJECT(TRIPLE(:a, :b, 1))", "<http://e/a>"), ("OBJECT(<<( :a :b 1 )>>)", "1"),
    ("TRIPLE(1, :b, :c)", "error"), ("TRIPLE(:a, \"b\", :c)", "error"),
    ("<<( :a :b 1 )>> = <<( :a :b 1.0 )>>", "true"),
    ("sameTerm(<<( :a :b 1 )>>, <<( :a :b 1.0 )>>)", "false"),
    ("isTRIPLE(:a)", "false"), ("SUBJECT(:a)", "error"), ("LANGDIR(\"x\"@ar--rtl)", "rtl"),
    ("LANG(\"x\"@ar--rtl)", "ar"), ("hasLANG(\"x\")", "false"),
    ("hasLANGDIR(\"x\"@ar--ltr)", "true"),
    ("STRLANGDIR(\"x\", \"ar\", \"ltr\")", "\"x\"@ar--ltr"),
    ("STRLANGDIR(\"x\", \"ar\", \"up\")", "error"),
    ("STR(DATATYPE(\"x\"@ar--rtl))", RDFNames.dirLangString),
  ])
  func `functions have their values`(text: String, expected: String) throws {
    let query = try Query(Self.prefix + "SELECT (\(text) AS ?x) {}")
    guard case .project(.extend(_, _, let expression), _) = query.algebra else {
      Issue.record("\(query.algebra)")
      return
    }
    let term = Evaluator(base: nil, now: "2026-01-01T00:00:00Z").value(expression, [])
    let texts = [term?.nTriples ?? "error", term?.plainText ?? "error"]
    #expect(texts.contains(expected), "\(texts)")
  }
}
