import Foundation
import GraphSamples
import Linking
import SeededNumbers
import Testing
import TripleStore

/// Random additions, changes and removals against the simplest model there is: the set of
/// documents, built anew.
@Suite struct RandomOperationTests {
  static let names = [
    "许明", "高芳", "王一凡", "晖禾公司党委", "晖禾公司工会", "南岭县", "北坡村", "东河镇", "清水工程项目", "惠民路桥项目",
  ]
  static let predicates = ["worksFor", "locatedIn", "partOf", "undertakes", "metric"]

  func document(_ id: Int, using generator: inout SplitMix64) -> SampleDocument {
    var document = SampleDocument(id: "报\(id)", facts: [])
    document.version = Int.random(in: 0..<1_000_000, using: &generator)
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let isLiteral = Int.random(in: 0..<3, using: &generator) == 0
      let object =
        isLiteral
        ? "=\(Int.random(in: 1...3, using: &generator))万元" : pick(Self.names, &generator)
      var fact = SampleDocument.Fact(
        subject: pick(Self.names, &generator), predicate: pick(Self.predicates, &generator),
        object: object, rule: pick(["rule.a", "rule.b"], &generator))
      if Bool.random(using: &generator) {
        fact.qualifiers = [.init(name: "date", value: pick(["2024", "2025-03"], &generator))]
      }
      document.facts.append(fact)
    }
    let name = pick(Self.names, &generator)
    document.aliases[name] = [String(name.prefix(2)), pick(Self.names, &generator)]
    return document
  }

  func pick(_ choices: [String], _ generator: inout SplitMix64) -> String {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a graph depends on its documents only`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var generator = SplitMix64(seed: seed)
    var model: [Int: SampleDocument] = [:]
    let store = try GraphStore.open(at: folder.graph, access: .build)
    for round in 0..<12 {
      var batch: [SampleDocument] = []
      for id in Set((0..<3).map { _ in Int.random(in: 0..<6, using: &generator) }).sorted() {
        let document = document(id, using: &generator)
        model[id] = document
        batch.append(document)
      }
      try store.replaceStatements(of: batch.map(\.analysed))
      if Bool.random(using: &generator) {
        let id = Int.random(in: 0..<6, using: &generator)
        try store.forget(["报\(id)"])
        model[id] = nil
      }
      guard round % 3 == 2 else { continue }
      let fresh = try GraphStore.open(
        at: folder.url.appendingPathComponent("fresh-\(round).sqlite"), access: .build)
      for document in model.values.shuffled(using: &generator) {
        try fresh.replaceStatements(of: [document.analysed])
      }
      #expect(try GraphDump.lines(store) == GraphDump.lines(fresh))
    }
    try store.close()
    #expect(try GraphDump.faults(folder.graph) == [])
  }
}
