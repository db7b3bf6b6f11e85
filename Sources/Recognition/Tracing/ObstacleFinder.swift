import Lexicon
import NewsText

/// Goes through what each rule asks of a span, in the order in which its grammar asks it, up to the
/// first thing that is missing.
struct ObstacleFinder {
  let recogniser: Recogniser
  let trace: StretchTrace
  /// Positions within the stretch.
  let range: Range<Int>

  var scan: SentenceScan { trace.scan }
  var count: Int { range.count }
  var text: String { scan.text(range.lowerBound, range.upperBound) }

  /// What was missing, and the share of the rule's demands that were met before.
  typealias Miss = (reason: Obstacle.Reason, progress: Double)

  /// One obstacle a rule, rules with the same one together; the rule that came nearest first.
  func obstacles(type: Int8?) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    for (index, rule) in recogniser.rules.enumerated() {
      // The context model reads names of all types.
      guard
        type == nil || rule.grammar == .context || recogniser.types.index(of: rule.type) == type
      else { continue }
      let miss = rule.grammar == .context ? learned(type) : self.miss(rule, index)
      if let same = obstacles.firstIndex(where: {
        $0.grammar == rule.grammar && $0.reason == miss.reason
      }) {
        obstacles[same].rules.append(rule.id)
      } else {
        obstacles.append(
          Obstacle(
            rules: [rule.id], grammar: rule.grammar, reason: miss.reason, progress: miss.progress))
      }
    }
    let order = obstacles.indices.sorted {
      let (left, right) = (obstacles[$0], obstacles[$1])
      if left.progress != right.progress { return left.progress > right.progress }
      return left.shortage != right.shortage ? left.shortage < right.shortage : $0 < $1
    }
    return order.map { obstacles[$0] }
  }

  private func miss(_ rule: NameRule, _ index: Int) -> Miss {
    switch rule.grammar {
    case .headed: headed(rule, index)
    case .person: person(rule, index)
    case .foreignPerson: transliterated(rule, index)
    case .address: address()
    case .dictionary: listed()
    case .quoted: quoted()
    case .abbreviation: (.nothingEstablished, 0)
    case .credit: (.notCredited, 0)
    case .enumeration: (.noCompanyList, 0)
    case .posted: (.noPostBehind, 0)
    case .defined: (.notIntroduced, 0)
    case .context: learned(nil)
    }
  }

  /// The odds of the likeliest type, or of the one asked for.
  private func learned(_ type: Int8?) -> Miss {
    let odds = ContextEvidence.Slot.allCases.compactMap { slot -> (type: Int8, odds: Float)? in
      guard let grammar = recogniser.grammars.context,
        type == nil || grammar.types[slot.rawValue] == type,
        let odds = trace.contextOdds(slot, over: range, recogniser)
      else { return nil }
      return (grammar.types[slot.rawValue], odds)
    }
    guard let best = odds.max(by: { $0.odds < $1.odds }) else { return (.noWeights, 0) }
    let reason = Obstacle.Reason.readOtherwise(
      recogniser.types.names[Int(best.type)], odds: best.odds)
    return (reason, best.odds > 0 ? 0.8 : 0.2)
  }

  /// An entry of the dictionaries over exactly the span says what it is instead.
  private func listed() -> Miss {
    let groups = scan.hits.filter {
      Int($0.start) == range.lowerBound && Int($0.end) == range.upperBound
    }
    .flatMap { hit in
      (hit.firstSense..<hit.lastSense).map {
        recogniser.lexicon.name(of: recogniser.lexicon.sense($0).group)
      }
    }
    return (.notListed(groups: groups), groups.isEmpty ? 0 : 0.3)
  }

  private func quoted() -> Miss {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start > 0, end < scan.count, scan.scalars[start - 1].value == 0x201C,
      scan.scalars[end].value == 0x201D
    else { return (.notQuoted, 0) }
    if count < 4 { return (.tooShort(least: 4), 0.3) }
    if count > 20 { return (.tooLong(most: 20), 0.3) }
    let mark = scan.positions[range].firstIndex {
      $0.scalarClass == .comma || $0.scalarClass == .other
    }
    if let mark { return (.cannotStandInside(scan.text(mark, mark + 1)), 0.5) }
    return (.noProjectHead, 0.7)
  }
}

extension Obstacle {
  /// How many nats were missing, for the order among rules that came equally far.
  fileprivate var shortage: Float {
    guard case .behindPlainWords(let nats, let allowed, _) = reason else { return 0 }
    return nats - allowed
  }
}
