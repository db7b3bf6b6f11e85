import Export
import Foundation
import Lexicon
import Linking
import NewsText
import Querying
import Recognition
import TripleStore

/// The question why no rule says 'A PREDICATE B', and its answer.
struct MissedStatement {
  /// Name or id of the subject.
  let subject: String
  /// Name or label of the predicate.
  let predicate: String
  /// Name or id of the object.
  let object: String
  /// A text to look in, instead of the graph.
  let text: String?
  /// A document of the graph to look in, instead of all.
  let document: String?
  /// Most rules shown.
  let limit: Int

  /// Answers on the console.
  func answer(_ session: SessionOptions, on console: Console, as rows: RowOptions) throws {
    let lexicon = try session.seeds.lexicon()
    let labels = OntologyLabels(ontology: lexicon.ontology)
    let known = try labels.knownPredicate(predicate)
    let isSymmetric = lexicon.ontology.predicate(known.rawValue)?.isSymmetric ?? false
    let analyser = try session.seeds.translatingFaults { try NewsAnalyser(lexicon: lexicon) }
    guard !analyser.relationRules(of: known).isEmpty else {
      throw CommandFailure.noRelationRule(predicate: known.rawValue)
    }
    let found =
      try text.map { obstacles(in: $0, known, isSymmetric, analyser, lexicon) }
      ?? obstacles(ofGraph: try session.open(), known, isSymmetric, analyser)
    guard !found.isEmpty else {
      throw CommandFailure.neverTogether(
        subject: subject, object: object, document: text == nil ? document : "text")
    }
    // Each rule once, where it came nearest.
    var seen: Set<String> = []
    let nearest = found.filter { seen.insert($0.obstacle.rule).inserted }.prefix(limit)
    let answer = MissedStatementRows(obstacles: Array(nearest))
    guard rows.format == .table else { return try console.print(answer.table, as: rows) }
    let lines = nearest.map {
      answer.lines(for: $0, in: rows.lang, console.outputTerminal).map { $0 + "\n" }.joined()
    }
    try console.print(lines.joined(separator: "\n"))
  }

  /// The question to a document; of a symmetric predicate either end may be the subject.
  private static func question(
    _ predicate: PredicateName, _ isSymmetric: Bool,
    isSubject: @escaping @Sendable (Entity) -> Bool, isObject: @escaping @Sendable (Entity) -> Bool
  ) -> StatementQuestion {
    guard isSymmetric else {
      return StatementQuestion(predicate, isSubject: isSubject, isObject: isObject)
    }
    let isEither: @Sendable (Entity) -> Bool = { isSubject($0) || isObject($0) }
    return StatementQuestion(predicate, isSubject: isEither, isObject: isEither)
  }

  /// What kept the rules from it in a text; the ends are told by their names there, or parts of them.
  private func obstacles(
    in text: String, _ predicate: PredicateName, _ isSymmetric: Bool, _ analyser: NewsAnalyser,
    _ lexicon: Lexicon
  ) -> [DocumentObstacle] {
    let folding = NameFolding(lexicon)
    let forms = (folding.formText(of: subject), folding.formText(of: object))
    let question = Self.question(predicate, isSymmetric) { entity in
      entity.aliases.contains { folding.formText(of: $0).contains(forms.0) }
    } isObject: { entity in
      entity.aliases.contains { folding.formText(of: $0).contains(forms.1) }
    }
    let document = Document(id: "text", text: text)
    return analyser.obstacles(to: question, in: document).map {
      DocumentObstacle(document: document.id, obstacle: $0)
    }
  }

  /// The same in the documents of a graph that name both.
  private func obstacles(
    ofGraph session: GraphSession, _ predicate: PredicateName, _ isSymmetric: Bool,
    _ analyser: NewsAnalyser
  ) throws -> [DocumentObstacle] {
    let ends = (try session.entity(subject), try session.entity(object))
    if let document, try session.document(document) == nil {
      throw CommandFailure.noDocuments([document])
    }
    let documents = try session.store.read { snapshot in
      let places = (try snapshot.mentions(of: ends.0.term), try snapshot.mentions(of: ends.1.term))
      return Set(places.0.map(\.document)).intersection(places.1.map(\.document))
    }
    let ids = (ends.0.id, ends.1.id)
    let question = Self.question(predicate, isSymmetric) {
      $0.id == ids.0
    } isObject: {
      $0.id == ids.1
    }
    var found: [DocumentObstacle] = []
    for id in documents.sorted() where document == nil || document == id {
      guard let text = try session.document(id) else { continue }
      found += analyser.obstacles(to: question, in: text).map {
        DocumentObstacle(document: id, obstacle: $0)
      }
    }
    // Nearest first; of equals the order of documents and places stays.
    return found.enumerated().sorted { left, right in
      left.element.obstacle.rank != right.element.obstacle.rank
        ? left.element.obstacle.rank > right.element.obstacle.rank : left.offset < right.offset
    }.map(\.element)
  }
}

/// What kept a rule from a statement, with the document.
struct DocumentObstacle {
  /// Document.
  let document: String
  /// What it was.
  let obstacle: StatementObstacle
}
