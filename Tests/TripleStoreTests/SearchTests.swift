import Foundation
import GraphSamples
import Linking
import Testing
import TripleStore

@Suite struct SearchTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    let folding = NameFolding { $0 == "聯" ? "联" : $0 }
    store = try GraphStore.open(at: folder.graph, access: .build, folding: folding)
    let document = SampleDocument(
      id: "甲报",
      facts: [
        .init(subject: "许明", predicate: "worksFor", object: "北坡联合公司"),
        .init(subject: "许明", predicate: "memberOf", object: "北坡公司工会"),
        .init(subject: "许名扬", predicate: "memberOf", object: "A级(东河)学院"),
      ], aliases: ["北坡联合公司": ["北联"]])
    let other = SampleDocument(
      id: "乙报", facts: [.init(subject: "北坡联合公司", predicate: "status", object: "=已经\n投产")])
    try store.replaceStatements(of: [document.analysed, other.analysed])
  }

  @Test(arguments: [
    ("北坡", ["北坡公司工会", "北坡联合公司"]), ("北联", ["北联"]), ("坡联", ["北坡联合公司"]),
    ("聯合", ["北坡联合公司"]), ("公司", ["北坡联合公司", "北坡公司工会"]), ("工", ["北坡公司工会"]),
    ("许", ["许明", "许名扬"]), ("许明", ["许明"]), ("许　明", ["许明"]), ("a级东河", ["A级(东河)学院"]),
    ("北合", []), ("", []), ("。", []), ("%", []), ("\"", []),
  ])
  func `names are found by any part`(text: String, names: [String]) throws {
    let found = try store.read { try $0.names(containing: text, limit: 10).map(\.name) }
    #expect(Set(found) == Set(names))
    #expect(found.count == names.count)
  }

  @Test func `whole names come first, then beginnings, then shorter ones`() throws {
    let found = try store.read { try $0.names(containing: "北坡联合公司", limit: 10).map(\.name) }
    #expect(found == ["北坡联合公司"])
    let surnames = try store.read { try $0.names(containing: "许", limit: 10).map(\.name) }
    #expect(surnames == ["许明", "许名扬"])
    #expect(try store.read { try $0.names(containing: "许", limit: 1).count } == 1)
  }

  @Test(arguments: [
    ("联合公司", ["乙报", "甲报"]), ("聯合", ["乙报", "甲报"]), ("已经投产", ["乙报"]), ("投", ["乙报"]),
    ("产", ["乙报"]), ("工会。许", ["甲报"]), ("许明与北坡", ["甲报"]), ("投经", []), ("", []),
    ("\" OR \"", []), ("AND", []), ("*", []),
  ])
  func `articles are found by full text`(text: String, documents: [String]) throws {
    let found = try store.read { try $0.articles(containing: text, limit: 10).map(\.document) }
    #expect(found == documents)
  }

  @Test func `full text knows each article once and forgets`() throws {
    try store.forget(["乙报"])
    #expect(try store.read { try $0.articles(containing: "投产", limit: 10) }.isEmpty)
    #expect(try store.read { try $0.articles(containing: "联合", limit: 10).count } == 1)
  }

  @Test(arguments: [("北坡联和公司", "北坡联合公司"), ("许鸣", "许明"), ("东河学院", "A级(东河)学院")])
  func `near names are among the candidates`(typed: String, meant: String) throws {
    let names = try store.read { try $0.names(sharingPairsWith: typed, limit: 10).map(\.name) }
    #expect(names.contains(meant))
  }

  @Test func `names are exact or alike`() throws {
    try store.read { snapshot in
      let exact = try snapshot.entities(named: "北联").map(\.name)
      #expect(exact == ["北坡联合公司"])
      let traditional = try snapshot.entities(named: "北聯")
      #expect(traditional.isEmpty)
      let alike = try snapshot.entities(withFormOf: "北 聯").map(\.name)
      #expect(alike == ["北坡联合公司"])
      let marks = try snapshot.entities(withFormOf: "。")
      #expect(marks.isEmpty)
    }
  }
}
