import Lexicon
import NewsText
import Recognition

/// What the editors' decisions about entities come to in one document: which drafts are one, what
/// they are called, and which decision had a say.
struct LedgerCorrections {
  /// What becomes of a draft.
  struct Outcome {
    /// The draft it is one with.
    var number: Int
    /// What it is called, if otherwise.
    var name: String?
    /// The division of that name, for places.
    var division: Division?
  }

  /// All corrections.
  let book: CorrectionBook
  private let document: String
  /// What becomes of those drafts that anything becomes of.
  private(set) var outcomes: [Int: Outcome] = [:]
  /// Which corrections had a say about a draft.
  private var applied: [Int: Set<Correction>]

  /// Replays `same` and `rename` on the drafts of a document; `applied` says which others had a say.
  init(
    _ book: CorrectionBook, applied: [Int: Set<Correction>], ledger: EntityLedger,
    document: Document, gazetteer: GazetteerView
  ) {
    self.book = book
    self.document = document.id
    self.applied = applied
    var numbers: [String: Int] = [:]
    func key(_ type: EntityType, _ name: String) -> String {
      "\(type.rawValue)\u{1F}\(book.folded(name))"
    }
    for (number, draft) in ledger.drafts.enumerated().reversed() {
      numbers[key(draft.type, draft.name)] = number
    }
    for (number, draft) in ledger.drafts.enumerated() {
      let chain = book.names(insteadOf: draft.name, draft.type, in: document.id)
      if let name = chain.last?.other {
        let target = numbers[key(draft.type, name)] ?? number
        outcomes[number] = Outcome(
          number: target, name: name,
          division: draft.type == .place ? Self.division(named: name, gazetteer) : nil)
        self.applied[number, default: []].formUnion(chain)
      }
      if let separation = book.separation(of: draft.name, draft.type, in: document.id) {
        self.applied[number, default: []].insert(separation)
      }
    }
  }

  /// The only division of that name.
  private static func division(named name: String, _ gazetteer: GazetteerView) -> Division? {
    let divisions = gazetteer.divisions(named: name)
    return divisions.count == 1 ? divisions.first.map(gazetteer.division) : nil
  }

  /// The draft that `number` is one with.
  func target(of number: Int) -> Int { outcomes[number]?.number ?? number }

  /// Whether a draft's name means someone else here than elsewhere.
  func isSeparate(_ draft: EntityDraft) -> Bool {
    book.separation(of: draft.name, draft.type, in: document) != nil
  }

  /// What an id is instead, step by step.
  func ids(insteadOf id: EntityID) -> [Correction] {
    book.ids(insteadOf: id.rawValue, in: document)
  }

  /// Which corrections had a say about a draft that now has this id, in file order.
  func corrections(of number: Int, _ id: EntityID) -> [Correction] {
    let all = (applied[number] ?? []).union(book.separations(ofID: id.rawValue))
    return all.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }
}
