import GRDB

/// Terms of a file on its way into an empty graph, not written yet: when all is read, each row is
/// written once, with what it is shown as.
struct StagedTerms {
  /// Row of the first: an empty graph has the built-in predicates.
  private static let first = BuiltInPredicate.last + 1

  private let limits: ImportLimits
  private var kinds: [UInt32] = []
  private var ends: [UInt32] = [0]
  private var bytes: [UInt8] = []
  /// Of each term its only type or name; 0 for none.
  private var types: [UInt32] = []
  private var names: [UInt32] = []
  /// In place of a type or name: the triples must be asked.
  private static let unsettled = UInt32.max

  /// Nothing yet.
  init(limits: ImportLimits) { self.limits = limits }

  /// Whether there is no room for more.
  var isFull: Bool {
    kinds.count >= limits.waitingTerms || bytes.count >= limits.waitingBytes
  }

  /// Adds a term; its row.
  mutating func append(_ kind: Int64, _ value: String) -> Int64 {
    kinds.append(UInt32(truncatingIfNeeded: kind))
    bytes.append(contentsOf: (value.utf8.contains(0) ? value.withoutZeros : value).utf8)
    ends.append(UInt32(bytes.count))
    return StagedTerms.first + Int64(kinds.count - 1)
  }

  /// Kind and value of the term in that row, if it is here.
  func term(_ row: UInt32) -> (kind: Int64, value: String)? {
    guard let place = place(row) else { return nil }
    return (Int64(kinds[place]), String(decoding: bytes[range(place)], as: UTF8.self))
  }

  /// Takes from triples, sorted by subject, what their subjects are shown as; `names` are the
  /// predicates of names.
  mutating func show(_ triples: [TripleBuffer.Entry], names predicates: Set<Int64>) {
    types = [UInt32](repeating: 0, count: kinds.count)
    names = [UInt32](repeating: 0, count: kinds.count)
    // Bits are tested, not hashed: there are as many tests as triples.
    var isName = [Bool](repeating: false, count: Int(predicates.max() ?? 0) + 1)
    for predicate in predicates { isName[Int(predicate)] = true }
    for triple in triples {
      let predicate = Int(triple.predicate)
      let isType = predicate == Int(BuiltInPredicate.type.rawValue)
      guard isType || predicate < isName.count && isName[predicate],
        let place = place(UInt32(triple.subject))
      else { continue }
      if isType {
        StagedTerms.note(triple.object, in: &types[place])
      } else {
        let isShort = self.place(triple.object).map {
          range($0).count <= ShownTables.longestName
        }
        StagedTerms.note(
          isShort ?? false ? triple.object : StagedTerms.unsettled, in: &names[place])
      }
    }
  }

  private static func note(_ object: UInt32, in known: inout UInt32) {
    known = known == 0 || known == object ? object : unsettled
  }

  /// Writes all terms, of resources (`isResource`, by kind) with what ``show(_:names:)`` found. Without
  /// that nothing is said of how they are shown.
  func write(to database: Database, isResource: (Int64) -> Bool) throws {
    let insert = try Command(
      database, "INSERT INTO term (id, kind, value, shown_name) VALUES (?, ?, ?, ?)")
    let shown = try ShownTerms(database)
    try bytes.withUnsafeBufferPointer { bytes in
      func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range(place)])
      }
      for place in kinds.indices {
        let row = StagedTerms.first + Int64(place)
        let kind = Int64(kinds[place])
        let isSettled =
          place < types.count && types[place] != StagedTerms.unsettled
          && names[place] != StagedTerms.unsettled && isResource(kind)
        try shown.set(isSettled ? Int64(types[place]) : nil, of: row)
        try insert.bind(row).bind(kind).bind(lasting: text(place))
          .bind(lasting: isSettled ? self.place(names[place]).map(text) : nil).run()
      }
    }
    try shown.flush()
  }

  private func place(_ row: UInt32) -> Int? {
    let place = Int(row) - Int(StagedTerms.first)
    return kinds.indices.contains(place) ? place : nil
  }

  private func range(_ place: Int) -> Range<Int> { Int(ends[place])..<Int(ends[place + 1]) }
}
