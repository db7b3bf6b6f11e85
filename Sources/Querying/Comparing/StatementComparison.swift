import Linking
import TripleStore

/// Finds the statements that differ between two graphs.
///
/// A statement's id changes with its qualifiers. So of what is lost and gained those are put
/// together that say the same thing differently: the same subject, predicate and object with other
/// qualifiers, the same figure with another value.
struct StatementComparison {
  /// By subject, predicate, object and qualifiers.
  private(set) var changes: [GraphDifference.StatementChange] = []
  private let sameEntities: [EntityID: EntityID]

  /// What statements must have in common to be one that changed.
  private struct Topic: Hashable {
    let subject: EntityID
    let predicate: PredicateName
    let object: String
  }

  init(
    from old: GraphSnapshot, to new: GraphSnapshot, sameEntities: [EntityID: EntityID]
  ) throws {
    self.sameEntities = sameEntities
    let (lostIDs, gainedIDs) = Self.differing(try old.statementIDs(), try new.statementIDs())
    var lost = try lostIDs.compactMap(old.statement)
    var gained = try gainedIDs.compactMap(new.statement)
    var pairs: [(old: StatementRecord, new: StatementRecord)] = []
    // First what is the same but for ids of entities, then the same object, then the same figure.
    pairs += Self.pair(&lost, &gained) { self.topic($0, isWhole: true) }
    pairs += Self.pair(&lost, &gained) { self.topic($0, isWhole: false) }
    for (before, after) in pairs {
      let details = GraphDifference.details(Self.fields(of: before), Self.fields(of: after))
      guard !details.isEmpty else { continue }
      changes.append(
        .init(
          kind: .changed, old: before, new: after, details: details,
          evidence: try new.evidence(of: after.id).first))
    }
    changes += try lost.map {
      .init(
        kind: .lost, old: $0, new: nil, details: [], evidence: try old.evidence(of: $0.id).first)
    }
    changes += try gained.map {
      .init(
        kind: .gained, old: nil, new: $0, details: [], evidence: try new.evidence(of: $0.id).first)
    }
    changes.sort(by: Self.precedes)
  }

  /// Ids of sorted lists that only one has.
  private static func differing(
    _ old: [StatementID], _ new: [StatementID]
  ) -> (lost: [StatementID], gained: [StatementID]) {
    let (before, after) = (Set(old), Set(new))
    return (old.filter { !after.contains($0) }, new.filter { !before.contains($0) })
  }

  /// Predicates of which a subject has one value at a time, besides figures.
  private static let singleValued: Set<String> = ["status", "startDate", "endDate", "foundedOn"]
  /// Statements of one topic that are compared with one another; no topic of a news text has more.
  private static let mostOfTopic = 200

  /// What a statement is about. A whole topic holds the object; otherwise a figure's is its name and
  /// date, and there is none where a subject may have several values.
  private func topic(_ statement: StatementRecord, isWhole: Bool) -> Topic {
    let subject = sameEntities[statement.subject.id] ?? statement.subject.id
    let object: String
    switch statement.object {
    case .entity(let entity): object = (sameEntities[entity.id] ?? entity.id).rawValue
    case .literal(let text):
      let isFigure = statement.predicate == .metric
      if isWhole || !(isFigure || Self.singleValued.contains(statement.predicate.rawValue)) {
        object = "=" + text
      } else {
        let parts = [statement.qualifier("name"), isFigure ? statement.qualifier("date") : nil]
        object = "#" + parts.map { $0 ?? "" }.joined(separator: "\u{1F}")
      }
    }
    return Topic(subject: subject, predicate: statement.predicate, object: object)
  }

  /// Takes pairs of one topic out of both lists: those with most in common first.
  private static func pair(
    _ lost: inout [StatementRecord], _ gained: inout [StatementRecord],
    by topic: (StatementRecord) -> Topic
  ) -> [(old: StatementRecord, new: StatementRecord)] {
    let candidates = Dictionary(grouping: gained, by: topic)
    var taken: (old: Set<StatementID>, new: Set<StatementID>) = ([], [])
    var pairs: [(StatementRecord, StatementRecord)] = []
    for (key, statements) in Dictionary(grouping: lost, by: topic) {
      var ranked = statements.prefix(mostOfTopic).flatMap { old in
        (candidates[key] ?? []).prefix(mostOfTopic).map {
          (old: old, new: $0, common: common(old, $0))
        }
      }
      ranked.sort { left, right in
        left.common != right.common
          ? left.common > right.common
          : (left.old.id.rawValue, left.new.id.rawValue)
            < (right.old.id.rawValue, right.new.id.rawValue)
      }
      for (old, new, _) in ranked where !taken.old.contains(old.id) && !taken.new.contains(new.id) {
        taken.old.insert(old.id)
        taken.new.insert(new.id)
        pairs.append((old, new))
      }
    }
    lost.removeAll { taken.old.contains($0.id) }
    gained.removeAll { taken.new.contains($0.id) }
    return pairs
  }

  /// How many qualifiers two statements share.
  private static func common(_ left: StatementRecord, _ right: StatementRecord) -> Int {
    Set(left.qualifiers).intersection(right.qualifiers).count
      + (left.object.text == right.object.text ? 1 : 0)
  }

  /// The fields that may differ: qualifiers and a literal's value.
  private static func fields(of statement: StatementRecord) -> [(field: String, value: String)] {
    var fields = statement.qualifiers.map { (field: $0.name, value: $0.value) }
    if case .literal(let text) = statement.object { fields.append(("value", text)) }
    return fields
  }

  private static func precedes(
    _ left: GraphDifference.StatementChange, _ right: GraphDifference.StatementChange
  ) -> Bool {
    guard let before = left.new ?? left.old, let after = right.new ?? right.old else {
      return false
    }
    if before.subject != after.subject, before.subject.id != after.subject.id {
      return before.subject < after.subject
    }
    if before.id == after.id { return left.kind.rawValue < right.kind.rawValue }
    return StatementRecord.precedes(before, after, seen: .out)
  }
}
