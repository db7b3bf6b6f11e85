import Lexicon
import NewsText

/// A proposed name and the sum that speaks for it.
struct Candidate {
  var start: Int32
  var end: Int32
  /// Index into the recogniser's rules.
  var rule: Int16
  /// Index into ``EntityTypes/names``.
  var type: Int8
  /// Sum of all contributions, comparable with ln probabilities of words.
  var score: Float
  /// Range in ``Lattice/parts``.
  var firstPart: Int32
  var lastPart: Int32
  /// Index of the remembered name that proposed it, or -1.
  var memory: Int32
  /// Next candidate that ends at the same scalar, or -1.
  var nextAtEnd: Int32
}

/// A part of a candidate, in sentence positions.
struct Part {
  var kind: MentionPart.Kind
  var start: Int32
  var end: Int32
  /// Index of the hit it was read from, or -1.
  var hit: Int32
  /// What the part adds to the score.
  var score: Float
}

/// All candidates of a sentence, names and words alike, and the best path through them.
///
/// Like ``SentenceScan`` reused from sentence to sentence.
struct Lattice {
  private(set) var candidates: [Candidate] = []
  private(set) var parts: [Part] = []
  /// First candidate ending at p, or -1; follow ``Candidate/nextAtEnd``.
  private(set) var firstAtEnd: [Int32] = []
  /// Named summands per candidate, kept only while explaining.
  private(set) var contributions: [[Contribution]] = []
  private(set) var isExplaining = false
  private var best: [Float] = []
  private var back: [Int32] = []

  mutating func reset(count: Int, explaining: Bool) {
    candidates.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    contributions.removeAll(keepingCapacity: true)
    isExplaining = explaining
    firstAtEnd.removeAll(keepingCapacity: true)
    firstAtEnd.append(contentsOf: repeatElement(-1, count: count + 1))
  }

  /// Adds a candidate with its parts; `explanation` is asked only while explaining.
  mutating func add(
    _ start: Int, _ end: Int, rule: Int, type: Int8, score: Float,
    parts newParts: some Sequence<Part>,
    memory: Int32 = -1, explanation: @autoclosure () -> [Contribution]
  ) {
    let firstPart = Int32(parts.count)
    parts.append(contentsOf: newParts)
    candidates.append(
      Candidate(
        start: Int32(start), end: Int32(end), rule: Int16(rule), type: type, score: score,
        firstPart: firstPart, lastPart: Int32(parts.count), memory: memory,
        nextAtEnd: firstAtEnd[end]))
    firstAtEnd[end] = Int32(candidates.count - 1)
    if isExplaining { contributions.append(explanation()) }
  }

  /// Adds `amount` to a candidate's score under a name.
  mutating func raise(_ index: Int, by amount: Float, _ name: @autoclosure () -> String) {
    candidates[index].score += amount
    if isExplaining { contributions[index].append(Contribution(name: name(), value: amount)) }
  }

  /// The best path from the sentence's start to its end: candidate indices (names) and hit
  /// indices (words) in text order. O(edges).
  mutating func bestPath(_ scan: SentenceScan) -> [Step] {
    let count = scan.count
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: repeatElement(0, count: count + 1))
    best[0] = 0
    guard count > 0 else { return [] }
    for end in 1...count { relax(end, scan) }
    return trace(scan)
  }

  /// Codes in `back`: a name candidate c as c; a word hit h as -2 - 2h; a bare run starting s
  /// positions before as -3 - 2s.
  private mutating func relax(_ end: Int, _ scan: SentenceScan) {
    var top = best[end - 1] + SentenceScan.single(scan.classes[end - 1])
    var code: Int32 = -3 - 2
    let run = scan.runStart[end]
    if run >= 0, Int(run) < end - 1, best[Int(run)] + SentenceScan.run > top {
      top = best[Int(run)] + SentenceScan.run
      code = -3 - 2 * (Int32(end) - run)
    }
    for index in Int(scan.endIndex[end])..<Int(scan.endIndex[end + 1]) {
      let score = best[Int(scan.hits[index].start)] + scan.hits[index].asWord
      if score > top {
        top = score
        code = -2 - 2 * Int32(index)
      }
    }
    var next = firstAtEnd[end]
    while next >= 0 {
      let candidate = candidates[Int(next)]
      let score = best[Int(candidate.start)] + candidate.score
      if score > top {
        top = score
        code = next
      }
      next = candidate.nextAtEnd
    }
    best[end] = top
    back[end] = code
  }

  /// Score of the best path found last.
  var pathScore: Float { best.last ?? 0 }

  private func trace(_ scan: SentenceScan) -> [Step] {
    var steps: [Step] = []
    var end = scan.count
    while end > 0 {
      let code = back[end]
      if code >= 0 {
        steps.append(.name(Int(code)))
        end = Int(candidates[Int(code)].start)
      } else if code % 2 == 0 {
        let hit = Int(-(code + 2) / 2)
        steps.append(.word(hit))
        end = Int(scan.hits[hit].start)
      } else {
        let length = Int(-(code + 3) / 2)
        steps.append(.bare(end - length, end))
        end -= length
      }
    }
    return steps.reversed()
  }
}

/// A step of the best path.
enum Step {
  /// A candidate.
  case name(Int)
  /// A dictionary hit read as a word.
  case word(Int)
  /// Characters no dictionary has.
  case bare(Int, Int)
}
