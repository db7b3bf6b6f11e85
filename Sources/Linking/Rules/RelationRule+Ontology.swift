import Lexicon

extension RelationRuleReader {
  /// Reports qualifiers that the ontology does not allow beside the predicate of a statement.
  mutating func checkQualifiers(
    of template: RelationRule.Template, _ source: RuleSource, _ pattern: Pattern, line: Int
  ) {
    guard let predicate = lexicon.ontology.predicate(template.predicate.rawValue) else { return }
    var names = template.qualifiers.flatMap { qualifier -> [String] in
      guard case .slot(let slot) = qualifier.source, case .quantity = pattern.slots[slot].kind
      else { return [qualifier.name] }
      return [qualifier.name] + QuantityQualifiers.names
    }
    if source.fields["date"] != nil { names += ["date"] }
    let unknown = Set(names).subtracting(predicate.qualifiers).sorted()
    for name in unknown {
      fault(
        source, line,
        "the ontology allows no qualifier “\(name)” beside “\(predicate.name)” "
          + "(\(predicate.qualifiers.joined(separator: ", ")))")
    }
  }
}
