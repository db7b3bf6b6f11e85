import Foundation
import RDF
import SPARQL
import TripleStore

/// A question kept in a file: SPARQL, with its words and parameters. The format is in
/// `docs/SCHEMA.md`.
public struct SavedQuery: Sendable, Hashable {
  /// A parameter of the question: a variable that is given a value before the query is asked.
  public struct Parameter: Sendable, Hashable {
    /// Type of the value.
    public enum Kind: String, Sendable, CaseIterable {
      /// Any text.
      case text
      /// A whole number.
      case integer
      /// A number.
      case real
      /// An IRI, with or without its brackets.
      case iri
    }
    /// Name of the variable.
    public let name: String
    /// Type.
    public let kind: Kind
    /// Value when none is bound; `nil` when one must be.
    public let defaultValue: Term?
  }

  /// File name without extension.
  public let name: String
  /// The question in Chinese; empty in a file that does not say it.
  public let questionZh: String
  /// The question in English; empty in a file that does not say it.
  public let questionEn: String
  /// Parameters in declared order.
  public let parameters: [Parameter]
  /// What is asked, its parameters still variables.
  public let query: Query
  /// All variables it mentions.
  public let variables: [String]

  /// Reads one query file; throws ``SavedQueryFaults`` with every fault of it. A query of one's own
  /// need not say its question in words.
  public static func load(_ url: URL, needsWords: Bool = true) throws -> SavedQuery {
    guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
      throw SavedQueryFaults(
        faults: [.init(file: url.relativePath, line: 0, message: "not UTF-8")])
    }
    return try SavedQueryReader(file: url.relativePath, needsWords: needsWords).read(
      text, name: url.deletingPathExtension().lastPathComponent)
  }

  /// Reads all `*.rq` files of a folder, by name; throws the faults of all of them.
  public static func loadAll(in folder: URL) throws -> [SavedQuery] {
    var queries: [SavedQuery] = []
    var faults: [SavedQueryFaults.Fault] = []
    for file in try files(in: folder) {
      do {
        queries.append(try load(file))
      } catch let error as SavedQueryFaults {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw SavedQueryFaults(faults: faults) }
    return queries
  }

  /// What is wrong with the queries of a folder, a missing expected table included.
  public static func faults(in folder: URL) throws -> [SavedQueryFaults.Fault] {
    var faults: [SavedQueryFaults.Fault] = []
    for file in try files(in: folder) {
      do {
        _ = try load(file)
      } catch let error as SavedQueryFaults {
        faults += error.faults
      }
      if try expectedTable(beside: file) == nil {
        let table = file.deletingPathExtension().lastPathComponent + ".expected.tsv"
        faults.append(
          .init(
            file: file.relativePath, line: 1,
            message: "its expected table is missing, '\(table)' was expected beside it"))
      }
    }
    return faults
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.relativePath)
      .filter { $0.hasSuffix(".rq") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { URL(fileURLWithPath: "\(folder.relativePath)/\($0)") }
  }

  /// The expected table beside the query file, `NAME.expected.tsv`; `nil` if there is none.
  public static func expectedTable(beside url: URL) throws -> String? {
    let expected = url.deletingPathExtension().appendingPathExtension("expected.tsv")
    guard FileManager.default.fileExists(atPath: expected.path) else { return nil }
    return try String(contentsOf: expected, encoding: .utf8)
  }

  /// The query with its values. `bindings` are values as typed, by parameter name; others have
  /// their defaults. A query that declares no parameters takes values for any of its variables.
  /// Throws ``SavedQueryBindingError``.
  public func bound(_ bindings: [String: String] = [:]) throws -> Query {
    let known = parameters.isEmpty ? variables : parameters.map(\.name)
    if let name = bindings.keys.filter({ !known.contains($0) }).min() {
      throw SavedQueryBindingError.unknown(name: name)
    }
    guard !parameters.isEmpty else {
      return query.binding(bindings.mapValues(BoundTerm.guessed))
    }
    var values: [String: Term] = [:]
    for parameter in parameters {
      if let typed = bindings[parameter.name] {
        guard let value = parameter.kind.value(typed) else {
          throw SavedQueryBindingError.wrongType(parameter: parameter, typed: typed)
        }
        values[parameter.name] = value
      } else {
        guard let value = parameter.defaultValue else {
          throw SavedQueryBindingError.missing(name: parameter.name)
        }
        values[parameter.name] = value
      }
    }
    return query.binding(values)
  }

  /// Runs it and has its table. Throws ``SavedQueryBindingError`` and ``QueryFailure``; the query
  /// must be a `SELECT`.
  public func table(
    _ bindings: [String: String] = [:], on store: GraphStore,
    _ options: AnswerOptions = AnswerOptions()
  ) throws -> SolutionTable {
    guard case .rows(let solutions) = try store.answer(try bound(bindings), options) else {
      throw SavedQueryBindingError.noTable(name: name)
    }
    return SolutionTable(solutions)
  }
}

extension SavedQuery.Parameter.Kind {
  /// What a typed text means; `nil` if it is not of this type.
  func value(_ typed: String) -> Term? {
    switch self {
    case .text: return .string(typed)
    case .integer: return Int64(typed).map { .integer(Int($0)) }
    case .real: return CanonicalDecimal.text(typed).map { .typed($0, XSD.decimal) }
    case .iri:
      let isBracketed = typed.hasPrefix("<") && typed.hasSuffix(">") && typed.count > 2
      let iri = isBracketed ? String(typed.dropFirst().dropLast()) : typed
      return IRI.isAbsolute(iri) ? .iri(iri) : nil
    }
  }
}

/// A value for a variable whose type nobody declared.
public enum BoundTerm {
  /// `<…>` is an IRI, digits are a number, all else is a text.
  public static func guessed(_ typed: String) -> Term {
    if typed.hasPrefix("<"), typed.hasSuffix(">") {
      return .iri(String(typed.dropFirst().dropLast()))
    }
    if let number = Int(typed), String(number) == typed { return .integer(number) }
    return .string(typed)
  }
}

/// A value that cannot be given to a query.
public enum SavedQueryBindingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is not of its parameter's type.
  case wrongType(parameter: SavedQuery.Parameter, typed: String)
  /// A parameter has no value.
  case missing(name: String)
  /// There is no such parameter or variable.
  case unknown(name: String)
  /// The query has no rows, for it is no `SELECT`.
  case noTable(name: String)

  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .wrongType(let parameter, let typed):
      "the parameter '\(parameter.name)' is of type \(parameter.kind.rawValue), '\(typed)' is not"
    case .missing(let name): "the query needs a value for '\(name)': --bind \(name)=…"
    case .unknown(let name): "the query has no parameter '\(name)'"
    case .noTable(let name): "the query '\(name)' has no rows, a SELECT was expected"
    }
  }
}
