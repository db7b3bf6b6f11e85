import Lexicon
import Testing

@Suite struct RuleFileTests {
  @Test func keepsKeysWithTheirLines() throws {
    let folder = try SeedFolder([
      "rules/names/b.yaml": """
      # Names of companies.
      - id: company
        weight: 1.5
        pattern: {head: company, tail: [a, b]}
        match:
          - 「甲公司」
          - 乙公司

      - weight: 2
        id: second
      """,
      "rules/names/a.yaml": "- id: first",
      "rules/relations/r.yaml": "- id: relation",
      "rules/relations/empty.yaml": "# nothing yet",
    ])
    let lexicon = try folder.open()
    #expect(lexicon.nameRules.map(\.id) == ["first", "company", "second"])
    #expect(lexicon.relationRules.map(\.id) == ["relation"])
    let rule = lexicon.nameRules[1]
    #expect(rule.file == "rules/names/b.yaml")
    #expect(rule.line == 2)
    #expect(rule.fields["id"] == nil)
    #expect(rule.fields["weight"] == RuleField(value: .scalar("1.5"), line: 3))
    #expect(rule.fields["match"]?.line == 5)
    #expect(rule.fields["match"]?.scalars == ["「甲公司」", "乙公司"])
    guard case .list(let items)? = rule.fields["match"]?.value,
      case .map(let pattern)? = rule.fields["pattern"]?.value
    else { return #expect(Bool(false)) }
    #expect(items.map(\.line) == [6, 7])
    #expect(pattern["tail"]?.scalars == ["a", "b"])
    #expect(lexicon.nameRules[2].line == 9)
  }

  @Test(arguments: [
    (
      "- id: a\n- id: b\n- weight: 1\n- a\n- id: a\n- id: ''\n",
      [
        "rules/names/r.yaml:3: error: rule without “id”",
        "rules/names/r.yaml:4: error: expected a rule: a map with an “id”",
        "rules/names/r.yaml:5: error: duplicate rule “a”, first in rules/names/r.yaml:1",
        "rules/names/r.yaml:6: error: rule without “id”",
      ]
    ),
    (
      "- id: a\n  x: 1\n  x: 2\n",
      ["rules/names/r.yaml:2: error: duplicate key “x”"]
    ),
    (
      "- id: a\n  [x]: 2\n",
      ["rules/names/r.yaml:2: error: a key must be a text, not a list or map"]
    ),
    (
      "- id: a\n  x: \"open\n",
      [
        "rules/names/r.yaml:3: error: not YAML: column 1: found unexpected end of stream (while scanning a quoted scalar from line 2)"
      ]
    ),
    (
      "- id: a\n\tx: 1\n",
      [
        "rules/names/r.yaml:2: error: not YAML: column 1: found a tab character that violates indentation (while scanning a plain scalar from line 1)"
      ]
    ),
    (
      "- id: a\n  x: \u{1}\n",
      ["rules/names/r.yaml:2: error: not YAML: control characters are not allowed"]
    ),
  ])
  func faults(text: String, faults: [String]) throws {
    let found = try SeedFolder(["rules/names/r.yaml": text]).faults()
    #expect(found == faults)
  }

  @Test func idsAreUniqueAcrossFiles() throws {
    let folder = try SeedFolder([
      "rules/names/r.yaml": "- id: a", "rules/relations/r.yaml": "- id: a",
    ])
    #expect(
      try folder.faults() == [
        "rules/relations/r.yaml:1: error: duplicate rule “a”, first in rules/names/r.yaml:1"
      ])
  }
}
