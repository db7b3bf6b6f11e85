import Lexicon
import Recognition

/// Reads the notation of relation patterns.
///
/// - `<subject:Organization>` a name; `|` between types; `+` takes an enumeration; `~` may be elided.
/// - `<amount:money>`, `quantity`, `percent`, `date`, `when`, `title`, `quoted`, `text`.
/// - `<role=(主办|承办)>` words kept under a name; `(…|…)` choice; `(…)?` and `的?` optional.
/// - `[relation.host]` any dictionary entry of that group; `|` between groups.
/// - `…` up to 12 scalars of one clause without names; `…30` more; `*` lets names in, `，` commas.
/// - `^` beginning, `$` end of a clause, `!由` anything but 由; spaces mean nothing.
struct PatternParser {
  /// Why a pattern cannot be read.
  struct Fault: Error {
    var message: String
  }

  private let lexicon: Lexicon
  private let source: [Unicode.Scalar]
  private var position = 0
  private var pattern = Pattern(steps: [], slots: [], literals: [], cues: nil)
  private var depth = 0

  /// Compiles `text`.
  static func pattern(_ text: String, lexicon: Lexicon) throws -> Pattern {
    var parser = PatternParser(lexicon: lexicon, source: Array(text.unicodeScalars))
    try parser.sequence(until: [])
    parser.pattern.steps.append(.accept)
    if parser.pattern.literals.isEmpty, parser.pattern.cues == nil {
      throw Fault(message: "the pattern needs a literal or [group] outside optional parts")
    }
    return parser.pattern
  }

  private init(lexicon: Lexicon, source: [Unicode.Scalar]) {
    self.lexicon = lexicon
    self.source = source
  }

  private var isAtEnd: Bool { position >= source.count }
  private var next: Unicode.Scalar? { isAtEnd ? nil : source[position] }

  private mutating func sequence(until stops: [Unicode.Scalar]) throws {
    var literal: [Unicode.Scalar] = []
    while let scalar = next, !stops.contains(scalar) {
      if scalar == " " || scalar == "\n" {
        position += 1
        continue
      }
      if scalar == "!", position + 1 < source.count {
        pattern.steps.append(.not(lexicon.folded(source[position + 1])))
        position += 2
        require(literals: literal.isEmpty ? [] : [literal])
        literal = []
        continue
      }
      if !"<([…^$".unicodeScalars.contains(scalar) {
        if position + 1 < source.count, source[position + 1] == "?" {
          pattern.steps += [.split(2), .scalar(lexicon.folded(scalar))]
          position += 2
          require(literals: literal.isEmpty ? [] : [literal])
          literal = []
          continue
        }
        literal.append(lexicon.folded(scalar))
        pattern.steps.append(.scalar(lexicon.folded(scalar)))
        position += 1
        continue
      }
      require(literals: literal.isEmpty ? [] : [literal])
      literal = []
      try element(scalar)
    }
    require(literals: literal.isEmpty ? [] : [literal])
  }

  private mutating func element(_ scalar: Unicode.Scalar) throws {
    position += 1
    switch scalar {
    case "<": try slot()
    case "(": try group()
    case "[": try cue()
    case "…": gap()
    case "^": pattern.steps.append(.clauseStart)
    default: pattern.steps.append(.clauseEnd)
    }
  }

  /// Keeps the longest literal outside optional parts as the pattern's trigger.
  private mutating func require(literals: [[Unicode.Scalar]]) {
    guard depth == 0, let shortest = literals.map(\.count).min(), shortest > 0 else { return }
    let current = pattern.literals.map(\.count).min() ?? 0
    if pattern.cues != nil, shortest < 2 { return }
    if shortest > current {
      pattern.literals = literals
      pattern.cues = nil
    }
  }

  private mutating func name(until stops: [Unicode.Scalar]) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, !stops.contains(scalar) {
      name.append(scalar)
      position += 1
    }
    return String(name)
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard next == scalar else {
      throw Fault(message: "expected “\(scalar)” at character \(position + 1) of the pattern")
    }
    position += 1
  }

  private mutating func slot() throws {
    let slotName = name(until: [":", "=", ">"])
    guard !slotName.isEmpty else { throw Fault(message: "a slot without a name") }
    if next == "=" {
      position += 1
      let index = add(Slot(name: slotName, kind: .words))
      pattern.steps.append(.open(index))
      try sequence(until: [">"])
      try expect(">")
      pattern.steps.append(.close(index))
      return
    }
    try expect(":")
    var slot = Slot(name: slotName, kind: .text)
    let kind = name(until: ["+", "~", ">"])
    slot.kind = try slotKind(kind)
    while let scalar = next, scalar == "+" || scalar == "~" {
      if scalar == "+" { slot.isList = true } else { slot.isElidable = true }
      position += 1
    }
    try expect(">")
    pattern.steps.append(.slot(add(slot)))
  }

  private mutating func add(_ slot: Slot) -> Int {
    if let known = pattern.slot(named: slot.name) { return known }
    pattern.slots.append(slot)
    return pattern.slots.count - 1
  }

  private func slotKind(_ text: String) throws -> SlotKind {
    func units(_ names: String...) -> SlotKind {
      .quantity(GroupSet(lexicon: lexicon, prefixes: [], names: names))
    }
    switch text {
    case "money": return units("unit.money")
    case "percent": return units("unit.percent")
    case "quantity": return .quantity(GroupSet(lexicon: lexicon, prefixes: ["unit."]))
    case "date": return .date(allowsVague: false)
    case "when": return .date(allowsVague: true)
    case "title": return .title
    case "quoted": return .quoted
    case "text": return .text
    default:
      let types = text.split(separator: "|").map(String.init)
      for type in types where lexicon.ontology.type(type) == nil && !isBuiltIn(type) {
        throw Fault(message: "“\(type)” is neither a type of the ontology nor a kind of slot")
      }
      guard !types.isEmpty else { throw Fault(message: "a slot without a kind") }
      return .names(types.map(EntityType.init(rawValue:)))
    }
  }

  private func isBuiltIn(_ type: String) -> Bool {
    ["Organization", "Person", "Place", "Project"].contains(type)
  }

  /// `(a|b)` and `(a|b)?`.
  private mutating func group() throws {
    let outer = (pattern.literals, pattern.cues)
    depth += 1
    var branches: [[PatternStep]] = []
    var literals: [[Unicode.Scalar]]? = []
    repeat {
      let from = pattern.steps.count
      let textStart = position
      try sequence(until: ["|", ")"])
      branches.append(Array(pattern.steps[from...]))
      pattern.steps.removeSubrange(from...)
      let branch = source[textStart..<position].filter { $0 != " " && $0 != "\n" }
      let isLiteral = !branch.isEmpty && !branch.contains { "<([…^$".unicodeScalars.contains($0) }
      literals = isLiteral ? literals.map { $0 + [branch.map(lexicon.folded)] } : nil
      guard let scalar = next else { throw Fault(message: "“(” without “)”") }
      position += 1
      if scalar == ")" { break }
    } while true
    depth -= 1
    (pattern.literals, pattern.cues) = outer
    let isOptional = next == "?"
    if isOptional {
      position += 1
    } else if let literals {
      require(literals: literals)
    }
    emit(branches, isOptional: isOptional)
  }

  /// Lays the branches out one behind the other: split, branch, jump to the end.
  private mutating func emit(_ branches: [[PatternStep]], isOptional: Bool) {
    let last = branches.count - 1
    let end = branches.indices.reduce(pattern.steps.count) { end, index in
      end + branches[index].count + (index == last && !isOptional ? 0 : 2)
    }
    for (index, branch) in branches.enumerated() {
      guard index < last || isOptional else {
        pattern.steps += branch
        return
      }
      pattern.steps.append(.split(branch.count + 2))
      pattern.steps += branch
      pattern.steps.append(.jump(end - pattern.steps.count))
    }
  }

  private mutating func cue() throws {
    let names = name(until: ["]"]).split(separator: "|").map(String.init)
    try expect("]")
    for name in names
    where lexicon.group(named: name) == nil && lexicon.groups(withPrefix: name).isEmpty {
      throw Fault(message: "no dictionary has a group “\(name)”")
    }
    let groups = GroupSet(
      lexicon: lexicon, prefixes: names.filter { $0.hasSuffix(".") },
      names: names.filter { !$0.hasSuffix(".") })
    pattern.steps.append(.cue(groups))
    guard depth == 0, (pattern.literals.map(\.count).min() ?? 0) < 2, pattern.cues == nil else {
      return
    }
    pattern.cues = groups
    pattern.literals = []
  }

  private mutating func gap() {
    var names = false
    var commas = false
    var digits = ""
    while let scalar = next {
      if scalar == "*" {
        names = true
      } else if scalar == "，" {
        commas = true
      } else if NumeralReader.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else {
        break
      }
      position += 1
    }
    pattern.steps.append(.gap(limit: Int(digits) ?? 12, names: names, commas: commas))
  }
}
