import Linking
import NewsText
import TripleStore

/// What entities are counted as occurring together in.
public enum TextUnit: String, Sendable, CaseIterable {
  /// A sentence, or what stands between blank lines where there is no stop.
  case sentence
  /// An article of a page.
  case article
  /// A document.
  case document
}

/// Who is mentioned together with whom.
public struct MentionedTogether: Sendable {
  /// Term of each thing counted.
  public let terms: [TermID]
  /// The counts.
  public let counts: CoOccurrence

  /// Counts the mentions that `accepts` lets through. Streams documents; memory grows with the
  /// number of different pairs.
  public init(
    _ snapshot: GraphSnapshot, in unit: TextUnit, accepting accepts: (MentionRecord) -> Bool
  ) throws {
    var numbers: [TermID: UInt32] = [:]
    var terms: [(TermID, id: String)] = []
    var units: [Set<UInt32>] = []
    var reader = UnitReader(snapshot, unit: unit)
    var current: (document: String, place: Int)?
    var things: Set<UInt32> = []
    try snapshot.forEachMention { mention in
      guard accepts(mention) else { return }
      let place = try reader.place(of: mention)
      if current.map({ $0.document != mention.document || $0.place != place }) ?? true {
        units.append(things)
        things = []
        current = (mention.document, place)
      }
      let number = numbers[mention.entity.term] ?? UInt32(terms.count)
      if number == terms.count {
        numbers[mention.entity.term] = number
        terms.append((mention.entity.term, mention.entity.id.rawValue))
      }
      things.insert(number)
    }
    units.append(things)
    var counts = CoOccurrence(count: terms.count)
    for things in units { counts.add(things) }
    self.terms = terms.map(\.0)
    self.counts = counts
  }
}

/// Finds the unit of a mention; keeps the document it is at.
private struct UnitReader {
  let snapshot: GraphSnapshot
  let unit: TextUnit
  private var document: String?
  /// Where sentences begin, ascending.
  private var starts: [Int] = []

  init(_ snapshot: GraphSnapshot, unit: TextUnit) {
    self.snapshot = snapshot
    self.unit = unit
  }

  mutating func place(of mention: MentionRecord) throws -> Int {
    switch unit {
    case .document: return 0
    case .article: return mention.article
    case .sentence:
      if document != mention.document {
        document = mention.document
        starts = try snapshot.articles(of: mention.document).flatMap(UnitReader.starts).sorted()
      }
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= mention.span.start { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// A sentence begins behind 。！？ and what closes with them, and behind a blank line.
  private static func starts(of article: ArticleRecord) -> [Int] {
    var starts = [article.span.start]
    var hasEnded = false
    var previous: Unicode.Scalar?
    for (offset, scalar) in article.text.unicodeScalars.enumerated() {
      if "。！？!?".unicodeScalars.contains(scalar) || (scalar == "\n" && previous == "\n") {
        hasEnded = true
      } else if hasEnded, !"”’」』）)》\n\r ".unicodeScalars.contains(scalar) {
        starts.append(article.span.start + offset)
        hasEnded = false
      }
      previous = scalar
    }
    return starts
  }
}
