import Lexicon
import NewsText

/// A user's word is final: an entry of a user's dictionary is found wherever it stands, and what a
/// user lists as no name is never one, whatever rules and weights say.
extension Recogniser {
  /// Better than any plain reading of the same characters and of the words it cuts.
  private static let certain: Float = 600
  /// Worse than any plain reading, yet less than what tracing forces a candidate with.
  private static let impossible: Float = -4000

  /// Leaves, of all candidates that touch a user's entry, the entry alone. Call after everything that
  /// weighs candidates. O(candidates) where a user has entries, O(hits) elsewhere.
  func settleUserEntries(_ scan: SentenceScan, _ lattice: inout Lattice) {
    guard lexicon.hasUserEntries else { return }
    let owners = userEntries(scan)
    for index in lattice.candidates.indices {
      let candidate = lattice.candidates[index]
      let span = Int(candidate.start)..<Int(candidate.end)
      if isListedAsNoName(span, scan) {
        lattice.raise(index, by: Self.impossible - candidate.score, "listed as not a name")
        continue
      }
      guard let owner = span.lazy.compactMap({ owners[$0] }).first else { continue }
      if owner == span, isFromUser(candidate, scan, lattice) {
        lattice.raise(index, by: Self.certain - candidate.score, "a user's word is final")
      } else {
        lattice.raise(
          index, by: Self.impossible - candidate.score, "touches an entry of the user's dictionary")
      }
    }
  }

  /// For every position the user's entry that covers it: of overlapping entries the longer one
  /// counts, of equally long ones the earlier.
  private func userEntries(_ scan: SentenceScan) -> [Range<Int>?] {
    var owners = [Range<Int>?](repeating: nil, count: scan.count)
    let spans = scan.hits.filter { $0.traits.contains(.userName) }
      .map { Int($0.start)..<Int($0.end) }
      .filter { !isListedAsNoName($0, scan) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound }
    for span in spans where span.allSatisfy({ owners[$0] == nil }) {
      for position in span { owners[position] = span }
    }
    return owners
  }

  /// Whether a user lists exactly these characters, spaces between them left out, as no name.
  private func isListedAsNoName(_ span: Range<Int>, _ scan: SentenceScan) -> Bool {
    var next = scan.positions[span.lowerBound].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if Int(hit.end) == span.upperBound, hit.traits.contains(.userNotAName) { return true }
      next = hit.nextAtStart
    }
    guard scan.holds(.space, or: .space, in: span) else { return false }
    let ink = span.filter { scan.positions[$0].scalarClass != .space }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: ink.map { scan.scalars[$0] })
    return lexicon.senses(of: String(view)).contains {
      table.traits[Int($0.group.rawValue)].contains(.userNotAName)
    }
  }

  private func isFromUser(
    _ candidate: Candidate, _ scan: SentenceScan, _ lattice: Lattice
  ) -> Bool {
    guard candidate.lastPart - candidate.firstPart == 1 else { return false }
    let hit = lattice.parts[Int(candidate.firstPart)].hit
    return hit >= 0 && scan.hits[Int(hit)].traits.contains(.userName)
  }
}

/// Sentences and stretches end where a user's entry does not go on.
extension Recogniser {
  /// The article, its sentences joined where a user's entry reaches from one into the next:
  /// 「去哪？」 and 「乐！乐」 are names if a user says so.
  func joiningUserEntries(_ article: Article) -> Article {
    let entries = userSpans(article.text)
    guard !entries.isEmpty else { return article }
    var sentences: [Sentence] = []
    var next = 0
    for sentence in article.sentences {
      while next < entries.count, entries[next].upperBound <= sentence.span.start { next += 1 }
      if let last = sentences.last, last.block == sentence.block, next < entries.count,
        entries[next].lowerBound < last.span.end
      {
        sentences[sentences.count - 1] = Sentence(
          span: TextSpan(last.span.start, sentence.span.end), block: last.block,
          repeatedFromArticle: last.repeatedFromArticle)
      } else {
        sentences.append(sentence)
      }
    }
    return Article(
      number: article.number, text: article.text, rawOffsets: article.rawOffsets,
      blocks: article.blocks, sentences: sentences, credits: article.credits)
  }

  /// Where users' entries stand, those that overlap put together; ascending.
  func userSpans(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    guard lexicon.hasUserEntries else { return [] }
    var spans: [Range<Int>] = []
    text.withUnsafeBufferPointer { scalars in
      lexicon.forEachUserMatch(in: scalars) { match in
        var span = Int(match.start)..<Int(match.end)
        while let last = spans.last, last.upperBound > span.lowerBound {
          span = min(last.lowerBound, span.lowerBound)..<max(last.upperBound, span.upperBound)
          spans.removeLast()
        }
        spans.append(span)
      }
    }
    return spans
  }
}
