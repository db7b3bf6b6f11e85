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

/// What a group of dictionary entries may be to rules.
struct MarkUses: OptionSet, Sendable {
  let rawValue: UInt8
  /// Of interest at all: ``Cues/all``.
  static let mark = MarkUses(rawValue: 1)
  /// A post: ``Cues/titles``.
  static let title = MarkUses(rawValue: 2)
  /// Stands for several names at once: ``Cues/delegations``, ``Cues/bothSides``.
  static let standsForSeveral = MarkUses(rawValue: 4)
  /// Stands for a name: ``Cues/anaphors``.
  static let anaphor = MarkUses(rawValue: 8)
  /// Stands for a name of any type (其): for whose, the rule says.
  static let openAnaphor = MarkUses(rawValue: 16)
  /// May begin a date: ``TimeCues/starts``.
  static let time = MarkUses(rawValue: 32)
  /// ``Cues/visits``.
  static let visit = MarkUses(rawValue: 64)
  /// ``Cues/careers``.
  static let career = MarkUses(rawValue: 128)

  /// The uses of each group of a lexicon, by its number: those of the sets it is in.
  static func ofGroups(
    _ all: GroupSet, count: Int, sets: [(GroupSet, MarkUses)], anaphors: [AnaphorKind]
  ) -> [MarkUses] {
    (0..<count).map { number in
      let group = GroupID(rawValue: UInt16(number))
      guard all.contains(group) else { return [] }
      var uses: MarkUses = .mark
      for (set, use) in sets where set.contains(group) { uses.insert(use) }
      for kind in anaphors where kind.group.contains(group) {
        uses.insert(.anaphor)
        if kind.isOpen { uses.insert(.openAnaphor) }
      }
      return uses
    }
  }
}

/// The marks of an article, by where they start.
struct MarkLayout {
  /// All marks.
  private(set) var marks: [Mark] = []
  /// Index of the longest mark that starts at a scalar, or -1.
  private(set) var markAt: [Int32]
  /// All that the marks that start at a scalar may be to rules.
  private(set) var uses: [MarkUses]
  /// Index in ``Cues/anaphors`` of the longest standing-in word that starts at a scalar, or -1.
  private(set) var anaphorAt: [Int16]

  /// Sorts what the dictionaries have in the article; looks it up where nobody kept it.
  init(_ recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues) {
    let source = recognised.article.text
    markAt = [Int32](repeating: -1, count: source.count + 1)
    uses = [MarkUses](repeating: [], count: source.count + 1)
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
    let usesOfGroup = cues.usesOfGroup
    // The hot loop of reading: plain buffers, written at the starts of matches, which lie in the text.
    markAt.withUnsafeMutableBufferPointer { markAt in
      uses.withUnsafeMutableBufferPointer { usesAt in
        for (index, match) in matches.enumerated() {
          if index + Self.ahead < matches.count {
            lexicon.expectSense(matches[index + Self.ahead].senses.lowerBound)
          }
          let start = Int(match.start)
          for index in match.senses {
            let sense = lexicon.sense(index)
            let uses = usesOfGroup[Int(sense.group.rawValue)]
            guard !uses.isEmpty else { continue }
            usesAt[start].formUnion(uses)
            if uses.contains(.anaphor) {
              anaphorAt[start] = cues.anaphorOfGroup[Int(sense.group.rawValue)]
            }
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
