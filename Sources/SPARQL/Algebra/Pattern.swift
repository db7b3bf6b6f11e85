import RDF

/// A place of a pattern: a variable or a term.
///
/// Blank nodes of a query are variables whose names begin with `_:`; they never reach a result.
public enum Node: Sendable, Hashable {
  /// A variable, its name without `?`.
  case variable(String)
  /// A term.
  case term(Term)
  /// A triple term with a variable somewhere inside.
  indirect case triple(subject: Node, predicate: Node, object: Node)

  /// A triple term: a term, if all its parts are.
  static func tripleTerm(_ subject: Node, _ predicate: Node, _ object: Node) -> Node {
    guard case .term(let one) = subject, case .term(let link) = predicate,
      case .term(let other) = object
    else { return .triple(subject: subject, predicate: predicate, object: object) }
    return .term(.triple(RDFTriple(subject: one, predicate: link, object: other)))
  }

  /// The variable's name.
  public var variable: String? {
    if case .variable(let name) = self { return name }
    return nil
  }

  /// Variables in it, those of a triple term too.
  public var variables: [String] {
    switch self {
    case .variable(let name): [name]
    case .term: []
    case .triple(let subject, let predicate, let object):
      subject.variables + predicate.variables + object.variables
    }
  }
}

/// One pattern: subject, predicate or path, object.
public struct PathPattern: Sendable, Hashable {
  /// Where it begins.
  public let subject: Node
  /// What leads from one to the other.
  public let path: Path
  /// Where it ends.
  public let object: Node

  /// Creates a pattern.
  public init(subject: Node, path: Path, object: Node) {
    self.subject = subject
    self.path = path
    self.object = object
  }

  /// Variables in it, each once.
  public var variables: [String] {
    var names: [String] = []
    var nodes = [subject, object]
    if case .link(let node) = path { nodes.insert(node, at: 1) }
    for name in nodes.flatMap(\.variables) where !names.contains(name) { names.append(name) }
    return names
  }
}

/// A property path (https://www.w3.org/TR/sparql11-query/#propertypaths).
public indirect enum Path: Sendable, Hashable {
  /// One predicate or a variable for it.
  case link(Node)
  /// The other way round.
  case inverse(Path)
  /// One behind the other.
  case sequence(Path, Path)
  /// One or the other.
  case alternative(Path, Path)
  /// None or more: `*`.
  case zeroOrMore(Path)
  /// One or more: `+`.
  case oneOrMore(Path)
  /// None or one: `?`.
  case zeroOrOne(Path)
  /// Any predicate but these, forward or backward.
  case negated(forward: [Term], backward: [Term])
}

extension Path {
  /// None or more of a path; closures of closures are one.
  static func anyNumber(of path: Path) -> Path {
    switch path {
    case .zeroOrMore(let inner), .oneOrMore(let inner), .zeroOrOne(let inner): .zeroOrMore(inner)
    default: .zeroOrMore(path)
    }
  }

  /// One or more of a path.
  static func atLeastOne(of path: Path) -> Path {
    switch path {
    case .oneOrMore: path
    case .zeroOrMore(let inner), .zeroOrOne(let inner): .zeroOrMore(inner)
    default: .oneOrMore(path)
    }
  }

  /// None or one of a path.
  static func atMostOne(of path: Path) -> Path {
    switch path {
    case .zeroOrMore, .zeroOrOne: path
    case .oneOrMore(let inner): .zeroOrMore(inner)
    default: .zeroOrOne(path)
    }
  }
}
