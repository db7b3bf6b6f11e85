import Analytics
import ArgumentParser
import Export
import Linking
import Recognition
import TripleStore

extension TextUnit: ExpressibleByArgument {}

/// `mailuo analyze cooccurrence`
struct CoOccurrenceCommand: AnalysisCommand {
  /// What pairs are ordered by.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case g2, pmi, count
  }

  static let tableName = "cooccurrence"
  static let configuration = CommandConfiguration(
    commandName: "cooccurrence",
    abstract: "Who is named together with whom more often than by chance.",
    discussion: """
      G² is the log-likelihood ratio (Dunning 1993), p its value under χ² with one degree of \
      freedom, p_adjusted that of Benjamini and Hochberg over all pairs; pmi is in bits.
      """)

  @Option(help: "Named together in one sentence, article or document.")
  var within: TextUnit = .sentence

  @Option(name: .customLong("min"), help: "Least number of times.")
  var minimum = 1

  @Option(help: "Most telling first by g2, pmi or count.")
  var sort: Order = .g2

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { ["--within", within.rawValue, "--min", "\(minimum)"] }

  func validate() throws {
    guard minimum >= 1 else { throw ValidationError("--min must be at least 1.") }
    guard options.selected.predicates.isEmpty, options.selected.dates.days == nil else {
      throw ValidationError("Mentions have no predicate and no date; leave these options away.")
    }
  }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let selection = try options.selected.selection(in: session)
    let found = try session.store.read { snapshot in
      try MentionedTogether(snapshot, in: within) { mention in
        (selection.types.isEmpty || selection.types.contains(mention.entity.type.rawValue))
          && (selection.documents.isEmpty || selection.documents.contains(mention.document))
          && mention.score >= selection.minimumScore
      }
    }
    let ids = try session.store.read { snapshot in
      try found.terms.map { try snapshot.node($0).id }
    }
    let pairs = found.counts.pairs.filter { $0.value >= minimum }.keys.map { pair in
      (pair: pair, association: found.counts.association(pair))
    }.map { entry in (entry, key: key(entry.association)) }
    let sorted = pairs.sorted { left, right in
      if left.key != right.key { return left.key > right.key }
      return self.ids(left.0.pair, ids).lexicographicallyPrecedes(self.ids(right.0.pair, ids))
    }.map(\.0)
    let adjusted = Association.adjusted(sorted.map(\.association.pValue))
    return AnalysisResult(
      columns: Self.columns, count: sorted.count,
      notes: ["\(found.counts.units) units of text (\(within.rawValue)s) name somebody"]
    ) { index, snapshot in
      let (pair, association) = sorted[index]
      let isTurned = ids[Int(pair.second)] < ids[Int(pair.first)]
      let ends = [pair.first, pair.second].map { found.terms[Int($0)] }.reversed(isTurned)
      return try NodeRows.cells(of: ends[0], snapshot, session.labels)
        + NodeRows.cells(of: ends[1], snapshot, session.labels) + [
          .integer(association.together),
          .integer(isTurned ? association.second : association.first),
          .integer(isTurned ? association.first : association.second),
          .exact(association.expected), .exact(association.logLikelihood),
          .exact(association.mutualInformation), .exact(association.pValue),
          .exact(adjusted[index]),
        ]
    }
  }

  private func key(_ association: Association) -> Double {
    switch sort {
    case .g2: association.logLikelihood
    case .pmi: association.mutualInformation
    case .count: Double(association.together)
    }
  }

  private func ids(_ pair: CoOccurrence.Pair, _ ids: [String]) -> [String] {
    [ids[Int(pair.first)], ids[Int(pair.second)]].sorted()
  }

  private static let columns: [RowTable.Column] = [
    .machines("id"), .init("name", zh: "名称", en: "Name"), .init("type", zh: "类型", en: "Type"),
    .machines("other_id"), .init("other", zh: "另一名称", en: "Other"),
    .init("other_type", zh: "类型", en: "Type"),
    .init("together", zh: "同现", en: "Together", alignment: .right),
    .init("count", zh: "次数", en: "Count", alignment: .right),
    .init("other_count", zh: "另一次数", en: "Other count", alignment: .right),
    .init("expected", zh: "期望", en: "Expected", alignment: .right),
    .init("g2", zh: "G²", en: "G²", alignment: .right),
    .init("pmi", zh: "PMI", en: "PMI", alignment: .right),
    .init("p", zh: "p", en: "p", alignment: .right),
    .init("p_adjusted", zh: "校正 p", en: "Adjusted p", alignment: .right),
  ]
}

extension Array {
  /// The elements backwards, or as they are.
  fileprivate func reversed(_ isTurned: Bool) -> [Element] { isTurned ? reversed() : self }
}
