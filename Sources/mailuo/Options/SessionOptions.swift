import Export
import Recognition
import Linking
import NewsText
import ArgumentParser
import Foundation
import Lexicon
import Querying
import TripleStore

/// Options of every command that asks a graph.
struct SessionOptions: ParsableArguments {
  @OptionGroup var graph: GraphOptions
  @OptionGroup var seeds: SeedOptions

  /// Opens the graph for reading, with the labels of the ontology.
  func open() throws -> GraphSession {
    let lexicon = try seeds.lexicon()
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: graph.graph), access: .read, folding: NameFolding(lexicon))
    return GraphSession(store: store, lexicon: lexicon)
  }
}

extension NameFolding {
  /// Names are compared as the lexicon compares them, across simplified and traditional writing,
  /// and read as it reads them.
  init(_ lexicon: Lexicon) {
    self.init(
      fingerprint: lexicon.namesFingerprint, readings: { lexicon.readings(of: $0) },
      fold: { lexicon.folded($0) })
  }
}

/// An open graph and what is needed to show it.
struct GraphSession {
  /// The graph.
  let store: GraphStore
  /// Questions to it.
  let queries: GraphQueries
  /// Words for types and predicates.
  let labels: OntologyLabels

  /// What documents are read with.
  let lexicon: Lexicon

  /// Asks `store`.
  init(store: GraphStore, lexicon: Lexicon) {
    self.store = store
    self.lexicon = lexicon
    queries = GraphQueries(store: store)
    labels = OntologyLabels(ontology: lexicon.ontology)
  }

  /// A stored document, put together from its articles; `nil` if the graph has none of that id.
  func document(_ id: String) throws -> Document? {
    try store.read { snapshot in
      guard try snapshot.document(id) != nil else { return nil }
      return NameExplainer.document(try snapshot.articles(of: id), id)
    }
  }

  /// The predicate of that name or label; else that of an imported one, whole or its end.
  func predicate(_ name: String) throws -> PredicateName {
    if let known = labels.predicate(called: name) { return known }
    let imported = try store.read { try $0.importedPredicates() }
    let meant = imported.filter { $0.rawValue == name || IRIText.end(of: $0.rawValue) == name }
    if let only = meant.first, meant.count == 1 { return only }
    throw CommandFailure.unknownName(
      kind: "predicate", name: name,
      known: meant.isEmpty
        ? labels.predicateNames + imported.map(\.rawValue) : meant.map(\.rawValue))
  }

  /// The type of that name or label; else that of an imported one, whole or its end.
  func type(_ name: String) throws -> EntityType {
    if let known = labels.type(called: name) { return known }
    let imported = try store.read { try $0.importedTypes() }
    let meant = imported.filter { $0.rawValue == name || IRIText.end(of: $0.rawValue) == name }
    if let only = meant.first, meant.count == 1 { return only }
    throw CommandFailure.unknownName(
      kind: "type", name: name,
      known: meant.isEmpty ? labels.typeNames + imported.map(\.rawValue) : meant.map(\.rawValue))
  }

  /// Whom the argument of a command means; says whom it might mean otherwise.
  func entity(_ name: String) throws -> EntityReference {
    switch try queries.resolve(name) {
    case .entity(let entity): return entity
    case .ambiguous(let candidates):
      throw CommandFailure.ambiguousEntity(name: name, choices: candidates.map(EntityChoice.init))
    case .unknown(let nearest):
      throw CommandFailure.noEntity(name: name, nearest: nearest.map(EntityChoice.init))
    }
  }
}

extension EntityChoice {
  /// A candidate as a message lists it.
  init(_ candidate: EntityCandidate) {
    self.init(
      id: candidate.entity.id.rawValue, name: candidate.entity.name,
      type: candidate.entity.type.rawValue, distinction: candidate.place,
      statementCount: candidate.statements)
  }
}
