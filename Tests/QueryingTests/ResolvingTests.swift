import GraphSamples
import Linking
import Testing
import TripleStore

@testable import Querying

@Suite struct ResolvingTests {
  let graph: SampleGraph
  init() throws { graph = try SampleGraph() }

  @Test(arguments: [
    ("高芳", "高芳"), ("per-高芳", "高芳"), ("高 芳", "高芳"), ("南管委", "南岭开发区管委会"),
    ("南岭開发区管委会", "南岭开发区管委会"), ("「清水工程」项目", "清水工程项目"),
  ])
  func `one entity is meant`(typed: String, name: String) throws {
    guard case .entity(let entity) = try graph.queries.resolve(typed) else {
      Issue.record("\(typed) was not resolved")
      return
    }
    #expect(entity.name == name)
  }

  @Test func `an alias of two is ambiguous, most statements first`() throws {
    guard case .ambiguous(let candidates) = try graph.queries.resolve("管委会") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(candidates.map(\.entity.name) == ["南岭开发区管委会", "北坡开发区管委会"])
    #expect(candidates.map(\.place) == ["南岭县", "北坡县"])
    #expect(candidates.map(\.statements) == [4, 2])
  }

  @Test(arguments: [
    ("高方", "高芳"), ("南岭开发管委会", "南岭开发区管委会"), ("清水工程", "清水工程项目"), ("南岭", "南岭县"),
  ])
  func `unknown names get suggestions`(typed: String, nearest: String) throws {
    guard case .unknown(let candidates) = try graph.queries.resolve(typed) else {
      Issue.record("\(typed) was resolved")
      return
    }
    #expect(candidates.first?.entity.name == nearest)
  }

  @Test(arguments: ["", "。", "完全不同的名字", "🜚"])
  func `nothing is suggested for what is far from everything`(typed: String) throws {
    #expect(try graph.queries.resolve(typed) == .unknown(nearest: []))
  }

  @Test func `a name shown comes before an alias`() throws {
    let graph = try SampleGraph([
      SampleDocument(
        id: "甲", facts: [.init(subject: "晖禾集团", predicate: "partOf", object: "晖禾控股集团")],
        aliases: ["晖禾控股集团": ["晖禾集团"]])
    ])
    guard case .entity(let entity) = try graph.queries.resolve("晖禾集团") else {
      Issue.record("not resolved")
      return
    }
    #expect(entity.id.rawValue == "org-晖禾集团")
  }

  @Test(arguments: [
    ("", "", 0), ("甲", "", 1), ("甲乙丙", "甲丙", 1), ("甲乙", "乙甲", 2), ("甲乙丙", "丁乙戊", 2),
  ])
  func `edits are counted`(left: String, right: String, edits: Int) {
    let scalars = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(NameDistance.edits(scalars.0, scalars.1) == edits)
    #expect(NameDistance.edits(scalars.1, scalars.0) == edits)
  }
}
