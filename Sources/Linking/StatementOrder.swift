/// The order of a document's statements, and which of two readings of one passage stays.
enum StatementOrder {
  /// What two rules may read in the same passage.
  private struct Claim: Hashable {
    let subject: EntityID
    let predicate: PredicateName
    let object: StatementObject
    /// 文, 图, 摄: another kind is another deed.
    let kind: String?

    init(_ statement: Statement) {
      subject = statement.subject
      predicate = statement.predicate
      object = statement.object
      kind = statement.qualifiers.first { $0.name == "kind" }?.value
    }
  }

  /// The statements by evidence, then subject, predicate and object; of those that say the same of
  /// one passage, the fullest and best scored.
  ///
  /// 「调研了甲公司」 read by two rules is one piece of evidence. A statement whose qualifiers all stand
  /// in another's (visited 甲公司 beside visited 甲公司 date 2025) gives way to it; two that contradict
  /// each other both stay, and so do works of two kinds: she who wrote 文 and took 图 did both.
  /// O(n log n), and quadratic only in readings of one claim in one passage.
  static func ordered(_ statements: [Statement]) -> [Statement] {
    // Numbers are sorted, not the statements themselves.
    let order = statements.indices.sorted { precedes(statements[$0], statements[$1]) }
    var result: [Statement] = []
    result.reserveCapacity(statements.count)
    var start = order.startIndex
    while start < order.endIndex {
      let span = statements[order[start]].evidence.span
      let end = order[start...].firstIndex { statements[$0].evidence.span != span }
      let passage = order[start..<(end ?? order.endIndex)]
      result += kept(passage.map { statements[$0] })
      start = passage.endIndex
    }
    return result
  }

  /// The readings of one passage without those that another makes superfluous, in their order.
  private static func kept(_ readings: [Statement]) -> [Statement] {
    guard readings.count > 1 else { return readings }
    var groups: [Claim: [Int]] = [:]
    for (index, reading) in readings.enumerated() {
      groups[Claim(reading), default: []].append(index)
    }
    return readings.indices.filter { index in
      !groups[Claim(readings[index]), default: []].contains { other in
        other != index && isSuperfluous(index, beside: other, in: readings)
      }
    }.map { readings[$0] }
  }

  /// Whether `other` says all that `index` says. Of two that say exactly the same the better scored
  /// stays, then the one that comes first.
  private static func isSuperfluous(_ index: Int, beside other: Int, in readings: [Statement])
    -> Bool
  {
    let (one, two) = (readings[index], readings[other])
    if one.qualifiers == two.qualifiers {
      return one.evidence.score == two.evidence.score
        ? other < index : two.evidence.score > one.evidence.score
    }
    return Set(one.qualifiers).isSubset(of: two.qualifiers)
  }

  /// By evidence, then predicate, subject, object, qualifiers, rule, score.
  private static func precedes(_ left: Statement, _ right: Statement) -> Bool {
    let spans = (left.evidence.span, right.evidence.span)
    if spans.0 != spans.1 { return spans.0 < spans.1 }
    if left.predicate != right.predicate { return left.predicate < right.predicate }
    if left.subject != right.subject { return left.subject < right.subject }
    let objects = (text(left.object), text(right.object))
    if objects.0 != objects.1 { return objects.0.precedesInUTF8(objects.1) }
    if left.qualifiers != right.qualifiers {
      return left.qualifiers.lexicographicallyPrecedes(right.qualifiers)
    }
    if left.evidence.rule != right.evidence.rule {
      return left.evidence.rule.precedesInUTF8(right.evidence.rule)
    }
    return left.evidence.score > right.evidence.score
  }

  private static func text(_ object: StatementObject) -> String {
    switch object {
    case .entity(let id): id.rawValue
    case .literal(let text): text
    }
  }
}
