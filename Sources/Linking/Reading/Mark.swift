import Lexicon
import NewsText
import Recognition

/// A dictionary entry of interest, found in an article.
struct Mark: Sendable {
  /// One past its last scalar.
  var end: Int32
  /// Its group.
  var group: GroupID
  /// Natural-log weight or the number the dictionary gives it.
  var weight: Float
  /// For divisions, the index in the gazetteer.
  var payload: UInt32
  /// The next mark that starts at the same scalar, shorter or equal; -1 at the end of the chain.
  var next: Int32
}

/// The marks of an article, by where they start.
struct MarkLayout {
  /// All marks.
  private(set) var marks: [Mark] = []
  /// Index of the longest mark that starts at a scalar, or -1.
  private(set) var markAt: [Int32]
  /// Index in ``Cues/anaphors`` of the longest standing-in word that starts at a scalar, or -1.
  private(set) var anaphorAt: [Int16]

  /// Sorts what the dictionaries have in the article; looks it up where nobody kept it.
  init(_ recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues) {
    let source = recognised.article.text
    markAt = [Int32](repeating: -1, count: source.count + 1)
    anaphorAt = [Int16](repeating: -1, count: source.count + 1)
    if let matches = recognised.matches {
      add(matches, lexicon: lexicon, cues: cues)
    } else {
      var matches: [LexiconMatch] = []
      source.withUnsafeBufferPointer { lexicon.forEachMatch(in: $0) { matches.append($0) } }
      add(matches, lexicon: lexicon, cues: cues)
    }
  }

  /// So many matches ahead their senses are asked for: they lie scattered over the whole lexicon.
  private static let ahead = 12

  private mutating func add(_ matches: [LexiconMatch], lexicon: Lexicon, cues: Cues) {
    marks.reserveCapacity(matches.count)
    // The hot loop of reading: plain buffers, written at the starts of matches, which lie in the text.
    markAt.withUnsafeMutableBufferPointer { markAt in
      anaphorAt.withUnsafeMutableBufferPointer { anaphorAt in
        for (index, match) in matches.enumerated() {
          if index + Self.ahead < matches.count {
            lexicon.expectSense(matches[index + Self.ahead].senses.lowerBound)
          }
          let start = Int(match.start)
          for index in match.senses {
            let sense = lexicon.sense(index)
            guard cues.all.contains(sense.group) else { continue }
            let anaphor = cues.anaphorOfGroup[Int(sense.group.rawValue)]
            if anaphor >= 0 { anaphorAt[start] = anaphor }
            marks.append(
              Mark(
                end: match.end, group: sense.group, weight: sense.weight, payload: sense.payload,
                next: markAt[start]))
            markAt[start] = Int32(marks.count - 1)
          }
        }
      }
    }
  }
}
