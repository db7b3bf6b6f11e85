import Analytics
import ArgumentParser
import Export
import Lexicon
import Linking
import Recognition
import TripleStore

/// Which part of a graph is measured.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: "Only entities of this type, a name of the ontology or an IRI; may be repeated.")
  var types: [String] = []

  @Option(
    name: .customLong("predicate"),
    help: "Only this predicate, a name of the ontology or an IRI; may be repeated.")
  var predicates: [String] = []

  @Option(
    name: .customLong("document"),
    help: ArgumentHelp(
      "Only what this document, or named graph, says; may be repeated.", valueName: "id"))
  var documents: [String] = []

  @OptionGroup var dates: DayOptions

  @Option(
    help: ArgumentHelp("Only what was read with this score or a better one.", valueName: "0…1"))
  var minScore = 0.0

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score must lie between 0 and 1.")
    }
  }

  /// The selection, its names checked against the ontology, and IRIs and documents against the graph.
  func selection(in session: GraphSession) throws -> NetworkSelection {
    var selection = NetworkSelection()
    selection.minimumScore = minScore
    selection.documents = Set(documents)
    if let days = dates.days {
      selection.acceptsDates = { date, from, to in
        DayRange(date: date, from: from, to: to)?.overlaps(days) ?? false
      }
    }
    try session.store.read { snapshot in
      for name in types {
        let isIRI = name.contains(":")
        if isIRI, try !snapshot.unknown([name], among: .type).isEmpty {
          throw CommandFailure.unknownName(
            kind: "type", name: name, known: session.labels.ontology.types.map(\.name))
        }
        selection.types.insert(isIRI ? name : try session.labels.knownType(name).rawValue)
      }
      for name in predicates {
        let isIRI = name.contains(":")
        if isIRI, try !snapshot.unknown([name], among: .predicate).isEmpty {
          throw CommandFailure.unknownName(
            kind: "predicate", name: name, known: session.labels.ontology.predicates.map(\.name))
        }
        selection.predicates.insert(isIRI ? name : try session.labels.knownPredicate(name).rawValue)
      }
      let unknown = try snapshot.unknown(selection.documents, among: .document)
      guard unknown.isEmpty else { throw CommandFailure.noDocuments(unknown) }
    }
    return selection
  }
}

/// What becomes of several links between two nodes.
enum LinkWeights: String, CaseIterable, ExpressibleByArgument {
  /// They count as one.
  case none
  /// They weigh as much as there are predicates.
  case predicates
  /// They weigh as much as places they were read in.
  case evidence

  var parallel: CompactGraph.ParallelLinks { self == .none ? .collapsed : .summed }
  var loaded: LoadedNetwork.Weights { self == .evidence ? .evidence : .triples }
}

/// Options of every `mailuo analyze` command.
struct AnalysisOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Most rows to print; 0 for all.", valueName: "number"))
  var maxRows = 50

  @Flag(help: "Also keep all rows in the graph file, as table analysis_NAME (docs/SCHEMA.md).")
  var write = false

  @OptionGroup var selected: SelectionOptions
  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard maxRows >= 0 else { throw ValidationError("--max-rows must not be negative.") }
  }
}
