import Lexicon
import NewsText

/// A stretch of a sentence just read: every proposal and the path that won.
///
/// Other paths are found by weighing the same lattice again with a candidate taken out or forced
/// in, so that whatever the lattice counts is counted here too.
struct StretchTrace {
  let article: Article
  /// The stretch, in the article's repaired text.
  let span: TextSpan
  let scan: SentenceScan
  /// What the lexicon found in it, in positions of the text.
  let matches: ArraySlice<LexiconMatch>
  let lattice: Lattice
  /// The best path.
  let path: [Step]
  /// What the context model found; of use only where the rules have one.
  let context: ContextBuffers
  let features = ContextFeatures()

  /// More than any score: a candidate raised to it is on the best path, one lowered to its negative
  /// is not. Only paths are chosen with it, sums are taken of the scores as they were.
  private static let decisive: Float = 32768

  /// Positions of a step within the stretch.
  func range(of step: Step) -> Range<Int> {
    switch step {
    case .name(let index):
      Int(lattice.candidates[index].start)..<Int(lattice.candidates[index].end)
    case .word(let hit): Int(scan.hits[hit].start)..<Int(scan.hits[hit].end)
    case .bare(let start, let end): start..<end
    }
  }

  /// A name of the best path against the best path without it: the same span read as the same type
  /// by another rule is no rival.
  func competition(of index: Int, named recogniser: Recogniser) -> Competition {
    let own = lattice.candidates[index]
    var others = lattice
    for other in lattice.candidates.indices {
      let candidate = lattice.candidates[other]
      guard candidate.start == own.start, candidate.end == own.end, candidate.type == own.type
      else { continue }
      others.raise(other, by: -Self.decisive - candidate.score, "")
    }
    let rival = others.bestPath(scan)
    return competition(of: index, winner: path, rival: rival, recogniser)
  }

  /// The best path against the best one that takes the candidate.
  func competition(through index: Int, named recogniser: Recogniser) -> Competition {
    var others = lattice
    others.raise(index, by: Self.decisive - lattice.candidates[index].score, "")
    let rival = others.bestPath(scan)
    return competition(of: index, winner: path, rival: rival, recogniser)
  }

  /// Of the candidates over exactly that range, the one of the highest score; `nil` for none.
  func bestCandidate(over range: Range<Int>, type: Int8?) -> Int? {
    lattice.candidates.indices.filter { index in
      let candidate = lattice.candidates[index]
      return Int(candidate.start) == range.lowerBound && Int(candidate.end) == range.upperBound
        && (type == nil || candidate.type == type)
    }.max { lattice.candidates[$0].score < lattice.candidates[$1].score }
  }

  private func competition(
    of index: Int, winner: [Step], rival: [Step], _ recogniser: Recogniser
  ) -> Competition {
    let span = range(of: .name(index))
    let starts = Set(winner.map { range(of: $0).lowerBound })
      .intersection(rival.map { range(of: $0).lowerBound })
    let start = starts.filter { $0 <= span.lowerBound }.max() ?? 0
    let end = starts.filter { $0 >= span.upperBound }.min() ?? scan.count
    let traced = { (steps: [Step]) in
      steps.filter { start <= range(of: $0).lowerBound && range(of: $0).upperBound <= end }
        .map { self.traced($0, recogniser) }
    }
    let (won, lost) = (traced(winner), traced(rival))
    let total = { (steps: [TracedStep]) in steps.reduce(Float(0)) { $0 + $1.score } }
    return Competition(
      name: self.traced(.name(index), recogniser), winner: won, rival: lost,
      margin: total(won) - total(lost))
  }

  /// A step with its summands.
  func traced(_ step: Step, _ recogniser: Recogniser) -> TracedStep {
    let range = range(of: step)
    let local = TextSpan(span.start + range.lowerBound, span.start + range.upperBound)
    let text = scan.text(range.lowerBound, range.upperBound)
    let (reading, contributions) = reading(of: step, recogniser)
    var traced = TracedStep(
      span: article.rawSpan(local), text: text, reading: reading, contributions: contributions)
    if case .name(let index) = step {
      traced.features = features(of: index, contributions, recogniser)
    }
    return traced
  }

  private func reading(of step: Step, _ recogniser: Recogniser) -> (
    TracedStep.Reading, [Contribution]
  ) {
    switch step {
    case .name(let index):
      let candidate = lattice.candidates[index]
      let reading = TracedStep.Reading.name(
        recogniser.types.names[Int(candidate.type)],
        rule: recogniser.rules[Int(candidate.rule)].id)
      return (reading, contributions(of: index))
    case .word(let hit):
      let group = recogniser.lexicon.name(of: scan.hits[hit].group)
      return (.word(group: group), [Contribution(name: group, value: scan.hits[hit].asWord)])
    case .bare(let start, let end):
      let value =
        end - start > 1 ? SentenceScan.run : SentenceScan.single(scan.positions[start].scalarClass)
      return (.unlisted, [Contribution(name: "in no dictionary", value: value)])
    }
  }

  /// A candidate's summands; what a grammar added without a name is shown as such.
  private func contributions(of index: Int) -> [Contribution] {
    let named = lattice.isExplaining ? lattice.contributions[index] : []
    let rest = lattice.candidates[index].score - named.reduce(0) { $0 + $1.value }
    return abs(rest) < 0.01 ? named : named + [Contribution(name: "unnamed", value: rest)]
  }
}
