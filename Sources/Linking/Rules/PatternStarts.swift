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
    // Arrays of the article, taken out of it once.
    let (uses, quantityAt, timeAt) = (reading.uses, reading.quantityAt, reading.timeAt)
    let clauseAt = topics.clauseAt
    var (clause, start, lead) = (Int32(-1), -1, -1)
    for position in sentence.range {
      let use = uses[position]
      var look = PositionLook(position, in: reading, isMark: !use.isEmpty)
      if quantityAt[position] >= 0 {
        look.flags.insert(.figure)
        contents |= SentenceContents.figure
      }
      if timeAt[position] >= 0 {
        look.flags.insert(.figure)
        contents |= SentenceContents.date
      }
      if use.contains(.title) { contents |= SentenceContents.title }
      var types = look.types
      if types == 0, !use.isDisjoint(with: [.anaphor, .standsForSeveral]) {
        types = SentenceContents.names
      }
      contents |= types
      // As ``Topics/isLead(_:)`` has it, one clause after the other.
      if clauseAt[position] != clause {
        clause = clauseAt[position]
        let here = Int(clause)
        (start, lead) =
          here < 0 ? (-1, -1) : (topics.clauses[here].span.start, topics.clauses[here].lead)
      }
      let isLead = position == start || position == lead
      if types != 0 || isLead {
        names.append(Name(position: position, types: types, isLead: isLead))
      }
      if !use.isEmpty { marks.append(position) }
      looks.append(look)
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
