import GRDB

/// Finds names in the index and looks at each: grams only say which may answer.
///
/// A class because it keeps prepared statements; lives as long as one search.
final class NameFinder {
  /// A name found.
  struct Found: Hashable {
    let term: UInt32
    let name: String
    let kind: NameMatch.Kind
    let weight: UInt8
  }

  /// Names looked at for one kind of answer before it is left at what was found.
  private static let mostLooks = 2_000

  private let folding: NameFolding
  private let weights: NameWeights
  private let finder: CandidateFinder
  private let text: Command

  init(_ database: Database, _ folding: NameFolding) throws {
    self.folding = folding
    weights = try NameWeights(database)
    finder = CandidateFinder(try PostingTable(database), folding)
    text = try Command(cached: database, NameIndexWriter.literalText)
  }

  /// Names whose form is `form`.
  func names(equalling form: [Unicode.Scalar], count: Int) throws -> [Found] {
    guard !form.isEmpty else { return [] }
    let candidates = try finder.names(equalling: form)
    return try look(at: candidates, count: count) { $0 == form ? .exact : nil }
  }

  /// Names that hold `form`: at least `count` if there are so many, all of the best weights.
  func names(holding form: [Unicode.Scalar], count: Int) throws -> [Found] {
    guard !form.isEmpty else { return [] }
    return try names(
      of: NamePattern(text: form), among: try finder.names(holding: form), count: count,
      kinds: [.exact, .beginning, .inside])
  }

  /// Names that are read as `form`.
  func names(reading form: [Unicode.Scalar], count: Int) throws -> [Found] {
    var found: [Found] = []
    for pattern in PinyinReader.patterns(form) {
      found += try names(
        of: pattern, among: try finder.names(reading: pattern), count: count,
        kinds: [.pinyin, .pinyinBeginning, .pinyinInside])
    }
    return found
  }

  /// Candidates by place: those that may be the whole, then the beginnings, then the others, until
  /// there are enough.
  private func names(
    of pattern: NamePattern, among candidates: NameCandidates, count: Int, kinds: [NameMatch.Kind]
  ) throws -> [Found] {
    let beginnings = SortedTerms.difference(candidates.beginning, candidates.ending)
    let others = SortedTerms.difference(candidates.all, candidates.beginning)
    var found: [Found] = []
    for group in [candidates.ending, beginnings, others] where found.count < count {
      found += try look(at: group, count: count - found.count) { form in
        pattern.place(in: form, folding).map { kinds[$0.rawValue] }
      }
    }
    return found
  }

  /// Names near `form`: one character wrong, missing or too many, in the name or in a part of it;
  /// or of the same sound.
  func names(near form: [Unicode.Scalar], count: Int) throws -> [Found] {
    guard form.count >= 2, form.count <= NameGrams.longest else { return [] }
    var found: [Found] = []
    if let pattern = NamePattern(sounding: form, folding) {
      let ending = try finder.names(reading: pattern).ending
      found += try look(at: ending, count: count) { other in
        other != form && pattern.place(in: other, folding) == .whole ? .near : nil
      }
    }
    guard form.count >= 3 else { return found }
    var grams = NameFinder.pairs(form)
    let whole = try finder.names(sharing: grams.count - 2, of: grams)
    found += try look(at: NameFinder.best(whole), count: count) { other in
      other != form && NearMiss.isOneEdit(form, other) ? .near : nil
    }
    guard form.count >= 5, found.count < count else { return found }
    grams.removeFirst()
    grams.removeLast()
    let parts = try finder.names(sharing: grams.count - 2, of: grams)
    return try found
      + look(at: NameFinder.best(parts), count: count - found.count) { other in
        NearMiss.holdsWithinOneEdit(other, form) ? .near : nil
      }
  }

  /// Names that share most pairs of characters with `form`, most first.
  func names(sharingPairsWith form: [Unicode.Scalar], count: Int) throws -> [Found] {
    let grams = NameFinder.pairs(form)
    guard let shared = try nonempty(grams) else { return [] }
    let best = shared.sorted { ($1.shared, $0.term) < ($0.shared, $1.term) }.prefix(count)
    return try best.compactMap { candidate in
      try name(candidate.term).map {
        Found(term: candidate.term, name: $0, kind: .near, weight: 0)
      }
    }
  }

  /// What shares as many grams as anything does, less one.
  private func nonempty(_ grams: [NameGram.Number]) throws -> [(term: UInt32, shared: Int)]? {
    for least in stride(from: grams.count, to: 0, by: -1) {
      let found = try finder.names(sharing: least, of: grams)
      guard found.isEmpty else {
        return least > 1 ? try finder.names(sharing: least - 1, of: grams) : found
      }
    }
    return nil
  }

  /// Pairs of characters with the edges, in their order, each once.
  private static func pairs(_ form: [Unicode.Scalar]) -> [NameGram.Number] {
    let characters = [NameGram.edge] + form.map(NameGram.character) + [NameGram.edge]
    var seen: Set<NameGram.Number> = []
    return zip(characters, characters.dropFirst()).map { NameGram.pair($0, $1) }
      .filter { seen.insert($0).inserted }
  }

  /// Those that share most, no more than may be looked at.
  private static func best(_ candidates: [(term: UInt32, shared: Int)]) -> [UInt32] {
    guard candidates.count > mostLooks else { return candidates.map(\.term) }
    return candidates.sorted { ($1.shared, $0.term) < ($0.shared, $1.term) }.prefix(mostLooks)
      .map(\.term)
  }

  /// Looks at candidates, those of whom most is said first, until `count` answer and all others
  /// have less weight than the last.
  private func look(
    at terms: [UInt32], count: Int, _ answer: ([Unicode.Scalar]) -> NameMatch.Kind?
  ) throws -> [Found] {
    var found: [Found] = []
    var looks = 0
    for (term, weight) in try byWeight(terms) {
      if found.count >= count, let last = found.last, last.weight > weight { break }
      guard looks < NameFinder.mostLooks else { break }
      looks += 1
      guard let name = try name(term), let kind = answer(folding.form(of: name)) else { continue }
      found.append(Found(term: term, name: name, kind: kind, weight: weight))
    }
    return found
  }

  /// The heaviest first, no more than may be looked at; counted, not compared.
  private func byWeight(_ terms: [UInt32]) throws -> [(term: UInt32, weight: UInt8)] {
    var byWeight = [[UInt32]](repeating: [], count: 256)
    for term in terms { byWeight[Int(try weights[term])].append(term) }
    var sorted: [(term: UInt32, weight: UInt8)] = []
    for weight in stride(from: 255, to: 0, by: -1) where sorted.count < NameFinder.mostLooks {
      sorted += byWeight[weight].map { ($0, UInt8(weight)) }
    }
    return sorted
  }

  private func name(_ term: UInt32) throws -> String? {
    var name: String?
    try text.bind(Int64(term)).rows { name = $0.text(0) }
    return name
  }
}

/// Names one character apart.
enum NearMiss {
  /// Whether one insertion, deletion or replacement makes one text of the other.
  static func isOneEdit(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.dropFirst(start).reversed(), long.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    return long.count - start - end <= 1
  }

  /// Whether some part of `text` is `part` or one edit from it.
  static func holdsWithinOneEdit(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    for start in text.indices {
      for length in part.count - 1...part.count + 1 where start + length <= text.count {
        if isOneEdit(Array(text[start..<start + length]), part) { return true }
      }
    }
    return false
  }
}
