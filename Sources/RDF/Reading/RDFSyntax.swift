import CSerd

/// Ways to write RDF that can be read.
public enum RDFSyntax: String, Sendable, CaseIterable {
  /// N-Triples.
  case nTriples = "nt"
  /// Turtle.
  case turtle = "ttl"
  /// N-Quads.
  case nQuads = "nq"
  /// TriG.
  case triG = "trig"

  /// The syntax a file's name tells, `.gz` at its end apart; `nil` if it tells none.
  public init?(path: String) {
    let name = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
    guard let stop = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: name[name.index(after: stop)...].lowercased())
  }

  var serd: SerdSyntax {
    switch self {
    case .nTriples: SERD_NTRIPLES
    case .turtle: SERD_TURTLE
    case .nQuads: SERD_NQUADS
    case .triG: SERD_TRIG
    }
  }
}

/// A file that could not be read as RDF.
public struct RDFReadFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path.
  public let path: String
  /// Line from 1; 0 where the whole file is meant.
  public let line: Int
  /// Column from 1; 0 where none is meant.
  public let column: Int
  /// What is wrong, without a full stop.
  public let message: String

  /// Creates a failure.
  public init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`
  public var description: String {
    line > 0 ? "\(path):\(line):\(column): \(message)" : "\(path): \(message)"
  }
}

/// A term as a reader hands it over: bytes that hold only while it is looked at.
public struct TermBytes {
  /// What a term is.
  public enum Kind: UInt8 {
    case iri, blank, plain, language, typed
    /// A triple term, its text as N-Triples writes it.
    case triple
  }
  /// What it is.
  public let kind: Kind
  /// Whether it is a literal of any kind.
  public var isLiteral: Bool { kind != .iri && kind != .blank }
  /// IRI, label or lexical form.
  public let text: UnsafeBufferPointer<UInt8>
  /// Language tag or IRI of the datatype; empty for the others.
  public let tag: UnsafeBufferPointer<UInt8>

  /// The term, copied.
  public var term: Term {
    let text = String(decoding: text, as: UTF8.self)
    switch kind {
    case .iri: return .iri(text)
    case .blank: return .blank(text)
    case .plain: return .string(text)
    case .language: return .literal(Literal(text, tag: String(decoding: tag, as: UTF8.self)))
    case .typed: return .typed(text, String(decoding: tag, as: UTF8.self))
    case .triple: return NTriplesLine.term(text)
    }
  }
}
