import Lexicon

/// Short names that the text introduces itself: 「甲乙丙有限公司（以下简称“甲乙”）」, 「甲会简称甲」,
/// 「甲组织（ABC）」, 「甲公司（“甲”）」.
///
/// The heads of the rule are the words that introduce them. The short name is of the type of the name
/// before it, which an earlier grammar has proposed.
struct DefinedGrammar: Sendable {
  let rule: Int
  let person: Int8
  let base, letters: Float

  init(rule: Int, person: Int8, weights: [String: Float]) {
    self.rule = rule
    self.person = person
    base = weights["base"] ?? 20
    letters = weights["letters"] ?? 16
  }

  /// Most characters of such a name.
  static let longest = 14

  /// Proposes the short names of a sentence.
  func propose(_ scan: SentenceScan, _ lattice: inout Lattice) {
    let hasHead = scan.heads.contains(.defined)
    var position = 2
    while position + 1 < scan.count {
      if hasHead, let end = head(at: position, scan) {
        introduced(by: position, end, scan, &lattice)
        position = end
      } else {
        if isBracket(scan.scalars[position]) { bracketed(at: position, scan, &lattice) }
        position += 1
      }
    }
  }

  private func isBracket(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }

  private func head(at position: Int, _ scan: SentenceScan) -> Int? {
    var best: Int?
    var next = scan.positions[position].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.heads.contains(.defined), Int(hit.end) > best ?? 0 { best = Int(hit.end) }
      next = hit.nextAtStart
    }
    return best
  }

  /// 甲（以下简称“乙”）, 甲，简称乙，
  private func introduced(
    by start: Int, _ end: Int, _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    var before = start
    if before > 0, isBracket(scan.scalars[before - 1]) || isComma(scan.scalars[before - 1]) {
      before -= 1
    }
    guard let type = type(ofNameEndingAt: before, scan, lattice) else { return }
    var first = end
    while first < scan.count, first - end < 2,
      scan.scalars[first] == "：" || scan.scalars[first] == ":" || scan.scalars[first] == "为"
        || scan.positions[first].scalarClass == .space
    {
      first += 1
    }
    var isQuoted = false
    if first < scan.count, isQuote(scan.scalars[first]) {
      isQuoted = true
      first += 1
    }
    let last = self.end(from: first, scan)
    guard last < scan.count || !isQuoted else { return }
    add(first, last, type, "introduced as a short name", base, scan, &lattice)
  }

  /// 甲组织（ABC）, 甲公司（“甲”）.
  private func bracketed(at open: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    var first = open + 1
    var isQuoted = false
    if isQuote(scan.scalars[first]) {
      isQuoted = true
      first += 1
    }
    let last = end(from: first, scan)
    guard last < scan.count, last - first >= 2,
      scan.positions[last].scalarClass == .close,
      isQuoted
        || scan.positions[first..<last].allSatisfy({ $0.scalarClass == .latin })
          && scan.scalars[first..<last].allSatisfy({ $0.properties.isUppercase }),
      let type = type(ofNameEndingAt: open, scan, lattice)
    else { return }
    add(first, last, type, "a short name in brackets", letters, scan, &lattice)
  }

  private func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "，" }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "‘" || scalar == "「" || scalar == "\""
  }

  /// Where a run of characters that names are made of ends.
  private func end(from start: Int, _ scan: SentenceScan) -> Int {
    var end = start
    while end < scan.count, end - start <= Self.longest {
      let kind = scan.positions[end].scalarClass
      guard kind == .han || kind.isAlphanumeric || scan.scalars[end] == "*" else { break }
      end += 1
    }
    return end
  }

  /// The type of the likeliest name that ends there.
  private func type(ofNameEndingAt end: Int, _ scan: SentenceScan, _ lattice: Lattice) -> Int8? {
    guard end > 1 else { return nil }
    var best: (type: Int8, margin: Float)?
    var next = lattice.firstAtEnd[end]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      let margin = candidate.score - scan.plain(Int(candidate.start), Int(candidate.end))
      if candidate.end - candidate.start > 2, margin > best?.margin ?? -2 {
        best = (candidate.type, margin)
      }
      next = candidate.nextAtEnd
    }
    guard let best, best.type != person else { return nil }
    return best.type
  }

  private func add(
    _ start: Int, _ end: Int, _ type: Int8, _ name: String, _ weight: Float,
    _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    guard end - start >= 2, end - start <= Self.longest else { return }
    let score = scan.plain(start, end) + weight
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: CollectionOfOne(
        Part(kind: .brand, start: Int32(start), end: Int32(end), hit: -1, score: score)),
      explanation: [
        Contribution(name: "read as plain words", value: scan.plain(start, end)),
        Contribution(name: name, value: weight),
      ])
  }
}
