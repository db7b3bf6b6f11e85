import Foundation
import Testing

/// One direction through the house: what each floor may import. A step back or a skipped floor is
/// a failure here before it is a habit.
struct ImportTests {
  /// Modules of ours a module may use. A floor re-uses the value types of the floors below it that
  /// its own neighbours speak in (spans, types, statements): they are named one by one.
  static let floors: [String: Set<String>] = [
    "Seeds": [],
    "SeededNumbers": [],
    "NewsText": [],
    "Lexicon": ["NewsText", "Seeds"],
    "Recognition": ["Lexicon", "NewsText"],
    "Linking": ["Recognition", "Lexicon", "NewsText"],
    "RDF": [],
    "SPARQL": ["RDF"],
    "TripleStore": ["Linking", "Recognition", "Lexicon", "NewsText", "RDF", "SPARQL"],
    "Querying": [
      "TripleStore", "Linking", "Recognition", "Lexicon", "NewsText", "RDF", "SPARQL",
    ],
    "Export": [
      "Querying", "TripleStore", "RDF", "Linking", "Recognition", "NewsText", "Lexicon",
    ],
    "Analytics": ["TripleStore", "Linking", "Recognition", "NewsText", "SeededNumbers"],
    "mailuo": [
      "Export", "Analytics", "Querying", "TripleStore", "Linking", "Recognition", "Lexicon",
      "Seeds",
      "NewsText", "RDF", "SPARQL",
    ],
    "Training": ["Recognition", "Lexicon", "SeededNumbers", "Seeds"],
  ]

  /// Packages and system libraries a module may use; Foundation everywhere.
  static let packages: [String: Set<String>] = [
    "NewsText": ["CZlib"],
    "RDF": ["CSerd", "CZlib"],
    "Lexicon": ["CPrefetch", "Yams"],
    "Recognition": ["CPrefetch"],
    "Linking": ["OrderedCollections"],
    "TripleStore": ["GRDB", "GRDBSQLite", "HeapModule"],
    "Querying": ["OrderedCollections"],
    "mailuo": ["ArgumentParser", "Logging"],
    "Training": ["ArgumentParser"],
  ]

  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Dispatch", "Synchronization",
  ]

  @Test("every module imports only floors below it", arguments: floors.keys.sorted())
  func importsStepDown(module: String) throws {
    let ours = try #require(Self.floors[module])
    let allowed = ours.union(Self.packages[module] ?? []).union(Self.system)
    for file in try SourceTree.swiftFiles(of: module) {
      for imported in try SourceTree.imports(of: file) where !allowed.contains(imported.module) {
        Issue.record("\(file.lastPathComponent):\(imported.line) imports \(imported.module)")
      }
    }
  }

  @Test("every folder of Sources is a floor of the house")
  func everyModuleIsListed() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.appendingPathComponent("Sources").path)
    let listed = Set(Self.floors.keys).union(["CPrefetch", "CSerd", "CZlib"])
    #expect(Set(folders).subtracting(listed).isEmpty)
    for module in Self.floors.keys {
      #expect(try !SourceTree.swiftFiles(of: module).isEmpty, "\(module) has no sources")
    }
  }

  @Test(
    "imports are read in all their forms",
    arguments: [
      ("import Foundation", "Foundation"),
      ("@testable import Export", "Export"),
      ("public import struct Linking.Entity", "Linking"),
      ("  @preconcurrency import GRDB // why", "GRDB"),
      ("import class Yams.Node", "Yams"),
    ])
  func readsImport(line: String, module: String) {
    #expect(
      SourceTree.imports(in: "// import Nothing\n\(line)\nlet important = 1").map(\.module) == [
        module
      ])
  }
}
