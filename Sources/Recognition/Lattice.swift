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
    search(scan)
    return trace(scan)
  }

  /// The names of the best path alone, from the last to the first. O(edges).
  mutating func bestNames(_ scan: SentenceScan, into names: inout [Int]) {
    search(scan)
    names.removeAll(keepingCapacity: true)
    var end = scan.count
    while end > 0 {
      let code = back[end]
      if code >= 0 { names.append(Int(code)) }
      end = start(code, end, scan)
    }
  }

  private mutating func search(_ scan: SentenceScan) {
    let count = scan.count
    // Moved out, so that they are changed in place side by side.
    var (best, back): ([Float], [Int32]) = ([], [])
    swap(&best, &self.best)
    swap(&back, &self.back)
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: repeatElement(0, count: count + 1))
    best[0] = 0
    best.withUnsafeMutableBufferPointer { best in
      back.withUnsafeMutableBufferPointer { back in
        scan.positions.withUnsafeBufferPointer { positions in
          scan.hits.withUnsafeBufferPointer { hits in
            candidates.withUnsafeBufferPointer { relax(positions, hits, $0, best, back) }
          }
        }
      }
    }
    swap(&best, &self.best)
    swap(&back, &self.back)
  }

  /// Codes in `back`: a name candidate c as c; a word hit h as -2 - 2h; a bare run starting s
  /// positions before as -3 - 2s.
  private func relax(
    _ positions: UnsafeBufferPointer<ScannedPosition>, _ hits: UnsafeBufferPointer<Hit>,
    _ candidates: UnsafeBufferPointer<Candidate>,
    _ best: UnsafeMutableBufferPointer<Float>, _ back: UnsafeMutableBufferPointer<Int32>
  ) {
    for end in 1..<max(1, best.count) {
      var top = best[end - 1] + SentenceScan.single(positions[end - 1].scalarClass)
      var code: Int32 = -3 - 2
      let run = Int(positions[end].runStart)
      if run >= 0, run < end - 1, best[run] + SentenceScan.run > top {
        top = best[run] + SentenceScan.run
        code = -3 - 2 * Int32(end - run)
      }
      for index in Int(positions[end].firstEnding)..<Int(positions[end + 1].firstEnding) {
        let score = best[Int(hits[index].start)] + hits[index].asWord
        if score > top { (top, code) = (score, -2 - 2 * Int32(truncatingIfNeeded: index)) }
      }
      var next = firstAtEnd[end]
      while next >= 0 {
        let score = best[Int(candidates[Int(next)].start)] + candidates[Int(next)].score
        if score > top { (top, code) = (score, next) }
        next = candidates[Int(next)].nextAtEnd
      }
      best[end] = top
      back[end] = code
    }
  }

  /// Score of the best path found last.
  var pathScore: Float { best.last ?? 0 }

  /// Where a step of that code that ends at `end` starts.
  @inline(__always)
  private func start(_ code: Int32, _ end: Int, _ scan: SentenceScan) -> Int {
    if code >= 0 { return Int(candidates[Int(code)].start) }
    return code % 2 == 0 ? Int(scan.hits[Int(-(code + 2) / 2)].start) : end - Int(-(code + 3) / 2)
  }

  private func trace(_ scan: SentenceScan) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(scan.count)
    var end = scan.count
    while end > 0 {
      let code = back[end]
      let start = start(code, end, scan)
      steps.append(
        code >= 0
          ? .name(Int(code)) : code % 2 == 0 ? .word(Int(-(code + 2) / 2)) : .bare(start, end))
      end = start
    }
    steps.reverse()
    return steps
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
