import NewsText
import Testing

@testable import Linking

@Suite struct StatementOrderTests {
  private func statement(
    _ qualifiers: [String: String], _ rule: String, _ score: Double, end: Int = 9
  ) -> Statement {
    Statement(
      subject: EntityID(rawValue: "per-a"), predicate: PredicateName(rawValue: "visited"),
      object: .entity(EntityID(rawValue: "org-a")),
      qualifiers: qualifiers.map { Qualifier(name: $0.key, value: $0.value) }.sorted(),
      evidence: Evidence(
        article: 1, span: TextSpan(0, end), quote: "", sentence: "", rule: rule, score: score))
  }

  @Test func oneReadingOfAPassageStays() {
    let cases: [([Statement], [String])] = [
      ([statement(["role": "调研"], "a", 0.7), statement(["role": "调研"], "b", 0.8)], ["b"]),
      ([statement(["role": "调研"], "b", 0.8), statement(["role": "调研"], "a", 0.8)], ["a"]),
      (
        [statement([:], "a", 0.9), statement(["role": "调研"], "b", 0.7)], ["b"]
      ),
      (
        [statement(["role": "考察"], "a", 0.9), statement(["role": "调研"], "b", 0.7)], ["a", "b"]
      ),
      (
        [statement(["role": "记者"], "a", 0.9), statement(["role": "记者", "kind": "摄"], "b", 0.9)],
        ["a", "b"]
      ),
      ([statement([:], "a", 0.9), statement([:], "b", 0.7, end: 8)], ["b", "a"]),
      ([], []),
    ]
    for (statements, expected) in cases {
      for order in [statements, statements.reversed()] {
        #expect(StatementOrder.ordered(order).map(\.evidence.rule).sorted() == expected.sorted())
      }
      #expect(
        StatementOrder.ordered(statements) == StatementOrder.ordered(statements.reversed()))
    }
  }
}
