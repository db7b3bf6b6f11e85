import Foundation
import Lexicon

/// A folder of seeds made for one test, removed when the test lets go of it.
final class SeedFolder {
  let url: URL
  /// Kept apart from the user's cache.
  let cache: URL
  private let root: URL

  /// Creates `seeds/` with the given files by relative path, a small ontology unless one is given,
  /// and an empty cache.
  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("mailuo-tests-\(UUID().uuidString)")
    url = root.appendingPathComponent("seeds")
    cache = root.appendingPathComponent("cache")
    for folder in ["dictionary", "rules/names", "rules/relations", "weights"] {
      try FileManager.default.createDirectory(
        at: url.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    try write("ontology.yaml", files["ontology.yaml"] ?? Self.ontology)
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: root)
    } catch {
      print("left behind: \(root.path)")
    }
  }

  /// Writes a file and returns where it is.
  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    try write(path, Data(text.utf8))
  }

  @discardableResult
  func write(_ path: String, _ data: Data) throws -> URL {
    let file = url.appendingPathComponent(path)
    try data.write(to: file)
    return file
  }

  func open(userDictionaries: [URL] = []) throws -> Lexicon {
    try Lexicon.open(seeds: url, userDictionaries: userDictionaries, cacheDirectory: cache)
  }

  /// The faults that opening reports, each without the temporary folder's path.
  func faults(userDictionaries: [URL] = []) throws -> [String] {
    do {
      _ = try open(userDictionaries: userDictionaries)
      return []
    } catch let error as SeedFaults {
      return error.faults.map { fault in
        fault.description.replacingOccurrences(of: url.path + "/", with: "")
      }
    }
  }

  static let ontology = """
    types:
      - {name: Person, zh: 人物, en: person, iri: "https://schema.org/Person", color: "#ffcc00"}
    predicates: []
    """

  /// A generic dictionary of (entry, group) pairs, sorted.
  static func entries(_ pairs: [(String, String)]) -> String {
    let rows = pairs.map { "\($0)\t\($1)\t\t\n" }
    return "entry\tgroup\tweight\tnote\n"
      + rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
  }
}

extension Lexicon {
  /// Matches as `start..<end group`, in the order they are reported.
  func described(_ text: String) -> [String] {
    matches(in: text).flatMap { match in
      match.senses.map { "\(match.start)..<\(match.end) \(name(of: sense($0).group))" }
    }
  }
}
