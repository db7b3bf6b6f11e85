/// Writes the small parts of an image: numbers in 7-bit groups, texts with their length before.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  mutating func write(_ text: String?) { write(text.map { [$0] } ?? []) }

  mutating func write(_ ontology: Ontology) {
    write(ontology.types.count)
    for type in ontology.types {
      write([type.name, type.zh, type.en, type.iri, type.color])
      write(type.close)
      write(type.followTheMoney)
    }
    write(ontology.predicates.count)
    for predicate in ontology.predicates {
      write([predicate.name, predicate.zh, predicate.en, predicate.iri])
      write(predicate.domain)
      write(predicate.range)
      write((predicate.isLiteral ? 1 : 0) + (predicate.isSymmetric ? 2 : 0))
      write(predicate.inverseZh)
      write(predicate.inverseEn)
      write(predicate.qualifiers)
      write(predicate.close)
      write(Int((predicate.weight * 100).rounded()))
      write(predicate.followTheMoney.count)
      for rule in predicate.followTheMoney { write(rule) }
    }
    write(ontology.kinds.count)
    for kind in ontology.kinds {
      write([kind.type, kind.followTheMoney])
      write(kind.heads)
    }
  }

  private mutating func write(_ rule: Ontology.FollowTheMoneyRule) {
    for text in [rule.schema, rule.subject, rule.object, rule.property] { write(text) }
    write(rule.of)
    write(rule.to)
    write(rule.qualifiers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
  }

  mutating func write(_ rules: [RuleSource]) {
    write(rules.count)
    for rule in rules {
      write(rule.file)
      write(rule.line)
      write(rule.id)
      write(rule.fields)
    }
  }

  private mutating func write(_ fields: [String: RuleField]) {
    write(fields.count)
    for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
      write(name)
      write(field)
    }
  }

  private mutating func write(_ field: RuleField) {
    write(field.line)
    switch field.value {
    case .scalar(let text):
      write(0)
      write(text)
    case .list(let items):
      write(1)
      write(items.count)
      for item in items { write(item) }
    case .map(let fields):
      write(2)
      write(fields)
    }
  }
}

/// Reads what ``RecordWriter`` wrote, trusting nothing.
struct RecordReader {
  /// The bytes are not what the writer writes.
  struct Malformed: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func readNumber() throws(Malformed) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    throw Malformed()
  }

  /// A number of things that take at least one byte each.
  private mutating func readCount() throws(Malformed) -> Int {
    let count = try readNumber()
    guard count >= 0, count <= bytes.count - position else { throw Malformed() }
    return count
  }

  mutating func readString() throws(Malformed) -> String {
    let count = try readCount()
    let slice = UnsafeBufferPointer(rebasing: bytes[position..<position + count])
    position += count
    return String(decoding: slice, as: UTF8.self)
  }

  mutating func readStrings() throws(Malformed) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try readCount()) { texts.append(try readString()) }
    return texts
  }

  mutating func readOntology() throws(Malformed) -> Ontology {
    var ontology = Ontology(types: [], predicates: [])
    for _ in 0..<(try readCount()) {
      let texts = try readStrings()
      guard texts.count == 5 else { throw Malformed() }
      ontology.types.append(
        Ontology.EntityClass(
          name: texts[0], zh: texts[1], en: texts[2], iri: texts[3], color: texts[4],
          close: try readStrings(), followTheMoney: try readStrings().first))
    }
    for _ in 0..<(try readCount()) { ontology.predicates.append(try readPredicate()) }
    for _ in 0..<(try readCount()) {
      let texts = try readStrings()
      guard texts.count == 2 else { throw Malformed() }
      ontology.kinds.append(
        Ontology.NameKind(type: texts[0], heads: try readStrings(), followTheMoney: texts[1]))
    }
    return ontology
  }

  private mutating func readPredicate() throws(Malformed) -> Ontology.Predicate {
    let texts = try readStrings()
    guard texts.count == 4 else { throw Malformed() }
    let domain = try readStrings()
    let range = try readStrings()
    let flags = try readNumber()
    return Ontology.Predicate(
      name: texts[0], zh: texts[1], en: texts[2], iri: texts[3], domain: domain, range: range,
      isLiteral: flags & 1 != 0, isSymmetric: flags & 2 != 0, inverseZh: try readStrings().first,
      inverseEn: try readStrings().first, qualifiers: try readStrings(), close: try readStrings(),
      weight: Double(try readNumber()) / 100,
      followTheMoney: try readFollowTheMoneyRules())
  }

  private mutating func readFollowTheMoneyRules() throws(Malformed)
    -> [Ontology.FollowTheMoneyRule]
  {
    var rules: [Ontology.FollowTheMoneyRule] = []
    for _ in 0..<(try readCount()) {
      var rule = Ontology.FollowTheMoneyRule(
        schema: try readStrings().first, subject: try readStrings().first,
        object: try readStrings().first, property: try readStrings().first,
        of: try readStrings(), to: try readStrings(), qualifiers: [:])
      let pairs = try readStrings()
      guard pairs.count.isMultiple(of: 2) else { throw Malformed() }
      for index in stride(from: 0, to: pairs.count, by: 2) {
        rule.qualifiers[pairs[index]] = pairs[index + 1]
      }
      rules.append(rule)
    }
    return rules
  }

  mutating func readRules() throws(Malformed) -> [RuleSource] {
    var rules: [RuleSource] = []
    for _ in 0..<(try readCount()) {
      rules.append(
        RuleSource(
          file: try readString(), line: try readNumber(), id: try readString(),
          fields: try readFields()))
    }
    return rules
  }

  private mutating func readFields() throws(Malformed) -> [String: RuleField] {
    var fields: [String: RuleField] = [:]
    for _ in 0..<(try readCount()) {
      let name = try readString()
      fields[name] = try readField()
    }
    return fields
  }

  private mutating func readField() throws(Malformed) -> RuleField {
    let line = try readNumber()
    switch try readNumber() {
    case 0: return RuleField(value: .scalar(try readString()), line: line)
    case 1:
      var items: [RuleField] = []
      for _ in 0..<(try readCount()) { items.append(try readField()) }
      return RuleField(value: .list(items), line: line)
    case 2: return RuleField(value: .map(try readFields()), line: line)
    default: throw Malformed()
    }
  }
}
