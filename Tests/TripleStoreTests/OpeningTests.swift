import Foundation
import GraphSamples
import GRDB
import Testing

@testable import TripleStore

@Suite struct OpeningTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.graph.standardizedFileURL.path }

  @Test func `a new graph has its marks`() throws {
    let store = try GraphStore.open(at: folder.graph, access: .build)
    try store.close()
    let queue = try DatabaseQueue(path: path)
    let marks = try ["application_id", "user_version", "journal_mode"].map { name in
      try queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
    #expect(marks == ["1835824495", "8", "wal"])
    try queue.close()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(files == ["graph.sqlite"])
  }

  @Test func `a closed graph is one file`() throws {
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let document = SampleDocument(
      id: "报", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try store.replaceStatements(of: [document.analysed])
    #expect(try store.documents().count == 1)
    #expect(try store.rows(sql: "SELECT * FROM documents").rows.count == 1)
    try store.close()
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    #expect(try reader.documents().count == 1)
    try reader.close()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(files == ["graph.sqlite"])
  }

  @Test(arguments: [StoreAccess.read, .update])
  func `a missing graph is not made by asking`(access: StoreAccess) throws {
    #expect(throws: StoreError.missing(path: path)) {
      try GraphStore.open(at: folder.graph, access: access)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a missing folder`() throws {
    let url = folder.url.appendingPathComponent("no/graph.sqlite")
    #expect(throws: StoreError.folderMissing(path: url.standardizedFileURL.path)) {
      try GraphStore.open(at: url, access: .build)
    }
  }

  @Test func `a folder in place of the file`() throws {
    let error = try #require(throws: StoreError.self) {
      try GraphStore.open(at: folder.url, access: .build)
    }
    #expect(error == .isFolder(path: folder.url.standardizedFileURL.path))
  }

  @Test(arguments: [StoreAccess.read, .update, .build])
  func `a file that is no database is left alone`(access: StoreAccess) throws {
    let text = Data(String(repeating: "这不是数据库。", count: 50).utf8)
    try text.write(to: folder.graph)
    #expect(throws: StoreError.notADatabase(path: path)) {
      try GraphStore.open(at: folder.graph, access: access)
    }
    #expect(try Data(contentsOf: folder.graph) == text)
  }

  @Test func `an empty file becomes a graph`() throws {
    try Data().write(to: folder.graph)
    #expect(throws: StoreError.missing(path: path)) {
      try GraphStore.open(at: folder.graph, access: .read)
    }
    let store = try GraphStore.open(at: folder.graph, access: .build)
    #expect(try store.documents().isEmpty)
  }

  @Test func `another program's database is left alone`() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a); PRAGMA application_id = 7") }
    try queue.close()
    #expect(throws: StoreError.notAGraph(path: path, applicationID: 7)) {
      try GraphStore.open(at: folder.graph, access: .build)
    }
  }

  @Test(arguments: [StoreAccess.read, .build])
  func `a newer graph is left alone`(access: StoreAccess) throws {
    try GraphStore.open(at: folder.graph, access: .build).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 9") }
    try queue.close()
    #expect(throws: StoreError.newer(path: path, version: 9, supported: 8)) {
      try GraphStore.open(at: folder.graph, access: access)
    }
  }

  @Test func `an older graph has to be built first`() throws {
    try GraphStore.open(at: folder.graph, access: .build).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 0") }
    try queue.close()
    #expect(throws: StoreError.older(path: path, version: 0, supported: 8)) {
      try GraphStore.open(at: folder.graph, access: .read)
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `an older graph is brought to the present version`(version: Int) throws {
    let names = [
      "1 terms, triples, statements and their evidence",
      "2 the timeline knows when last year was",
      "3 corrections and how names were linked", "4 inferred dates",
    ]
    let queue = try DatabaseQueue(path: path)
    try GraphMigrations.migrator.migrate(queue, upTo: names[version - 1])
    try queue.close()
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let document = SampleDocument(
      id: "报", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try store.replaceStatements(of: [document.analysed])
    #expect(try store.rows(sql: "SELECT inferred FROM evidence").rows == [[.null]])
    #expect(try store.rows(sql: "SELECT link FROM mentions").rows.count == 2)
    #expect(try store.rows(sql: "SELECT * FROM corrections").rows.isEmpty)
    try store.close()
  }

  @Test func `a damaged graph says so`() throws {
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let facts = (0..<200).map {
      SampleDocument.Fact(subject: "第\($0)公司", predicate: "locatedIn", object: "第\($0)县")
    }
    try store.replaceStatements(of: [SampleDocument(id: "报", facts: facts).analysed])
    try store.close()
    var bytes = try Data(contentsOf: folder.graph)
    bytes.removeLast(bytes.count / 2)
    try bytes.write(to: folder.graph)
    let error = try #require(throws: StoreError.self) {
      try GraphStore.open(at: folder.graph, access: .read).read { _ = try $0.counts() }
    }
    guard case .damaged(path, _) = error else {
      Issue.record("unexpected \(error)")
      return
    }
  }

  @Test func `two builds at once`() throws {
    let first = try GraphStore.open(at: folder.graph, access: .build)
    #expect(throws: StoreError.anotherBuild(path: path, processID: getpid())) {
      try GraphStore.open(at: folder.graph, access: .update)
    }
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    #expect(try reader.documents().isEmpty)
    try first.close()
    try GraphStore.open(at: folder.graph, access: .build).close()
  }

  @Test func `a lock left by a killed build does not count`() throws {
    try Data("1\n".utf8).write(to: URL(fileURLWithPath: path + "-lock"))
    try GraphStore.open(at: folder.graph, access: .build).close()
    #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
  }

  @Test func `a draft left by a killed build does not count`() throws {
    try Data("half a graph".utf8).write(to: URL(fileURLWithPath: path + "-new"))
    let store = try GraphStore.open(at: folder.graph, access: .build)
    #expect(try store.documents().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path + "-new"))
  }

  @Test func `a reader cannot write`() throws {
    try GraphStore.open(at: folder.graph, access: .build).close()
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    #expect(throws: StoreError.readOnly(path: path)) { try reader.forget(["甲"]) }
  }

  @Test func `nobody writes where nobody may`() throws {
    let url = URL(fileURLWithPath: "/proc/graph.sqlite")
    #expect(throws: StoreError.self) { try GraphStore.open(at: url, access: .build) }
  }

  @Test func `readers see the graph as it was when they began`() throws {
    let writer = try GraphStore.open(at: folder.graph, access: .build)
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    let document = SampleDocument(
      id: "报", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try reader.read { snapshot in
      #expect(try snapshot.counts().documents == 0)
      try writer.replaceStatements(of: [document.analysed])
      #expect(try snapshot.counts().documents == 0)
    }
    #expect(try reader.read { try $0.counts().documents } == 1)
  }

  @Test func `a full disk keeps what was stored`() throws {
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let small = SampleDocument(
      id: "甲", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")])
    try store.replaceStatements(of: [small.analysed])
    let before = try GraphDump.lines(store)
    let pool = try #require(store.connections.writer)
    let pages = try pool.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let facts = (0..<2_000).map {
      SampleDocument.Fact(subject: "第\($0)公司", predicate: "locatedIn", object: "第\($0)县")
    }
    #expect(throws: StoreError.diskFull(path: path)) {
      try store.replaceStatements(of: [SampleDocument(id: "乙", facts: facts).analysed])
    }
    #expect(try GraphDump.lines(store) == before)
    try pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    try store.replaceStatements(of: [SampleDocument(id: "乙", facts: facts).analysed])
    #expect(try store.documents().count == 2)
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, StoreError.locked(path: "g")),
    (.SQLITE_NOTADB, .notADatabase(path: "g")), (.SQLITE_CORRUPT, .damaged(path: "g", detail: "d")),
    (.SQLITE_FULL, .diskFull(path: "g")), (.SQLITE_IOERR_SHMSIZE, .diskFull(path: "g")),
    (.SQLITE_READONLY_DIRECTORY, .readOnly(path: "g")), (.SQLITE_CANTOPEN, .unreadable(path: "g")),
    (.SQLITE_IOERR_READ, .failed(path: "g", code: 266, detail: "d")),
  ])
  func `results of SQLite become facts`(code: ResultCode, error: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code, message: "d"), path: "g") == error)
  }

  static let messages: [(StoreError, String)] = [
    (.missing(path: "g"), "g: no such graph; make one with 'mailuo build'"),
    (.folderMissing(path: "g"), "g: the folder of the graph does not exist"),
    (.isFolder(path: "g"), "g: is a folder, a graph file was expected"),
    (.notADatabase(path: "g"), "g: not a graph: the file is no SQLite database"),
    (
      .notAGraph(path: "g", applicationID: 1),
      "g: not a graph: the database was made by another program"
    ),
    (
      .newer(path: "g", version: 3, supported: 2),
      "g: the graph is of version 3, this program knows versions up to 2"
    ),
    (
      .older(path: "g", version: 0, supported: 8),
      "g: the graph is of version 0, run 'mailuo build' to bring it to 8"
    ),
    (
      .damaged(path: "g", detail: "d"), "g: the graph is damaged (d); delete it and build it again"
    ),
    (.readOnly(path: "g"), "g: no permission to write the graph"),
    (.unreadable(path: "g"), "g: no permission to read the graph"),
    (
      .diskFull(path: "g"),
      "g: the disk is full; what was stored before is kept, run the build again"
    ),
    (
      .anotherBuild(path: "g", processID: 5),
      "g: another build is writing this graph (process 5)"
    ),
    (.anotherBuild(path: "g", processID: nil), "g: another build is writing this graph"),
    (.locked(path: "g"), "g: another program keeps the graph locked"),
    (
      .incompleteAnalysis(document: "d", entity: "e"),
      "d: a statement or mention means entity e, which the analysis does not list"
    ),
    (
      .unknownArticle(document: "d", article: 2),
      "d: a statement or mention lies in article 2, which the analysis does not list"
    ),
    (.failed(path: "g", code: 1, detail: "d"), "g: d (SQLite result 1)"),
  ]

  @Test(arguments: messages)
  func `every error has its words`(error: StoreError, message: String) {
    #expect(error.description == message)
  }
}
