import Foundation
import GraphSamples
import Linking
import RDF
import SPARQL
import Testing

@testable import TripleStore

/// What is said of statements: qualifiers, evidence, named graphs; triple terms of imported data.
@Suite struct AnnotationTests {
  let folder: TemporaryFolder
  let store: GraphStore

  static let prefixes = """
    PREFIX : <http://e/> PREFIX ns: <https://w3id.org/mailuo/ns#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX schema: <https://schema.org/>

    """

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
  }

  private func addDocuments() throws {
    try store.replaceStatements(of: [
      SampleDocument(
        id: "甲报",
        facts: [
          .init(
            subject: "许明", predicate: "worksFor", object: "晖禾公司",
            qualifiers: [.init(name: "role", value: "经理")], rule: "rule.post", score: 0.75),
          .init(
            subject: "晖禾公司", predicate: "metric", object: "=3亿元",
            qualifiers: [
              .init(name: "number", value: "300000000.0"), .init(name: "name", value: "产值"),
            ]),
        ]
      ).analysed,
      SampleDocument(
        id: "乙报",
        facts: [
          .init(
            subject: "许明", predicate: "worksFor", object: "晖禾公司",
            qualifiers: [.init(name: "role", value: "经理")]),
          .init(subject: "晖禾公司", predicate: "status", object: "=投产"),
        ]
      ).analysed,
    ])
  }

  private func add(_ text: String, _ name: String) throws {
    let file = folder.url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    try store.importTriples(
      from: file.path, syntax: try #require(RDFSyntax(path: name)), vocabulary: Vocabulary())
  }

  private func ask(_ text: String) throws -> [String] {
    switch try store.answer(try Query(Self.prefixes + text)) {
    case .truth(let truth): return ["\(truth)"]
    case .triples(let triples): return triples.map(\.nTriples).sorted()
    case .rows(let solutions):
      return solutions.rows.map { $0.map { $0?.plainText ?? "-" }.joined(separator: " ") }
    }
  }

  @Test(arguments: [
    (
      "SELECT ?who ?role { ?s ns:worksFor ?o {| ns:role ?role |} ; rdfs:label ?who }",
      ["许明 经理"]
    ),
    (
      "SELECT ?n { ?s ns:metric ?v ~ ?st . ?st ns:number ?n FILTER(?n > 100) }", ["300000000"]
    ),
    (
      """
      SELECT ?d ?quote ?from ?to ?rule ?score {
        ?s ns:worksFor ?o {| prov:wasDerivedFrom ?e |} .
        ?e prov:wasQuotedFrom/dcterms:identifier ?d ; oa:exact ?quote ; oa:start ?from ; oa:end ?to ;
          ns:rule ?rule ; ns:score ?score
      } ORDER BY ?d
      """,
      ["乙报 许明与晖禾公司 0 7 rule.sample 0.5", "甲报 许明与晖禾公司 0 7 rule.post 0.75"]
    ),
    (
      "SELECT ?d ?h { ?e oa:exact \"晖禾公司与3亿元\" ; ns:article ?a . ?a schema:headline ?h ; dcterms:isPartOf/dcterms:identifier ?d }",
      ["甲报 甲报要闻"]
    ),
    (
      "SELECT ?name ?d { ?a schema:mentions/rdfs:label ?name ; dcterms:isPartOf/dcterms:identifier ?d } ORDER BY ?d ?name",
      ["乙报 晖禾公司", "乙报 许明", "甲报 晖禾公司", "甲报 许明"].map {
        $0.split(separator: " ").reversed().joined(separator: " ")
      }
    ),
    ("SELECT (COUNT(*) AS ?n) { ?r rdf:reifies <<( ?s ns:worksFor ?o )>> }", ["1"]),
    (
      "SELECT ?v { << ?s ns:worksFor ?o >> ?q ?v FILTER(isLiteral(?v)) }", ["经理"]
    ),
    (
      """
      SELECT ?p ?v { ?r rdf:reifies ?t . FILTER(isTRIPLE(?t) && PREDICATE(?t) = ns:status)
        BIND(OBJECT(?t) AS ?v) BIND(STRAFTER(STR(PREDICATE(?t)), "#") AS ?p) }
      """, ["status 投产"]
    ),
    // The predicate and the qualifier of that name are told apart by their subjects.
    ("SELECT ?v { ?x rdfs:label \"晖禾公司\" ; ns:status ?v }", ["投产"]),
    (
      "SELECT ?d (COUNT(?st) AS ?n) { GRAPH ?g { ?s ns:worksFor ?o ~ ?st } BIND(STRAFTER(STR(?g), \"document/\") AS ?d) } GROUP BY ?d ORDER BY ?d",
      ["乙报 1", "甲报 1"]
    ),
    (
      "SELECT ?rule { GRAPH <https://w3id.org/mailuo/document/甲报> { ?s ns:worksFor ?o {| prov:wasDerivedFrom/ns:rule ?rule |} } }",
      ["rule.post"]
    ),
    (
      "SELECT ?rule FROM <https://w3id.org/mailuo/document/乙报> { ?s ns:worksFor ?o {| prov:wasDerivedFrom/ns:rule ?rule |} }",
      ["rule.sample"]
    ),
    (
      "SELECT ?o { ?st prov:wasDerivedFrom/ns:rule \"rule.post\" ; rdf:reifies <<( ?s ?p ?x )>> . ?x rdfs:label ?o }",
      ["晖禾公司"]
    ),
    ("ASK { ?st ns:role \"经理\" FILTER NOT EXISTS { ?st prov:wasDerivedFrom ?e } }", ["false"]),
  ])
  func `statements are annotated`(question: String, expected: [String]) throws {
    try addDocuments()
    #expect(try ask(question) == expected)
  }

  @Test func `a statement's IRI leads to what is said of it and back`() throws {
    try addDocuments()
    let statement = try #require(try ask("SELECT ?r { ?r ns:role ?x }").first)
    #expect(statement.hasPrefix("https://w3id.org/mailuo/statement/st-"))
    #expect(try ask("SELECT ?x { <\(statement)> ns:role ?x }") == ["经理"])
    #expect(try ask("SELECT ?v { <\(statement)> ?p ?v FILTER(isLiteral(?v)) }") == ["经理"])
    let described = try ask("DESCRIBE <\(statement)>")
    #expect(described.count == 4, "\(described)")
    let evidence = try ask("SELECT ?e { <\(statement)> prov:wasDerivedFrom ?e } ORDER BY ?e")
    let key = statement.split(separator: "/").last ?? ""
    #expect(
      evidence
        == ["乙报/0-7/rule.sample", "甲报/0-7/rule.post"].map {
          "https://w3id.org/mailuo/evidence/\(key)/\($0)"
        })
    #expect(try ask("SELECT ?q { <\(evidence[0])> oa:exact ?q }") == ["许明与晖禾公司"])
    #expect(
      try ask("DESCRIBE <https://w3id.org/mailuo/document/甲报>")
        == [
          "<https://w3id.org/mailuo/document/甲报> <http://purl.org/dc/terms/identifier> \"甲报\"",
          "<https://w3id.org/mailuo/document/甲报> <http://purl.org/dc/terms/source> \"日报\"",
        ])
  }

  static let triples = """
    VERSION "1.2"
    <http://e/r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <http://e/a> <http://e/p> "x"@ar--rtl )>> .
    <http://e/a> <http://e/p> "x"@ar--rtl .
    <http://e/r> <http://e/sure> "1" .
    <http://e/r> <http://e/about> <<( <http://e/s> <http://e/p> <<( <http://e/a> <http://e/p> _:b )>> )>> . # ?
    """

  @Test func `triple terms are imported and found again`() throws {
    try add(Self.triples, "a.nt")
    #expect(try ask("SELECT ?x ?c { ?s :p ?x {| :sure ?c |} }") == ["x 1"])
    #expect(try ask("SELECT ?t { ?s :p ?x BIND(LANGDIR(?x) AS ?t) }") == ["rtl"])
    #expect(try ask("SELECT ?i { :r :about <<( :s ?p <<( ?i ?p ?b )>> )>> }") == ["http://e/a"])
    #expect(try ask("ASK { :r rdf:reifies <<( :a :p \"x\"@ar--rtl )>> }") == ["true"])
    #expect(try ask("ASK { :r rdf:reifies <<( :a :p \"x\"@ar )>> }") == ["false"])
    #expect(
      try ask("CONSTRUCT { ?r :says <<( ?o ?p ?s )>> } { VALUES (?r ?s ?p ?o) { (:r :a :p :b) } }")
        == ["<http://e/r> <http://e/says> <<( <http://e/b> <http://e/p> <http://e/a> )>>"])
    #expect(
      try ask("SELECT ?t { :r rdf:reifies ?t }")
        == ["<<( <http://e/a> <http://e/p> \"x\"@ar--rtl )>>"])
    #expect(try store.verify() == [])
  }

  @Test(arguments: [
    ("a.nt", "<http://e/a> <http://e/p> <<( <http://e/a> <http://e/p> )>> .\n", 1),
    ("a.nt", "\n<http://e/a> <http://e/p> <<( \"a\" <http://e/p> <http://e/b> )>> .\n", 2),
    ("a.nq", "<http://e/a> <http://e/p> <<( <http://e/a> <p> 1 )>> .\n", 1),
    ("a.nt", "<http://e/a> <http://e/p> \"x\"@ar--up .\n", 1),
    ("a.ttl", "\n<http://e/a> <http://e/p> <http://e/b> {| <http://e/q> 1 |} .\n", 2),
  ])
  func `a faulty triple term is told with its line`(name: String, text: String, line: Int) throws {
    let failure = #expect(throws: RDFReadFailure.self) { try add(text, name) }
    #expect(failure?.line == line, "\(String(describing: failure))")
    #expect(
      name != "a.ttl" || failure?.message.hasSuffix("convert the file") == true,
      "\(String(describing: failure))")
    #expect(try ask("ASK { ?s ?p ?o }") == ["false"])
  }

  /// Triples that documents say too, one of a kind each; and one of a document's named graph.
  static let shared = """
    <https://w3id.org/mailuo/entity/per-许明> <https://w3id.org/mailuo/ns#worksFor> <https://w3id.org/mailuo/entity/org-晖禾公司> .
    <https://w3id.org/mailuo/entity/per-许明> <http://www.w3.org/2000/01/rdf-schema#label> "许明" .
    <https://w3id.org/mailuo/entity/per-许明> <http://www.w3.org/2004/02/skos/core#altLabel> "许明" .
    <https://w3id.org/mailuo/entity/per-许明> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/mailuo/type#Person> .
    <https://w3id.org/mailuo/entity/per-许明> <https://w3id.org/mailuo/ns#worksFor> <https://w3id.org/mailuo/entity/org-晖禾公司> <https://w3id.org/mailuo/document/甲报> .

    """

  @Test(arguments: [true, false])
  func `what was imported too stays when its document goes`(importsFirst: Bool) throws {
    if importsFirst { try add(Self.shared, "a.nq") }
    try addDocuments()
    if !importsFirst { try add(Self.shared, "a.nq") }
    #expect(try store.verify() == [])
    try store.forget(["甲报", "乙报"])
    #expect(try store.verify() == [])
    #expect(try ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == ["4"])
    #expect(try ask("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == ["1"])
    try addDocuments()
    #expect(try ask("SELECT ?role { ?s ns:worksFor ?o {| ns:role ?role |} }") == ["经理"])
    try store.forget(["甲报", "乙报"])
    #expect(try ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == ["4"])
    #expect(try GraphDump.faults(folder.graph) == [])
  }
}
