import Lexicon
import Linking
import Logging
import NewsText
import TripleStore

/// One build: documents in, a graph that holds what they say.
struct GraphBuild {
  /// What became of the documents.
  struct Outcome: Equatable {
    /// New to the graph.
    var added = 0
    /// Known, but different now.
    var changed = 0
    /// Known and the same.
    var unchanged = 0
    /// All that could be read.
    var documents: Int { added + changed + unchanged }
  }

  private let store: GraphStore
  private let seeds: UInt64
  private let logger: Logger
  private(set) var outcome = Outcome()
  private var batch: [AnalysedDocument] = []
  private var batchSize = 0

  private var batchCodePoints = 0

  /// Documents of a transaction, and mentions and statements after which it is closed early.
  private static let (documentsInBatch, recordsInBatch) = (64, 20_000)
  /// Text after which it is closed early.
  private static let codePointsInBatch = 1_000_000

  /// Grows `store` with what is read under these seeds.
  init(store: GraphStore, lexicon: Lexicon, logger: Logger) {
    self.store = store
    self.logger = logger
    seeds = lexicon.fingerprint
  }

  /// Equal for equal text, metadata, seeds and version: then nothing has to be read again.
  func fingerprint(of document: Document) -> String {
    let numbers = [document.fingerprint, seeds].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return numbers.joined() + "-\(Version.analysis)"
  }

  /// Whether the document has to be read; counts it if not.
  mutating func needsReading(_ document: Document) throws -> Bool {
    guard try store.fingerprint(ofDocument: document.id) == fingerprint(of: document) else {
      return true
    }
    outcome.unchanged += 1
    return false
  }

  /// Takes what was read in a document; stores it together with others.
  mutating func add(_ analysis: DocumentAnalysis) throws {
    batch.append(
      AnalysedDocument(
        analysis: analysis, fingerprint: fingerprint(of: analysis.document)))
    batchSize += analysis.mentions.count + analysis.statements.count
    batchCodePoints += analysis.document.scalars.count
    guard
      batch.count >= Self.documentsInBatch || batchSize >= Self.recordsInBatch
        || batchCodePoints >= Self.codePointsInBatch
    else { return }
    try storeBatch()
  }

  /// Stores what is waiting, in one transaction.
  mutating func storeBatch() throws {
    guard !batch.isEmpty else { return }
    for outcome in try store.replaceStatements(of: batch) {
      switch outcome {
      case .added: self.outcome.added += 1
      case .replaced: self.outcome.changed += 1
      case .unchanged: self.outcome.unchanged += 1
      }
    }
    logger.debug(
      "batch stored", metadata: ["documents": "\(batch.count)", "records": "\(batchSize)"])
    batch.removeAll(keepingCapacity: true)
    batchSize = 0
    batchCodePoints = 0
  }
}
