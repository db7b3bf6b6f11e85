/// What the ontology says of other vocabularies: IRIs, near terms, FollowTheMoney.
extension OntologyReader {
  /// An absolute IRI as of RFC 3987, as far as its shape shows.
  mutating func check(iri: String, line: Int) {
    let parts = iri.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isScheme = parts[0].first?.isLetter == true && parts[0].allSatisfy { $0.isASCII }
    let hasBadCharacter = iri.unicodeScalars.contains { scalar in
      scalar.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains(scalar)
    }
    if parts.count < 2 || parts[1].isEmpty || !isScheme || hasBadCharacter {
      reader.report(line, "“\(iri)” is not an absolute IRI such as https://schema.org/Person")
    }
  }

  /// `close: [IRI…]`
  mutating func close(_ fields: [String: RuleField]) -> [String] {
    guard let field = fields["close"] else { return [] }
    for iri in field.scalars { check(iri: iri, line: field.line) }
    return field.scalars
  }

  /// `weight: 3`
  mutating func weight(_ fields: [String: RuleField]) -> Double {
    guard let field = fields["weight"] else { return Ontology.Predicate.usualWeight }
    guard let weight = field.scalar.flatMap(Double.init), (0...10).contains(weight) else {
      reader.report(field.line, "“weight” must be a number from 0 to 10")
      return Ontology.Predicate.usualWeight
    }
    return weight
  }

  /// `{type: Organization, heads: [head.company], ftm: Company}`
  mutating func kind(_ item: RuleField) -> Ontology.NameKind? {
    guard let fields = map(item) else { return nil }
    checkKeys(fields, allowed: ["type", "heads", "ftm"], of: "a kind")
    let heads = fields["heads"]?.scalars ?? []
    if heads.isEmpty { reader.report(item.line, "“heads” is missing") }
    return Ontology.NameKind(
      type: text("type", fields, item), heads: heads, followTheMoney: text("ftm", fields, item))
  }

  /// `ftm: [{schema: Employment, subject: employee, object: employer, to: [Organization]}]`
  mutating func followTheMoney(_ fields: [String: RuleField]) -> [Ontology.FollowTheMoneyRule] {
    guard let field = fields["ftm"] else { return [] }
    return items(field).compactMap { rule($0) }
  }

  private mutating func rule(_ item: RuleField) -> Ontology.FollowTheMoneyRule? {
    guard let fields = map(item) else { return nil }
    checkKeys(
      fields,
      allowed: ["schema", "subject", "object", "property", "of", "to", "qualifiers"],
      of: "a rule of “ftm”")
    let qualifiers = fields["qualifiers"].flatMap { map($0) } ?? [:]
    let rule = Ontology.FollowTheMoneyRule(
      schema: fields["schema"]?.scalar, subject: fields["subject"]?.scalar,
      object: fields["object"]?.scalar, property: fields["property"]?.scalar,
      of: fields["of"]?.scalars ?? [], to: fields["to"]?.scalars ?? [],
      qualifiers: qualifiers.compactMapValues(\.scalar))
    let joins = rule.schema != nil && rule.subject != nil && rule.object != nil
    if joins == (rule.property != nil) {
      reader.report(
        item.line, "expected either “schema”, “subject” and “object”, or “property”")
    }
    return rule
  }
}
