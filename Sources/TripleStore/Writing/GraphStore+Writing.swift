import GRDB
import Linking
import NewsText

extension GraphStore {
  /// Puts what `analysis` says in the place of all the document said before, in one transaction.
  ///
  /// Nothing happens if the stored fingerprint is the same. Throws ``StoreError``; the graph is
  /// then as it was.
  @discardableResult
  public func replaceStatements(
    of document: Document, with analysis: DocumentAnalysis, fingerprint: String
  ) throws -> ReplacementOutcome {
    var analysis = analysis
    analysis.document = document
    let outcomes = try replaceStatements(of: [
      AnalysedDocument(analysis: analysis, fingerprint: fingerprint)
    ])
    return outcomes.first ?? .unchanged
  }

  /// The same for many documents in one transaction; outcomes in the order given.
  ///
  /// Evidence of the documents is replaced exactly: statements, entities, names and terms no
  /// document supports any longer are gone at its end. A document id that occurs twice counts as
  /// its last occurrence.
  @discardableResult
  public func replaceStatements(of documents: [AnalysedDocument]) throws -> [ReplacementOutcome] {
    for document in documents { try document.validate() }
    return try change { database, terms, doubts in
      let writer = try DocumentWriter(database, terms: terms, folding: self.folding)
      let removal = try DocumentRemoval(database)
      let known = try Command(database, "SELECT id, fingerprint FROM document WHERE name = ?")
      return try documents.map { document in
        var stored: (row: Int64, fingerprint: String)?
        try known.bind(document.analysis.document.id).rows {
          stored = ($0.integer(0), $0.text(1) ?? "")
        }
        if let stored {
          let isSame = ByteText(stored.fingerprint) == ByteText(document.fingerprint)
          guard !isSame else { return .unchanged }
          try removal.remove(stored.row, doubts: &doubts)
        }
        try writer.write(document, doubts: &doubts)
        return stored == nil ? .added : .replaced
      }
    }
  }

  /// Takes documents out as if never read, in one transaction. Returns those the graph knew, in
  /// the order given.
  @discardableResult
  public func forget(_ documentIDs: [String]) throws -> [String] {
    try change { database, _, doubts in
      let removal = try DocumentRemoval(database)
      let known = try Command(database, "SELECT id FROM document WHERE name = ?")
      return try documentIDs.filter { id in
        guard let row = try known.bind(id).integer() else { return false }
        try removal.remove(row, doubts: &doubts)
        return true
      }
    }
  }

  /// One transaction: `body`, then pruning and the index of names.
  private func change<Value>(
    _ body: (Database, TermDictionary, inout Doubts) throws -> Value
  ) throws -> Value {
    guard let pool = connections.writer else { throw StoreError.readOnly(path: path) }
    return try StoreError.translating(path: path) {
      try pool.write { database in
        let terms = try TermDictionary(database)
        var doubts = Doubts()
        let value = try body(database, terms, &doubts)
        try Pruning(database, terms: terms, folding: self.folding).prune(doubts)
        return value
      }
    }
  }
}
