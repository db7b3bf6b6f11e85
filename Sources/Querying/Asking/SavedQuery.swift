import Foundation
import TripleStore

/// A question kept in a file: SQL over the documented views, with its words and parameters.
/// The format is in `docs/SCHEMA.md`.
public struct SavedQuery: Sendable, Hashable {
  /// A parameter of the question.
  public struct Parameter: Sendable, Hashable {
    /// Type of the value.
    public enum Kind: String, Sendable, CaseIterable {
      /// Any text.
      case text
      /// A whole number.
      case integer
      /// A number.
      case real
    }
    /// Name without the colon.
    public let name: String
    /// Type.
    public let kind: Kind
    /// Value when none is bound; `nil` when one must be.
    public let defaultValue: SQLValue?
  }

  /// File name without extension.
  public let name: String
  /// The question in Chinese.
  public let questionZh: String
  /// The question in English.
  public let questionEn: String
  /// Parameters in declared order.
  public let parameters: [Parameter]
  /// The whole text: its comments are SQL comments.
  public let sql: String

  /// Reads one query file; throws ``SavedQueryFaults`` with every fault of it.
  public static func load(_ url: URL) throws -> SavedQuery {
    guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
      throw SavedQueryFaults(faults: [.init(file: url.path, line: 0, message: "not UTF-8")])
    }
    return try SavedQueryReader(file: url.path).read(
      text, name: url.deletingPathExtension().lastPathComponent)
  }

  /// Reads all `*.sql` files of a folder, by name; throws the faults of all of them.
  public static func loadAll(in folder: URL) throws -> [SavedQuery] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "sql" }
    .sorted { $0.lastPathComponent.utf8.lexicographicallyPrecedes($1.lastPathComponent.utf8) }
    var queries: [SavedQuery] = []
    var faults: [SavedQueryFaults.Fault] = []
    for file in files {
      do {
        queries.append(try load(file))
      } catch let error as SavedQueryFaults {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw SavedQueryFaults(faults: faults) }
    return queries
  }

  /// The expected table beside the query file, `NAME.expected.tsv`; `nil` if there is none.
  public static func expectedTable(beside url: URL) throws -> String? {
    let expected = url.deletingPathExtension().appendingPathExtension("expected.tsv")
    guard FileManager.default.fileExists(atPath: expected.path) else { return nil }
    return try String(contentsOf: expected, encoding: .utf8)
  }

  /// Runs it. `bindings` are values as typed, by parameter name; others have their defaults.
  /// Throws ``SQLQuestionError`` and ``SavedQueryBindingError``.
  public func run(
    _ bindings: [String: String] = [:], on store: GraphStore,
    timeLimit: Duration = .seconds(60)
  ) throws -> SQLTable {
    var values: [String: SQLValue] = [:]
    for parameter in parameters {
      if let typed = bindings[parameter.name] {
        guard let value = parameter.kind.value(typed) else {
          throw SavedQueryBindingError(parameter: parameter, typed: typed)
        }
        values[parameter.name] = value
      } else {
        values[parameter.name] = parameter.defaultValue
      }
    }
    let known = Set(parameters.map(\.name))
    if let name = bindings.keys.filter({ !known.contains($0) }).min() {
      throw SQLQuestionError.unknownParameter(name: name)
    }
    return try store.rows(sql: sql, bindings: values, timeLimit: timeLimit)
  }
}

extension SavedQuery.Parameter.Kind {
  /// What a typed text means; `nil` if it is not of this type.
  func value(_ typed: String) -> SQLValue? {
    switch self {
    case .text: .text(typed)
    case .integer: Int64(typed).map(SQLValue.integer)
    case .real: Double(typed).map(SQLValue.real)
    }
  }
}

/// A value that is not of its parameter's type.
public struct SavedQueryBindingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The parameter.
  public let parameter: SavedQuery.Parameter
  /// What was typed.
  public let typed: String

  /// One sentence without a full stop.
  public var description: String {
    "the parameter '\(parameter.name)' is of type \(parameter.kind.rawValue), '\(typed)' is not"
  }
}
