/// Reads `ontology.yaml`: a map of `types` and `predicates`, each a list of maps.
struct OntologyReader {
  var reader: YAMLReader
  private(set) var ontology = Ontology(types: [], predicates: [])
  /// What was wrong.
  var faults: [SeedFault] { reader.faults }

  /// Reads a file; `file` is its path for messages.
  init(_ bytes: UnsafeRawBufferPointer, file: String) {
    reader = YAMLReader(file: file)
    let root = reader.read(bytes)
    guard reader.faults.isEmpty else { return }
    guard case .map(let fields)? = root?.value, let types = fields["types"],
      let predicates = fields["predicates"]
    else {
      reader.report(root?.line ?? 1, "expected a map of “types” and “predicates”")
      return
    }
    checkKeys(fields, allowed: ["types", "kinds", "predicates"], of: "the ontology")
    for item in items(types) { addType(item) }
    if let kinds = fields["kinds"] {
      for item in items(kinds) { addKind(item) }
    }
    for item in items(predicates) { addPredicate(item) }
  }

  private mutating func addKind(_ item: RuleField) {
    guard let kind = kind(item) else { return }
    if ontology.type(kind.type) == nil {
      reader.report(item.line, "unknown type “\(kind.type)” of a kind")
    }
    ontology.kinds.append(kind)
  }

  mutating func items(_ field: RuleField) -> [RuleField] {
    guard case .list(let items) = field.value else {
      reader.report(field.line, "expected a list")
      return []
    }
    return items
  }

  private mutating func addType(_ item: RuleField) {
    guard let fields = map(item) else { return }
    checkKeys(
      fields, allowed: ["name", "zh", "en", "iri", "color", "close", "ftm"], of: "a type")
    let type = Ontology.EntityClass(
      name: name(fields, item), zh: text("zh", fields, item), en: text("en", fields, item),
      iri: iri(fields, item), color: color(fields, item), close: close(fields),
      followTheMoney: fields["ftm"]?.scalar)
    if ontology.type(type.name) != nil {
      reader.report(item.line, "duplicate type “\(type.name)”")
    }
    ontology.types.append(type)
  }

  private mutating func addPredicate(_ item: RuleField) {
    guard let fields = map(item) else { return }
    checkKeys(
      fields,
      allowed: [
        "name", "zh", "en", "iri", "domain", "range", "literal", "symmetric", "inverse",
        "qualifiers", "close", "weight", "ftm",
      ], of: "a predicate")
    let isLiteral = flag("literal", fields)
    let inverse = fields["inverse"].flatMap { map($0) }
    if let inverse { checkKeys(inverse, allowed: ["zh", "en"], of: "an inverse") }
    let predicate = Ontology.Predicate(
      name: name(fields, item), zh: text("zh", fields, item), en: text("en", fields, item),
      iri: iri(fields, item), domain: typeNames("domain", fields, item, isNeeded: true),
      range: typeNames("range", fields, item, isNeeded: !isLiteral), isLiteral: isLiteral,
      isSymmetric: flag("symmetric", fields), inverseZh: inverse?["zh"]?.scalar,
      inverseEn: inverse?["en"]?.scalar, qualifiers: fields["qualifiers"]?.scalars ?? [],
      close: close(fields), weight: weight(fields), followTheMoney: followTheMoney(fields))
    if ontology.predicate(predicate.name) != nil {
      reader.report(item.line, "duplicate predicate “\(predicate.name)”")
    }
    if isLiteral, let range = fields["range"] {
      reader.report(range.line, "a literal predicate has no “range”")
    }
    if predicate.isSymmetric, Set(predicate.domain) != Set(predicate.range) {
      reader.report(item.line, "a symmetric predicate needs the same “domain” and “range”")
    }
    ontology.predicates.append(predicate)
  }

  mutating func map(_ item: RuleField) -> [String: RuleField]? {
    if case .map(let fields) = item.value { return fields }
    reader.report(item.line, "expected a map")
    return nil
  }

  mutating func checkKeys(
    _ fields: [String: RuleField], allowed: [String], of thing: String
  ) {
    for (key, field) in fields where !allowed.contains(key) {
      reader.report(
        field.line, "unknown key “\(key)” of \(thing), expected \(TableReader.quoted(allowed))")
    }
  }

  mutating func text(
    _ key: String, _ fields: [String: RuleField], _ item: RuleField
  ) -> String {
    guard let field = fields[key] else {
      reader.report(item.line, "“\(key)” is missing")
      return ""
    }
    guard let text = field.scalar, !text.isEmpty else {
      reader.report(field.line, "“\(key)” must be a text")
      return ""
    }
    return text
  }

  private mutating func flag(_ key: String, _ fields: [String: RuleField]) -> Bool {
    guard let field = fields[key] else { return false }
    switch field.scalar {
    case "true": return true
    case "false": return false
    default:
      reader.report(field.line, "“\(key)” must be true or false")
      return false
    }
  }

  private mutating func typeNames(
    _ key: String, _ fields: [String: RuleField], _ item: RuleField, isNeeded: Bool
  ) -> [String] {
    guard let field = fields[key] else {
      if isNeeded { reader.report(item.line, "“\(key)” is missing") }
      return []
    }
    for name in field.scalars where ontology.type(name) == nil {
      let known = TableReader.quoted(ontology.types.map(\.name))
      reader.report(field.line, "unknown type “\(name)” in “\(key)”, expected one of \(known)")
    }
    return field.scalars
  }

  /// Names go into records, queries and IRIs: ASCII letters and digits.
  private mutating func name(_ fields: [String: RuleField], _ item: RuleField) -> String {
    let name = text("name", fields, item)
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    if !isPlain {
      let line = fields["name"]?.line ?? item.line
      reader.report(line, "“\(name)” is not a name: expected ASCII letters and digits")
    }
    return name
  }

  private mutating func iri(_ fields: [String: RuleField], _ item: RuleField) -> String {
    let iri = text("iri", fields, item)
    if !iri.isEmpty { check(iri: iri, line: fields["iri"]?.line ?? item.line) }
    return iri
  }

  private mutating func color(_ fields: [String: RuleField], _ item: RuleField) -> String {
    let color = text("color", fields, item)
    let digits = color.utf8.dropFirst()
    let isColor =
      color.utf8.first == UInt8(ascii: "#") && digits.count == 6
      && digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    if !color.isEmpty, !isColor {
      let line = fields["color"]?.line ?? item.line
      reader.report(line, "“\(color)” is not a colour such as \"#4477aa\"")
    }
    return color
  }
}
