import Foundation
import GraphSamples
import Linking
import TripleStore

@testable import Querying

/// A small graph: two zones, their people, a project.
struct SampleGraph {
  let folder: TemporaryFolder
  let store: GraphStore
  let queries: GraphQueries

  init(_ documents: [SampleDocument] = SampleGraph.documents) throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(
      at: folder.graph, access: .build, folding: NameFolding { $0 == "開" ? "开" : $0 })
    try store.replaceStatements(of: documents.map(\.analysed))
    queries = GraphQueries(store: store)
  }

  static let documents = [
    SampleDocument(
      id: "甲报",
      facts: [
        .init(
          subject: "高芳", predicate: "worksFor", object: "南岭开发区管委会",
          qualifiers: [
            .init(name: "role", value: "主任"), .init(name: "from", value: "2024-03"),
          ]),
        .init(subject: "南岭开发区管委会", predicate: "locatedIn", object: "南岭县"),
        .init(
          subject: "南岭开发区管委会", predicate: "undertakes", object: "清水工程项目",
          qualifiers: [.init(name: "role", value: "建设")], score: 0.8),
        .init(
          subject: "清水工程项目", predicate: "metric", object: "=3亿元",
          qualifiers: [
            .init(name: "number", value: "300000000"), .init(name: "unit", value: "元"),
            .init(name: "date", value: "2025"),
          ]),
      ], aliases: ["南岭开发区管委会": ["管委会", "南管委"]]),
    SampleDocument(
      id: "乙报",
      facts: [
        .init(subject: "北坡开发区管委会", predicate: "locatedIn", object: "北坡县"),
        .init(
          subject: "北坡开发区管委会", predicate: "cooperatesWith", object: "南岭开发区管委会",
          qualifiers: [.init(name: "date", value: "2025-11-02")]),
        .init(
          subject: "南岭开发区管委会", predicate: "undertakes", object: "清水工程项目",
          qualifiers: [.init(name: "role", value: "建设")], score: 0.6),
      ], aliases: ["北坡开发区管委会": ["管委会"]]),
  ]
}
