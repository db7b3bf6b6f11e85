import Foundation
import Lexicon
import Testing

@Suite struct OntologyTests {
  @Test func readsTypesAndPredicates() throws {
    let folder = try SeedFolder([
      "ontology.yaml": """
      types:
        - {name: Person, zh: 人物, en: person, iri: "https://schema.org/Person", color: "#ffcc00"}
      predicates:
        - name: knows
          zh: 认识
          en: knows
          iri: https://schema.org/knows
          domain: [Person]
          range: [Person]
          symmetric: true
          inverse: {zh: 认识, en: knows}
          qualifiers: [since, role]
        - name: motto
          zh: 座右铭
          en: motto
          iri: https://w3id.org/mailuo/ns#motto
          domain: [Person]
          literal: true
      """
    ])
    let ontology = try folder.open().ontology
    // Opened again, from the compiled file.
    #expect(try folder.open().ontology == ontology)
    #expect(ontology.types.map(\.name) == ["Person"])
    #expect(ontology.type("Person")?.color == "#ffcc00")
    let knows = try #require(ontology.predicate("knows"))
    #expect(knows.isSymmetric && !knows.isLiteral)
    #expect(knows.inverseZh == "认识")
    #expect(knows.qualifiers == ["since", "role"])
    let motto = try #require(ontology.predicate("motto"))
    #expect(motto.isLiteral && !motto.isSymmetric)
    #expect(motto.range == [] && motto.inverseEn == nil && motto.qualifiers == [])
  }

  static let person =
    "types:\n  - {name: Person, zh: 人物, en: person, iri: \"urn:x\", color: \"#ffcc00\"}\n"

  @Test(arguments: [
    ("types: 1\npredicates: []\n", ["1: error: expected a list"]),
    (
      "types: []\npredicates: []\nrules: []\n",
      [
        "3: error: unknown key “rules” of the ontology, expected “types”, “kinds”, “predicates”"
      ]
    ),
    (
      """
      types:
        - name: 人
          zh: 人物
          iri: schema.org/Person
          color: red
          shape: box
        - {name: A, zh: 甲, en: a, iri: "https://x.org/<a>", color: "#12345"}
        - {name: A, zh: 甲, en: a, iri: "urn:a", color: "#12345g"}
        - A
      predicates: []
      """,
      [
        "2: error: “en” is missing",
        "2: error: “人” is not a name: expected ASCII letters and digits",
        "4: error: “schema.org/Person” is not an absolute IRI such as https://schema.org/Person",
        "5: error: “red” is not a colour such as \"#4477aa\"",
        "6: error: unknown key “shape” of a type, expected “name”, “zh”, “en”, “iri”, “color”, “close”, “ftm”",
        "7: error: “#12345” is not a colour such as \"#4477aa\"",
        "7: error: “https://x.org/<a>” is not an absolute IRI such as https://schema.org/Person",
        "8: error: duplicate type “A”",
        "8: error: “#12345g” is not a colour such as \"#4477aa\"",
        "9: error: expected a map",
      ]
    ),
    (
      person + """
        predicates:
          - {name: a, zh: 甲, en: a, iri: "urn:a", domain: [Persn], range: [Person, Place]}
          - {name: b, zh: 乙, en: b, iri: "urn:b", domain: [Person]}
          - {name: c, zh: 丙, en: c, iri: "urn:c", literal: true, range: [Person]}
          - {name: d, zh: 丁, en: d, iri: "urn:d", domain: [Person], literal: yes}
          - {name: d, zh: 丁, en: [], iri: "urn:d", domain: [Person], range: [], symmetric: true}
          - {name: e, zh: 戊, en: e, iri: "urn:e", domain: [Person], range: [Person], inverse: {de: x}}
        """,
      [
        "4: error: unknown type “Persn” in “domain”, expected one of “Person”",
        "4: error: unknown type “Place” in “range”, expected one of “Person”",
        "5: error: “range” is missing",
        "6: error: a literal predicate has no “range”",
        "6: error: “domain” is missing",
        "7: error: “literal” must be true or false",
        "7: error: “range” is missing",
        "8: error: a symmetric predicate needs the same “domain” and “range”",
        "8: error: duplicate predicate “d”",
        "8: error: “en” must be a text",
        "9: error: unknown key “de” of an inverse, expected “zh”, “en”",
      ]
    ),
  ])
  func faults(text: String, faults: [String]) throws {
    let found = try SeedFolder(["ontology.yaml": text]).faults()
    #expect(found == faults.map { "ontology.yaml:" + $0 })
  }
}
