import Foundation
import GraphSamples
import GRDB
import Linking
import Testing

@testable import TripleStore

@Suite struct KilledBuildTests {
  @Test func `a transaction that is broken off leaves the graph as it was`() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let first = SampleDocument(
      id: "甲", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try store.replaceStatements(of: [first.analysed])
    let before = try GraphDump.lines(store)
    var broken = SampleDocument(id: "乙", facts: first.facts).analysis
    broken.articles += broken.articles
    #expect(throws: StoreError.self) {
      try store.replaceStatements(of: broken.document, with: broken, fingerprint: "1")
    }
    #expect(try GraphDump.lines(store) == before)
  }

  /// The files a killed process leaves are those on the disk while it works: copied in the midst
  /// of a transaction, write-ahead log and all, they are a graph of whole batches.
  @Test(arguments: [1, 3, 5])
  func `files left in the midst of a build open and can be built on`(stop: Int) throws {
    let folder = try TemporaryFolder()
    let left = folder.url.appendingPathComponent("left")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    let documents = (0..<6).map { index in
      SampleDocument(
        id: "报\(index)",
        facts: (0..<40).map {
          .init(subject: "第\($0 * index)公司", predicate: "locatedIn", object: "第\($0)县")
        })
    }
    let store = try GraphStore.open(at: folder.graph, access: .build)
    for document in documents[..<stop] { try store.replaceStatements(of: [document.analysed]) }
    let pool = try #require(store.connections.writer)
    try pool.write { database in
      try database.execute(sql: "DELETE FROM qualifier; DELETE FROM reading")
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      where file.hasPrefix("graph") {
        try FileManager.default.copyItem(
          at: folder.url.appendingPathComponent(file), to: left.appendingPathComponent(file))
      }
    }
    let resumed = try GraphStore.open(
      at: left.appendingPathComponent("graph.sqlite"), access: .build)
    #expect(try resumed.documents().count == stop)
    let outcomes = try resumed.replaceStatements(of: documents.map(\.analysed))
    #expect(outcomes.filter { $0 == .unchanged }.count == stop)
    let whole = try GraphStore.open(
      at: folder.url.appendingPathComponent("whole.sqlite"), access: .build)
    try whole.replaceStatements(of: documents.map(\.analysed))
    #expect(try GraphDump.lines(resumed) == GraphDump.lines(whole))
  }
}

extension KilledBuildTests {
  /// A process that is killed with a transaction open and a lock held.
  @Test func `a build that was killed is completed by the next`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.graph.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try GraphStore.open(at: URL(fileURLWithPath: path), access: .build)
      let first = SampleDocument(
        id: "甲", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
      try store.replaceStatements(of: [first.analysed])
      try store.connections.writer?.write { database in
        try database.execute(sql: "DELETE FROM reading")
        kill(getpid(), SIGKILL)
      }
    }
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    #expect(try reader.documents().map(\.id) == ["甲"])
    try reader.close()
    let next = try GraphStore.open(at: folder.graph, access: .build)
    let second = SampleDocument(
      id: "乙", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try next.replaceStatements(of: [second.analysed])
    #expect(try next.read { try $0.counts().evidence } == 2)
    try next.close()
    #expect(try GraphDump.faults(folder.graph) == [])

    // The graph is deleted, the log of the killed build is not.
    try FileManager.default.removeItem(at: folder.graph)
    try log.write(to: URL(fileURLWithPath: path + "-wal"))
    let anew = try GraphStore.open(at: folder.graph, access: .build)
    #expect(try anew.documents().isEmpty)
    try anew.close()
    #expect(try GraphDump.faults(folder.graph) == [])
  }
}
