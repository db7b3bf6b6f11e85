import RDF
import Testing

@testable import SPARQL

/// Long lists are looked up in as sets and mean what comparing one by one means.
@Suite struct TermSetTests {
  /// Terms that are equal in various ways, or of which it cannot be told.
  static let terms: [Term] =
    ["1", "01", "+1", "2", "16777216", "16777217", "9007199254740993", "x", "-0"].map {
      .typed($0, XSD.integer)
    }
    + ["1.0", "1.00", "0.10", "0.1", "9007199254740992.0", "123456789012345678901234.5"].map {
      .typed($0, XSD.decimal)
    }
    + ["1", "1.6777216E7", "NaN", "INF", "0.1", "-0"].map { .typed($0, XSD.float) }
    + ["1e0", "9007199254740992", "NaN", "INF", "0.1", "0", "1.6777217E7"].map {
      .typed($0, XSD.double)
    }
    + ["true", "1", "false", "0", "yes"].map { .typed($0, XSD.boolean) }
    + ["2025-11-14T08:00:00+08:00", "2025-11-14T00:00:00Z", "2025-11-14T00:00:00.0Z", "soon"].map {
      .typed($0, XSD.dateTime)
    }
    + ["2025-11-14", "2025-11-14Z", "2025-11-15"].map { .typed($0, XSD.date) }
    + ["1", "山西", ""].map(Term.string)
    + [
      .literal(Literal("山西", language: "zh")), .literal(Literal("山西", language: "en")),
      .typed("1", "http://e/unit"), .typed("2", "http://e/unit"), .iri("http://e/1"),
      .iri("http://e/2"), .blank("a"),
      .triple(
        RDFTriple(subject: .iri("http://e/1"), predicate: .iri("http://e/p"), object: .integer(1))),
      .triple(
        RDFTriple(
          subject: .iri("http://e/1"), predicate: .iri("http://e/p"),
          object: .typed("1.0", XSD.decimal))),
      .triple(
        RDFTriple(
          subject: .iri("http://e/1"), predicate: .iri("http://e/p"),
          object: .typed("1", "http://e/unit"))),
    ]

  /// One by one, as the recommendation defines it.
  func compared(_ term: Term, with list: [Term]) -> Bool? {
    let answers = list.map { term.equals($0) }
    if answers.contains(true) { return true }
    return answers.contains(nil) ? nil : false
  }

  @Test(arguments: 0..<60)
  func `a set answers as its members do`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let list = (0...draw(12)).map { _ in Self.terms[draw(Self.terms.count)] }
    let set = TermSet(list)
    for term in Self.terms {
      #expect(set.contains(term) == compared(term, with: list), "\(term) in \(list)")
    }
  }

  @Test func `every pair is equal alone as in a set`() {
    for one in Self.terms {
      let set = TermSet([one])
      for other in Self.terms {
        #expect(set.contains(other) == other.equals(one), "\(other) = \(one)")
      }
    }
  }

  @Test func `only long lists of constants become sets`() {
    let constants = (0..<8).map { Expression.constant(.integer($0)) }
    let set = TermSet((0..<8).map(Term.integer))
    let few = Expression.isIn(.slot(0), Array(constants.prefix(3)))
    #expect(few.withSets == few)
    #expect(
      Expression.not(.isIn(.slot(0), constants)).withSets == .not(.isOneOf(.slot(0), set)))
    #expect(
      Expression.isIn(.slot(0), constants + [.slot(1)]).withSets
        == .or(.isOneOf(.slot(0), set), .isIn(.slot(0), [.slot(1)])))
    let random = Expression.isIn(.call(.rand, []), constants + [.slot(1)])
    #expect(random.withSets == random)
  }

  /// The filter of a query after it was optimised.
  func optimised(_ filter: String) throws -> Expression? {
    let query = try Query("SELECT * { ?s ?p ?x FILTER(\(filter)) }")
    guard case .project(.filter(let condition, _), _) = Optimiser.optimised(query.algebra) else {
      return nil
    }
    return condition
  }

  static func list(_ name: String, _ numbers: ClosedRange<Int>) -> Expression {
    .isIn(.variable(name), numbers.map { .constant(.integer($0)) })
  }

  static let chains: [(String, Expression)] = [
    ("?x = 1 || ?x = 2 || 3 = ?x || ?x = 4", list("x", 1...4)),
    ("?x != 1 && ?x != 2 && ?x != 3 && ?x != 4", .not(list("x", 1...4))),
    (
      "?x = 1 || ?x = 2 || ?s = 1 || ?x = 3 || ?x = 4",
      .or(list("x", 1...4), .comparison(.equal, .variable("s"), .constant(.integer(1))))
    ),
    (
      "!(?x = 1 || ?x = 2 || ?x = 3 || ?x = 4) && ?s = 1",
      .and(
        .not(list("x", 1...4)), .comparison(.equal, .variable("s"), .constant(.integer(1))))
    ),
  ]

  @Test(arguments: chains)
  func `chains of comparisons become lists`(filter: String, expected: Expression) throws {
    #expect(try optimised(filter) == expected)
  }

  @Test(arguments: [
    "?x = 1 || ?x = 2 || ?x = 3", "?x = 1 && ?x = 2 && ?x = 3 && ?x = 4",
    "?x != 1 || ?x != 2 || ?x != 3 || ?x != 4", "?x = 1 || ?x = 2 || ?s = 3 || ?s = 4",
    "?x = ?s || ?x = ?p || ?x = 3 || ?x = 4", "?x < 1 || ?x < 2 || ?x < 3 || ?x < 4",
  ])
  func `other chains stay as they are`(filter: String) throws {
    let query = try Query("SELECT * { ?s ?p ?x FILTER(\(filter)) }")
    guard case .project(.filter(let condition, _), _) = query.algebra else {
      Issue.record("no filter")
      return
    }
    #expect(try optimised(filter) == condition)
  }
}
