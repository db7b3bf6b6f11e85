import ArgumentParser
import Lexicon
import RDF

/// What can keep a command from answering: facts only, ``Message`` has the words.
enum CommandFailure: Error, Equatable {
  /// No entity has that name, alias or id.
  case noEntity(name: String, nearest: [EntityChoice])
  /// Several entities have that name or alias.
  case ambiguousEntity(name: String, choices: [EntityChoice])
  /// The program was copied away from its dictionaries.
  case noSeeds
  /// Faults in seeds or dictionaries, all of them.
  case seedFaults([SeedFault])
  /// Inputs that could not be read; the others were.
  case inputs(FailureList)
  /// A command of the system that is not installed.
  case noTool(name: String, package: String)
  /// A command of the system that failed.
  case tool(name: String, status: Int32, message: String)
  /// Documents to forget that the graph does not have.
  case noDocuments([String])
  /// No way between two entities within so many steps.
  case noPath(from: String, to: String, maximumLength: Int)
  /// A search for a way that reached its bound before it found one.
  case stoppedSearch(from: String, to: String, visited: Int)
  /// Nothing holds the text.
  case nothingFound(text: String)
  /// The graph says nothing of the kind.
  case noStatement(subject: String, predicate: String?, object: String?)
  /// A folder that an option names and that is not there.
  case noFolder(path: String)
  /// No saved query of that name; those there are.
  case noQuery(name: String, known: [String])
  /// A `--bind` that is not `name=value`.
  case malformedBinding(String)
  /// A command, or a predicate or type of the ontology, that does not exist; those that do.
  case unknownName(kind: String, name: String, known: [String])
  /// No name of the document stands there; those before and behind.
  case noMention(place: MentionPlace, nearest: [NameChoice])
  /// No document, or not the one asked about, names both ends of a statement.
  case neverTogether(subject: String, object: String, document: String?)
  /// No relation rule can say the predicate.
  case noRelationRule(predicate: String)
  /// Files of RDF that could not be read; the others were.
  case unreadableTriples([RDFReadFailure])
  /// A graph file that is not whole, and how.
  case damagedGraph(path: String, faults: [String])
  /// A text that does not hold the span asked about so many times.
  case noSpan(String, occurrences: Int, asked: Int)

  /// 1 an input failed, 2 nothing found or bad usage, 3 ambiguous.
  var exitCode: ExitCode {
    switch self {
    case .inputs, .seedFaults, .tool, .unreadableTriples, .damagedGraph: ExitCode(1)
    case .ambiguousEntity: ExitCode(3)
    default: ExitCode(2)
    }
  }
}

/// A name of a document as a message lists it.
struct NameChoice: Equatable, Sendable {
  /// First code point of the document.
  var start: Int
  /// One past the last.
  var end: Int
  /// As printed.
  var text: String
  /// Class.
  var type: String
}

/// An entity as a message lists it.
struct EntityChoice: Equatable, Sendable {
  /// Id, which names exactly one.
  var id: String
  /// Name.
  var name: String
  /// Class.
  var type: String
  /// Place or body that tells it from its namesakes.
  var distinction: String?
  /// How many statements speak of it.
  var statementCount: Int
}
