import Lexicon
import NewsText

/// How rules and dictionaries fare in the sentences they are used on: how often each proposed
/// something, and what became of it. Tallies of different texts can be added up; their size does not
/// grow with the text.
public struct RuleHealth: Sendable, Equatable {
  /// How one rule or group fared.
  public struct Tally: Sendable, Equatable {
    /// Names a rule proposed; occurrences of a group's entries.
    public var fired = 0
    /// Those of them on the best path.
    public var won = 0
    /// Those that lost to another name of the same rule: a shorter or longer one.
    public var yielded = 0
    /// The others, by what stands there instead: a rule's id, or the family of a word's group
    /// (`word.*`).
    public var lostTo: [String: Int] = [:]

    /// Nothing counted yet.
    public init() {}

    /// Those that lost to something else.
    public var lost: Int { fired - won - yielded }

    /// Whom it lost to most often, and how often; the first by name among equals.
    public var topRival: (name: String, count: Int)? {
      lostTo.min { left, right in
        left.value != right.value
          ? left.value > right.value : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }.map { (name: $0.key, count: $0.value) }
    }

    mutating func add(_ other: Tally) {
      fired += other.fired
      won += other.won
      yielded += other.yielded
      lostTo.merge(other.lostTo, uniquingKeysWith: +)
    }
  }

  /// By rule id; rules that never fired are absent.
  public private(set) var rules: [String: Tally] = [:]
  /// By dictionary group, all ordinary words together as `word.*`; groups of which nothing occurred
  /// are absent.
  public private(set) var groups: [String: Tally] = [:]
  /// Stretches of text that were read.
  public private(set) var stretches = 0

  /// Nothing read yet.
  public init() {}

  /// Adds what was seen in other texts.
  public mutating func add(_ other: RuleHealth) {
    for (rule, tally) in other.rules { rules[rule, default: Tally()].add(tally) }
    for (group, tally) in other.groups { groups[group, default: Tally()].add(tally) }
    stretches += other.stretches
  }

  mutating func add(_ observed: StretchTally, names: Recogniser) {
    stretches += 1
    for (item, count) in observed.fired { change(item, names) { $0.fired += count } }
    for (item, count) in observed.won { change(item, names) { $0.won += count } }
    for (item, count) in observed.yielded { change(item, names) { $0.yielded += count } }
    for (pair, count) in observed.lost {
      let rival = names.name(of: pair.rival)
      change(pair.item, names) { $0.lostTo[rival, default: 0] += count }
    }
  }

  /// Under which name a group is counted.
  fileprivate static func row(of group: String) -> String {
    group.hasPrefix("word.") ? "word.*" : group
  }

  private mutating func change(
    _ item: StretchTally.Item, _ names: Recogniser, _ body: (inout Tally) -> Void
  ) {
    switch item {
    case .rule(let index): body(&rules[names.rules[index].id, default: Tally()])
    case .group(let group):
      let name = Self.row(of: names.lexicon.name(of: group))
      body(&groups[name, default: Tally()])
    case .unlisted: break
    }
  }
}

extension Recogniser {
  /// Reads a page and tells how the rules and dictionaries fared in it.
  /// - Returns: what ``recognise(_:)-(Page)`` returns, and the tallies.
  public func health(of page: Page) -> (articles: [RecognisedArticle], health: RuleHealth) {
    let (articles, notes) = observe(page, explaining: false) { StretchTally($0, recogniser: self) }
    var health = RuleHealth()
    for tally in page.articles.flatMap({ notes[$0.number] ?? [] }) {
      health.add(tally, names: self)
    }
    return (articles, health)
  }

  /// Dictionary groups that decide about names, as ``RuleHealth/groups`` names them; others, units
  /// and numerals among them, are read by other floors.
  public var weighedGroups: [String] {
    var names: [String] = []
    for index in 0..<lexicon.groupCount {
      let use = table.uses[index]
      let decides = use.traits.isDisjoint(with: [.unit, .numeral]) && !use.traits.isEmpty
      guard decides || use.leftCue >= 0 || use.rightCue >= 0 else { continue }
      let name = RuleHealth.row(of: lexicon.name(of: GroupID(rawValue: UInt16(index))))
      if names.last != name { names.append(name) }
    }
    return names
  }

  fileprivate func name(of rival: StretchTally.Item) -> String {
    switch rival {
    case .rule(let index): return rules[index].id
    case .group(let group):
      let name = lexicon.name(of: group)
      guard let dot = name.firstIndex(of: ".") else { return name }
      return name[..<dot] + ".*"
    case .unlisted: return "in no dictionary"
    }
  }
}
