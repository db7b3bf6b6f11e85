import Lexicon

/// Names that may answer to a pattern: those that have its grams.
struct NameCandidates {
  /// All of them, ascending.
  var all: [UInt32]
  /// Of these, names that may begin with it, and end with it.
  var beginning: [UInt32]
  var ending: [UInt32]
}

/// Finds candidates in the index. A class because it keeps prepared statements and lists.
final class CandidateFinder {
  private let postings: PostingTable
  private let folding: NameFolding

  init(_ postings: PostingTable, _ folding: NameFolding) {
    self.postings = postings
    self.folding = folding
  }

  /// Names that may be the text of that form, which is not empty.
  func names(equalling form: [Unicode.Scalar]) throws -> [UInt32] {
    var characters = [NameGram.edge]
    characters += form.prefix(NameGrams.longest).map(NameGram.character)
    if form.count <= NameGrams.longest { characters.append(NameGram.edge) }
    return try common(
      zip(characters, characters.dropFirst()).map {
        [NameGram.pair($0, $1)...NameGram.pair($0, $1)]
      })
  }

  /// Names that may hold the text of that form, which is not empty.
  func names(holding form: [Unicode.Scalar]) throws -> NameCandidates {
    let characters = form.prefix(NameGrams.longest).map(NameGram.character)
    let (first, last) = (characters[0], characters[characters.count - 1])
    var all: [UInt32]
    if characters.count == 1 {
      all = try postings.terms(
        NameGram.pair(
          first, NameGram.characters.lowerBound)...NameGram.pair(
            first, NameGram.characters.upperBound))
    } else {
      all = try common(
        zip(characters, characters.dropFirst()).map { one, other in
          [NameGram.pair(one, other)...NameGram.pair(one, other)]
        })
    }
    let beginning = try postings.common(all, NameGram.pair(NameGram.edge, first))
    let ending =
      form.count > NameGrams.longest
      ? beginning : try postings.common(beginning, NameGram.pair(last, NameGram.edge))
    return NameCandidates(all: all, beginning: beginning, ending: ending)
  }

  /// Names that may be read as the pattern.
  func names(reading pattern: NamePattern) throws -> NameCandidates {
    let elements = pattern.elements.map { Sounds($0, folding) }
    var lists: [[ClosedRange<NameGram.Number>]] = []
    for (one, other) in zip(elements, elements.dropFirst())
    where one.isNarrow && !(one.isDigit && other.isDigit) {
      lists.append(pairs(one, other))
    }
    if elements.count == 1 {
      lists.append(
        elements[0].syllables.map { range in
          NameGram.syllables(
            range.lowerBound, NameGram.syllables.lowerBound)...NameGram.syllables(
              range.upperBound, NameGram.syllables.upperBound)
        })
    } else if elements.count == 2 {
      if !elements[0].isNarrow { lists.append(triples(elements[0], elements[1], nil)) }
    } else {
      for index in 0..<elements.count - 2
      where !(elements[index].isNarrow && elements[index + 1].isNarrow) {
        lists.append(triples(elements[index], elements[index + 1], elements[index + 2]))
      }
    }
    let all = try common(lists)
    guard !all.isEmpty else { return NameCandidates(all: [], beginning: [], ending: []) }
    let second = elements.count > 1 ? elements[1] : nil
    let starts = elements[0].initials.flatMap { initial -> [ClosedRange<NameGram.Number>] in
      guard let second else {
        return [
          NameGram.initials(
            NameGram.edge, initial, 0)...NameGram.initials(
              NameGram.edge, initial, NameGram.initials.upperBound)
        ]
      }
      return second.initials.map {
        let gram = NameGram.initials(NameGram.edge, initial, $0)
        return gram...gram
      }
    }
    let beginning = try SortedTerms.intersection(all, union(starts))
    guard elements.count > 1, let last = elements.last else {
      return NameCandidates(all: all, beginning: beginning, ending: beginning)
    }
    let ends = elements[elements.count - 2].initials.flatMap { before in
      last.initials.map { NameGram.initials(before, $0, NameGram.edge) }.map { $0...$0 }
    }
    let ending = try SortedTerms.intersection(beginning, union(ends))
    return NameCandidates(all: all, beginning: beginning, ending: ending)
  }

  private func pairs(_ one: Sounds, _ other: Sounds) -> [ClosedRange<NameGram.Number>] {
    one.syllables.flatMap { first in
      (first.lowerBound...first.upperBound).flatMap { number in
        other.syllables.map {
          NameGram.syllables(number, $0.lowerBound)...NameGram.syllables(number, $0.upperBound)
        }
      }
    }
  }

  private func triples(
    _ first: Sounds, _ second: Sounds, _ third: Sounds?
  ) -> [ClosedRange<NameGram.Number>] {
    first.initials.flatMap { first in
      second.initials.flatMap { second -> [ClosedRange<NameGram.Number>] in
        guard let third else {
          return [
            NameGram.initials(
              first, second, 0)...NameGram.initials(first, second, NameGram.initials.upperBound)
          ]
        }
        return third.initials.map { NameGram.initials(first, second, $0) }.map { $0...$0 }
      }
    }
  }

  private func union(_ grams: [ClosedRange<NameGram.Number>]) throws -> [UInt32] {
    guard grams.count > 1 else { return try grams.first.map(postings.terms) ?? [] }
    return SortedTerms.distinct(try grams.flatMap(postings.terms))
  }

  /// Names that have one gram of each list: those of the rarest, looked for among the others.
  private func common(_ lists: [[ClosedRange<NameGram.Number>]]) throws -> [UInt32] {
    let single = Set(
      lists.compactMap { list in
        list.count == 1 && list[0].count == 1 ? list[0].lowerBound : nil
      })
    var found: [UInt32]?
    let rarestFirst = try single.map { (rows: try postings.rowCount($0), gram: $0) }
      .sorted { ($0.rows, $0.gram) < ($1.rows, $1.gram) }
    for (_, gram) in rarestFirst {
      let terms = try found.map { try postings.common($0, gram) } ?? postings.terms(gram)
      guard !terms.isEmpty else { return [] }
      found = terms
    }
    var sets: [[UInt32]] = []
    for list in lists where list.count != 1 || list[0].count != 1 {
      let terms = try union(list)
      guard !terms.isEmpty else { return [] }
      sets.append(terms)
    }
    if let found { sets.append(found) }
    sets.sort { $0.count < $1.count }
    return sets.dropFirst().reduce(sets.first ?? []) { SortedTerms.intersection($0, $1) }
  }

  /// Names that share at least `least` of the grams, with how many. Every such name has one of the
  /// shortest lists, so the long ones are only looked up in.
  func names(
    sharing least: Int, of grams: [NameGram.Number]
  ) throws -> [(term: UInt32, shared: Int)] {
    guard least > 0, least <= grams.count else { return [] }
    let lists = try grams.map { try postings.terms($0) }.sorted { $0.count < $1.count }
    let short = lists.prefix(lists.count - least + 1)
    let pool = SortedTerms.distinct(Array(short.joined()))
    var shared = [Int](repeating: 0, count: pool.count)
    for (number, list) in lists.enumerated() {
      var place = 0
      for (index, term) in pool.enumerated()
      where shared[index] + lists.count - number >= least {
        place = SortedTerms.index(of: term, in: list, from: place)
        if place < list.count, list[place] == term { shared[index] += 1 }
      }
    }
    return zip(pool, shared).filter { $1 >= least }.map { (term: $0, shared: $1) }
  }

  /// What an element may sound like, as numbers of grams.
  private struct Sounds {
    let syllables: [ClosedRange<UInt32>]
    let initials: [UInt32]
    /// Whether it is a digit; digits among themselves have no grams of sounds.
    let isDigit: Bool
    /// Whether it is few syllables, so that their pairs are worth looking up.
    let isNarrow: Bool

    init(_ element: NamePattern.Element, _ folding: NameFolding) {
      switch element {
      case .scalar(let scalar):
        isDigit = ("0"..."9").contains(scalar)
        var syllables = folding.readings(of: scalar).map { UInt32($0.rawValue) }
        var initials = folding.readings(of: scalar).map { NameGram.initial($0) }
        if let initial = NameGram.initial(scalar) {
          syllables.append(NameGram.syllable(ofInitial: initial))
          initials.append(initial)
        }
        self.syllables = syllables.map { $0...$0 }
        self.initials = Array(Set(initials)).sorted()
        isNarrow = true
      case .read(let ranges, let letter):
        isDigit = false
        var syllables = ranges.map { UInt32($0.lowerBound)...UInt32($0.upperBound) }
        var initials = ranges.flatMap { range in
          [range.lowerBound, range.upperBound].map {
            NameGram.initial(Syllable(rawValue: $0))
          }
        }
        if let letter, let initial = NameGram.initial(letter) {
          let own = NameGram.syllable(ofInitial: initial)
          syllables.append(own...own)
          initials.append(initial)
        }
        self.syllables = syllables
        self.initials = Array(Set(initials)).sorted()
        isNarrow = ranges.allSatisfy { $0.count == 1 }
      }
    }
  }
}
