import Linking
import TripleStore

/// What happened, and who was spoken of, when.
///
/// A statement counts at the date it states, a mention at the date of its document. Where the date is
/// not known as exactly as the period, it counts as undated.
public struct Chronicle: Sendable {
  /// What fell into a period.
  public struct Entry: Sendable, Hashable {
    /// Statements dated in it.
    public var statements = 0
    /// Mentions in documents of it.
    public var mentions = 0
    /// Entities first seen in it.
    public var appeared = 0
    /// Entities last seen in it.
    public var disappeared = 0
  }

  /// An entity and when it was seen.
  public struct Appearance: Sendable, Hashable {
    /// The entity.
    public let entity: EntityReference
    /// First period.
    public var first: String
    /// Last period.
    public var last: String
    /// Number of different periods.
    public var periods: Set<String>
    /// Statements about it and mentions of it with a date.
    public var times: Int
  }

  /// Length of the periods.
  public let period: Period
  /// What fell into each period, by its name.
  public private(set) var entries: [String: Entry] = [:]
  /// What has no date as exact as that.
  public private(set) var undated = Entry()
  private var seen: [TermID: Appearance] = [:]

  /// Reads the statements and mentions of a graph that are accepted. Streams.
  public init(
    _ snapshot: GraphSnapshot, by period: Period,
    accepting acceptsStatement: (StatementRecord, DayRange?) -> Bool,
    mentions acceptsMention: (MentionRecord, DayRange?) -> Bool
  ) throws {
    self.period = period
    let dates = Dictionary(
      uniqueKeysWithValues: try snapshot.documents().map { document in
        (document.id, document.date.flatMap(DayRange.init(iso:)))
      })
    try snapshot.forEachStatement { statement in
      let span = DayRange(
        date: statement.qualifier("date"), from: statement.qualifier("from"),
        to: statement.qualifier("to"))
      guard acceptsStatement(statement, span) else { return }
      guard let name = span.flatMap(period.name) else {
        undated.statements += 1
        return
      }
      entries[name, default: Entry()].statements += 1
      see(statement.subject, name)
      if let object = statement.object.entity, object.term != statement.subject.term {
        see(object, name)
      }
    }
    try snapshot.forEachMention { mention in
      let span = dates[mention.document] ?? nil
      guard acceptsMention(mention, span) else { return }
      guard let name = span.flatMap(period.name) else {
        undated.mentions += 1
        return
      }
      entries[name, default: Entry()].mentions += 1
      see(mention.entity, name)
    }
    for appearance in seen.values {
      entries[appearance.first, default: Entry()].appeared += 1
      entries[appearance.last, default: Entry()].disappeared += 1
    }
  }

  private mutating func see(_ entity: EntityReference, _ name: String) {
    guard var appearance = seen.removeValue(forKey: entity.term) else {
      seen[entity.term] = Appearance(
        entity: entity, first: name, last: name, periods: [name], times: 1)
      return
    }
    appearance.first = min(appearance.first, name)
    appearance.last = max(appearance.last, name)
    appearance.periods.insert(name)
    appearance.times += 1
    seen[entity.term] = appearance
  }

  /// When each entity was seen, by first period, then name and id.
  public var appearances: [Appearance] {
    seen.values.sorted { left, right in
      left.first == right.first ? left.entity < right.entity : left.first < right.first
    }
  }
}
