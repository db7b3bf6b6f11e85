import Lexicon
import Recognition

/// An element of a pattern as its editor wrote it: what a sentence had to have at a place.
public enum PatternElement: Sendable, Hashable {
  /// These characters.
  case literal(String)
  /// An entry of one of these dictionary groups.
  case entry(groups: [String])
  /// Something for a slot: `subject`, `Organization|Person`.
  case slot(name: String, kind: String)
  /// The beginning of a clause.
  case clauseStart
  /// The end of a clause.
  case clauseEnd
  /// Anything but this character.
  case not(String)

  /// As patterns write it: `举办`, `[relation.host]`, `<subject:Organization>`, `^`, `$`, `!由`.
  public var notation: String {
    switch self {
    case .literal(let text): text
    case .entry(let groups): "[" + groups.joined(separator: "|") + "]"
    case .slot(let name, let kind): "<\(name):\(kind)>"
    case .clauseStart: "^"
    case .clauseEnd: "$"
    case .not(let text): "!" + text
    }
  }
}

extension Pattern {
  /// Where the literal begins that a step is part of; any other step begins itself.
  func start(of step: Int) -> Int {
    var start = step
    guard case .scalar = steps[step] else { return step }
    while start > 0, case .scalar = steps[start - 1] { start -= 1 }
    return start
  }

  /// The elements that may stand where `step` was tried: its own and those of other branches.
  func elements(at step: Int, lexicon: Lexicon) -> [PatternElement] {
    var result: [PatternElement] = []
    for start in alternatives(to: step) {
      guard let element = element(at: start, lexicon), !result.contains(element) else { continue }
      result.append(element)
    }
    return result
  }

  /// The first steps of all branches that may stand where `step` was tried, in order.
  private func alternatives(to step: Int) -> [Int] {
    var starts: Set<Int> = [start(of: first(from: step))]
    var count = 0
    while count < starts.count {
      count = starts.count
      for (index, step) in steps.enumerated() {
        guard case .split(let distance) = step else { continue }
        let branches = [first(from: index + 1), first(from: index + distance)]
        if branches.contains(where: starts.contains) { starts.formUnion(branches) }
      }
    }
    return starts.sorted()
  }

  /// The first step from `index` on that asks something of the text.
  private func first(from index: Int) -> Int {
    var index = index
    while index < steps.count {
      switch steps[index] {
      case .open, .close, .gap, .split: index += 1
      case .jump(let distance): index += distance
      default: return index
      }
    }
    return steps.count - 1
  }

  private func element(at step: Int, _ lexicon: Lexicon) -> PatternElement? {
    switch steps[step] {
    case .scalar:
      var text = String.UnicodeScalarView()
      for next in steps[step...] {
        guard case .scalar(let scalar) = next else { break }
        text.append(scalar)
      }
      return .literal(String(text))
    case .cue(let groups):
      let names = (0..<lexicon.groupCount).map { GroupID(rawValue: UInt16($0)) }
        .filter(groups.contains).map(lexicon.name(of:))
      return .entry(groups: names)
    case .slot(let index):
      return .slot(name: slots[index].name, kind: slots[index].kind.notation)
    case .clauseStart: return .clauseStart
    case .clauseEnd: return .clauseEnd
    case .not(let scalar): return .not(String(Character(scalar)))
    case .accept, .open, .close, .gap, .split, .jump: return nil
    }
  }

  /// How far behind the element before it a step may stand; `nil` where it has to follow at once.
  func reach(before step: Int) -> Int? {
    var index = (alternatives(to: step).first ?? step) - 1
    while index >= 0 {
      switch steps[index] {
      case .gap(let limit, _, _): return limit
      case .open, .close, .split, .jump: index -= 1
      default: return nil
      }
    }
    return nil
  }
}

extension SlotKind {
  /// As patterns write it.
  fileprivate var notation: String {
    switch self {
    case .names(let types): types.map(\.rawValue).joined(separator: "|")
    case .quantity: "quantity"
    case .date(let allowsVague): allowsVague ? "when" : "date"
    case .title: "title"
    case .quoted: "quoted"
    case .text: "text"
    case .words: "words"
    }
  }
}
