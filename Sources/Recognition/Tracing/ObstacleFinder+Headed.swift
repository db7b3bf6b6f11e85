import Lexicon

extension ObstacleFinder {
  /// A head at the end, no longer one over it, an inside that names may have, and a score.
  func headed(_ rule: NameRule, _ index: Int) -> Miss {
    guard let grammar = recogniser.grammars.headed(ofRule: index) else { return (.noHead, 0) }
    var best: Miss = (.noHead, 0)
    for hitIndex in scan.headHits {
      let hit = scan.hits[Int(hitIndex)]
      guard Int(hit.end) == range.upperBound, Int(hit.start) >= range.lowerBound,
        let weight = grammar.headWeight(hit, recogniser.lexicon)
      else { continue }
      let miss = miss(grammar, head: hit, hitIndex, weight)
      if miss.progress > best.progress { best = miss }
    }
    return best
  }

  private func miss(_ grammar: HeadedGrammar, head: Hit, _ hitIndex: Int32, _ weight: Float)
    -> Miss
  {
    if grammar.isCovered(head, scan) {
      return (.coveredHead(text(of: head), by: coveringHead(head)), 0.4)
    }
    var closers: [Int32] = []
    BracketPairs.find(scan, into: &closers)
    var lattice = trace.lattice
    var walk = HeadedGrammar.Walk()
    grammar.propose(head: head, hitIndex, weight, scan, &lattice, &walk, closers)
    let longest = min(HeadedGrammar.maximumLength, Int(grammar.weights.longest))
    let low = max(0, Int(head.start) - longest)
    guard range.lowerBound >= low else { return (.tooLong(most: longest + head.count), 0.5) }
    let nature = grammar.nature(of: head, weight, scan)
    let plain = scan.plain(range.lowerBound, range.upperBound)
    let states = (0...1).compactMap { state -> (score: Float, start: Int, state: Int)? in
      let reach = walk.reach(range.lowerBound, state)
      guard reach.score > -.infinity else { return nil }
      let outside = grammar.outside(range.lowerBound, range.upperBound, reach, nature, scan)
      return (reach.score + outside.sum(), range.lowerBound, state)
    }
    guard let reached = states.max(by: { $0.score < $1.score }) else {
      return (.cannotStandInside(barrier(walk, before: Int(head.start))), 0.6)
    }
    let allowed = grammar.weights.reserve
    guard reached.score <= plain - allowed else {
      return (.crowdedOut(most: HeadedGrammar.maximumProposals), 0.95)
    }
    grammar.emit(reached, range.upperBound, nature, scan, &lattice, &walk)
    return (
      .behindPlainWords(
        by: plain - reached.score, allowed: allowed,
        contributions: lattice.contributions.last ?? []), 0.9
    )
  }

  /// The character before the leftmost beginning the walk came to.
  private func barrier(_ walk: HeadedGrammar.Walk, before head: Int) -> String {
    let leftmost = (range.lowerBound...head).first { position in
      (0...1).contains { walk.reach(position, $0).score > -.infinity }
    }
    guard let leftmost, leftmost > range.lowerBound else { return text }
    return scan.text(leftmost - 1, leftmost)
  }

  private func coveringHead(_ head: Hit) -> String {
    let longer = scan.hits.filter {
      $0.end == head.end && $0.start < head.start && $0.headWeight > -.infinity
    }
    return longer.max { $0.start < $1.start }.map(text(of:)) ?? text(of: head)
  }

  func text(of hit: Hit) -> String { scan.text(Int(hit.start), Int(hit.end)) }
}

extension Hit {
  /// Number of characters.
  fileprivate var count: Int { Int(end - start) }
}

extension Grammars {
  /// The headed grammar that a rule configures.
  fileprivate func headed(ofRule index: Int) -> HeadedGrammar? {
    (places + organisations + projects).first { $0.rule == index }
  }
}
