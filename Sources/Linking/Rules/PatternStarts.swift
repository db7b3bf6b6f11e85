import NewsText
import Recognition

/// Where patterns may begin in a sentence, found once for all of them.
struct PatternStarts {
  /// A place where a slot of names may begin.
  struct Name {
    var position: Int
    /// Bits of the types that may stand here; those of all for words that stand for a name.
    var types: UInt8
    /// Whether a clause begins here, so that its subject may be left out.
    var isLead: Bool
  }

  /// Names, words that stand for one, and beginnings of clauses.
  private(set) var names: [Name] = []
  /// What stands at each position, counted from the beginning of the sentence.
  private(set) var looks: [PositionLook] = []
  /// Where dictionary entries of interest begin.
  private(set) var marks: [Int] = []
  /// What the sentence holds, in bits of ``SentenceContents``.
  private(set) var contents: UInt8 = 0

  /// Looks through a sentence. O(length).
  mutating func find(in sentence: TextSpan, reading: ArticleReading, topics: Topics) {
    names.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    looks.removeAll(keepingCapacity: true)
    contents = 0
    var (clause, start, lead) = (-1, -1, -1)
    for position in sentence.range {
      var types: UInt8 = 0
      let mention = Int(reading.mentionAt[position])
      let isMark = reading.markAt[position] >= 0
      if mention >= 0 {
        types = reading.typeBits[mention]
      } else if reading.anaphorAt[position] >= 0
        || isMark
          && (reading.end(of: reading.cues.delegations, at: position) != nil
            || reading.end(of: reading.cues.bothSides, at: position) != nil)
      {
        types = SentenceContents.names
      }
      contents |= types
      if reading.quantityAt[position] >= 0 { contents |= SentenceContents.figure }
      if reading.timeAt[position] >= 0 { contents |= SentenceContents.date }
      if isMark, reading.end(of: reading.cues.titles, at: position) != nil {
        contents |= SentenceContents.title
      }
      looks.append(PositionLook(position, in: reading))
      // As ``Topics/isLead(_:)`` has it, one clause after the other.
      if Int(topics.clauseAt[position]) != clause {
        clause = Int(topics.clauseAt[position])
        (start, lead) =
          clause < 0 ? (-1, -1) : (topics.clauses[clause].span.start, topics.clauses[clause].lead)
      }
      let isLead = position == start || position == lead
      if types != 0 || isLead {
        names.append(Name(position: position, types: types, isLead: isLead))
      }
      if isMark { marks.append(position) }
    }
  }
}

extension EntityType {
  /// A bit of its own for each of the four built-in types, one more for all others together.
  var bit: UInt8 {
    switch self {
    case .organization: 1
    case .person: 2
    case .place: 4
    case .project: 8
    default: 16
    }
  }
}
