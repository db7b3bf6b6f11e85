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
  private var steps: [PatternStep] = []
  private var slots: [Slot] = []

  /// Compiles `text`.
  static func pattern(_ text: String, lexicon: Lexicon) throws -> Pattern {
    var parser = PatternParser(lexicon: lexicon, source: Array(text.unicodeScalars))
    guard let trigger = try parser.sequence(until: []) else {
      throw Fault(message: "the pattern needs a literal or [group] outside optional parts")
    }
    return Pattern(steps: parser.steps, slots: parser.slots, trigger: trigger)
  }

  private init(lexicon: Lexicon, source: [Unicode.Scalar]) {
    self.lexicon = lexicon
    self.source = source
  }

  private var isAtEnd: Bool { position >= source.count }
  private var next: Unicode.Scalar? { isAtEnd ? nil : source[position] }

  /// Elements up to a stop; returns what must occur for them to fit.
  @discardableResult
  private mutating func sequence(until stops: [Unicode.Scalar]) throws -> PatternTrigger? {
    var best: PatternTrigger?
    var literal: [Unicode.Scalar] = []
    func endLiteral() {
      if !literal.isEmpty { best = PatternTrigger.rarer(best, PatternTrigger(literals: [literal])) }
      literal = []
    }
    while let scalar = next, !stops.contains(scalar) {
      let following = position + 1 < source.count ? source[position + 1] : nil
      if scalar == " " || scalar == "\n" {
        position += 1
      } else if scalar == "!", let following {
        steps.append(.not(lexicon.folded(following)))
        position += 2
        endLiteral()
      } else if "<([…^$".unicodeScalars.contains(scalar) {
        endLiteral()
        best = PatternTrigger.rarer(best, try element(scalar))
      } else if following == "?" {
        steps += [.split(2), .scalar(lexicon.folded(scalar))]
        position += 2
        endLiteral()
      } else {
        literal.append(lexicon.folded(scalar))
        steps.append(.scalar(lexicon.folded(scalar)))
        position += 1
      }
    }
    endLiteral()
    return best
  }

  private mutating func element(_ scalar: Unicode.Scalar) throws -> PatternTrigger? {
    position += 1
    switch scalar {
    case "<": return try slot()
    case "(": return try group()
    case "[": return try cue()
    case "…": gap()
    case "^": steps.append(.clauseStart)
    default: steps.append(.clauseEnd)
    }
    return nil
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

  private mutating func slot() throws -> PatternTrigger? {
    let slotName = name(until: [":", "=", ">"])
    guard !slotName.isEmpty else { throw Fault(message: "a slot without a name") }
    if next == "=" {
      position += 1
      let index = add(Slot(name: slotName, kind: .words))
      steps.append(.open(index))
      let trigger = try sequence(until: [">"])
      try expect(">")
      steps.append(.close(index))
      return trigger
    }
    try expect(":")
    let kind = try slotKind(name(until: ["+", "~", ">"]))
    var (isList, isElidable) = (false, false)
    while let scalar = next, scalar == "+" || scalar == "~" {
      if scalar == "+" { isList = true } else { isElidable = true }
      position += 1
    }
    try expect(">")
    let slot = Slot(name: slotName, kind: kind, isList: isList, isElidable: isElidable)
    steps.append(.slot(add(slot)))
    return nil
  }

  private mutating func add(_ slot: Slot) -> Int {
    if let known = slots.firstIndex(where: { $0.name == slot.name }) { return known }
    slots.append(slot)
    return slots.count - 1
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
  private mutating func group() throws -> PatternTrigger? {
    var branches: [[PatternStep]] = []
    var triggers: [PatternTrigger?] = []
    repeat {
      let from = steps.count
      triggers.append(try sequence(until: ["|", ")"]))
      branches.append(Array(steps[from...]))
      steps.removeSubrange(from...)
      guard let scalar = next else { throw Fault(message: "“(” without “)”") }
      position += 1
      if scalar == ")" { break }
    } while true
    let isOptional = next == "?"
    if isOptional { position += 1 }
    emit(branches, isOptional: isOptional)
    return isOptional ? nil : PatternTrigger.any(of: triggers)
  }

  /// Lays the branches out one behind the other: split, branch, jump to the end.
  private mutating func emit(_ branches: [[PatternStep]], isOptional: Bool) {
    let last = branches.count - 1
    let end = branches.indices.reduce(steps.count) { end, index in
      end + branches[index].count + (index == last && !isOptional ? 0 : 2)
    }
    for (index, branch) in branches.enumerated() {
      guard index < last || isOptional else {
        steps += branch
        return
      }
      steps.append(.split(branch.count + 2))
      steps += branch
      steps.append(.jump(end - steps.count))
    }
  }

  private mutating func cue() throws -> PatternTrigger? {
    let names = name(until: ["]"]).split(separator: "|").map(String.init)
    try expect("]")
    for name in names
    where lexicon.group(named: name) == nil && lexicon.groups(withPrefix: name).isEmpty {
      throw Fault(message: "no dictionary has a group “\(name)”")
    }
    let groups = GroupSet(
      lexicon: lexicon, prefixes: names.filter { $0.hasSuffix(".") },
      names: names.filter { !$0.hasSuffix(".") })
    steps.append(.cue(groups))
    return PatternTrigger(literals: [], cues: groups)
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
    steps.append(.gap(limit: Int(digits) ?? 12, names: names, commas: commas))
  }
}
