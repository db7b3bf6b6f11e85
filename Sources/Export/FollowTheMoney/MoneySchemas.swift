import Lexicon
import Linking
import Recognition
import TripleStore

/// Which of FollowTheMoney's schemas entities and statements have, by the table in the ontology.
struct MoneySchemas {
  private let lexicon: Lexicon
  private let types: [String: String]
  private let rules: [String: [Ontology.FollowTheMoneyRule]]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let ontology = lexicon.ontology
    types = Dictionary(
      ontology.types.compactMap { type in type.followTheMoney.map { (type.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    rules = Dictionary(
      ontology.predicates.map { ($0.name, $0.followTheMoney) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The schema of an entity: what the ending of its name tells, else its type's.
  func schema(of entity: EntityReference) -> String {
    let kinds = lexicon.ontology.kinds.filter { $0.type == entity.type.rawValue }
    if !kinds.isEmpty, let head = head(of: entity.name),
      let kind = kinds.first(where: { $0.heads.contains(head) })
    {
      return kind.followTheMoney
    }
    return types[entity.type.rawValue] ?? "Thing"
  }

  /// The first rule of the predicate that fits both ends.
  func rule(for statement: StatementRecord) -> Ontology.FollowTheMoneyRule? {
    guard let rules = rules[statement.predicate.rawValue], !rules.isEmpty else { return nil }
    let subject = schema(of: statement.subject)
    let object = statement.object.entity.map(schema)
    return rules.first { rule in
      (rule.of.isEmpty || rule.of.contains(subject))
        && (rule.to.isEmpty || object.map(rule.to.contains) ?? false)
    }
  }

  /// The group of the longest ending of the name that the dictionary knows as one of organisations:
  /// `head.company` of 晖禾有限公司.
  private func head(of name: String) -> String? {
    var found: (length: Int32, weight: Float, group: String)?
    let scalars = Array(name.unicodeScalars)
    scalars.withUnsafeBufferPointer { buffer in
      lexicon.forEachMatch(in: buffer) { match in
        guard Int(match.end) == scalars.count else { return }
        for index in match.senses {
          let sense = lexicon.sense(index)
          let group = lexicon.name(of: sense.group)
          guard group.hasPrefix("head.") else { continue }
          let length = match.end - match.start
          if let found, (found.length, found.weight) >= (length, sense.weight) { continue }
          found = (length, sense.weight, group)
        }
      }
    }
    return found?.group
  }
}
