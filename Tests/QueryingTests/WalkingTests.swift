import GraphSamples
import Linking
import Recognition
import SeededNumbers
import Testing
import TripleStore

@testable import Querying

@Suite struct WalkingTests {
  func id(_ name: String) -> EntityID { SampleDocument.entityID(name) }

  /// 「predicate→name」 or 「predicate←name」, children in brackets.
  func text(_ node: WalkTree.Node) -> String {
    let branches = node.branches.map {
      "\($0.predicate.rawValue)\($0.direction == .out ? "→" : "←")\(text($0.node))"
    }
    return node.entity.name + (branches.isEmpty ? "" : "[\(branches.joined(separator: " "))]")
  }

  @Test(arguments: [
    (WalkOptions(depth: 0), "高芳"),
    (WalkOptions(depth: 1), "高芳[worksFor→南岭开发区管委会]"),
    (
      WalkOptions(depth: 2),
      "高芳[worksFor→南岭开发区管委会[cooperatesWith←北坡开发区管委会 locatedIn→南岭县 undertakes→清水工程项目]]"
    ),
    (
      WalkOptions(depth: 3, types: [.organization]),
      "高芳[worksFor→南岭开发区管委会[cooperatesWith←北坡开发区管委会]]"
    ),
    (WalkOptions(depth: 1, types: [.place]), "高芳"),
    (
      WalkOptions(depth: 2, types: [.place]), "高芳[worksFor→南岭开发区管委会[locatedIn→南岭县]]"
    ),
    (
      WalkOptions(depth: 2, types: [.place, .project]),
      "高芳[worksFor→南岭开发区管委会[locatedIn→南岭县 undertakes→清水工程项目]]"
    ),
    (
      WalkOptions(depth: .max, types: [.organization]),
      "高芳[worksFor→南岭开发区管委会[cooperatesWith←北坡开发区管委会]]"
    ),
    (
      WalkOptions(depth: 3, predicates: [.worksFor, .locatedIn]),
      "高芳[worksFor→南岭开发区管委会[locatedIn→南岭县]]"
    ),
    (WalkOptions(depth: 3, directions: [.in]), "高芳"),
    (
      WalkOptions(depth: 3, maximumEntities: 3), "高芳[worksFor→南岭开发区管委会[cooperatesWith←北坡开发区管委会]]"
    ),
  ])
  func `a walk is a tree`(options: WalkOptions, expected: String) throws {
    let graph = try SampleGraph()
    let tree = try #require(try graph.queries.walk(from: id("高芳"), options: options))
    #expect(text(tree.root) == expected)
    #expect(tree.stop == (options.maximumEntities == 3 ? .entities : nil))
    #expect(
      tree.entityCount == expected.split(separator: " ").joined().filter { "→←".contains($0) }.count
        + 1)
  }

  @Test func `steps are told with their sentences when asked for`() throws {
    let graph = try SampleGraph()
    func sentences(_ node: WalkTree.Node) -> [String?] {
      node.branches.flatMap { [$0.evidence?.sentence] + sentences($0.node) }
    }
    let with = try #require(
      try graph.queries.walk(from: id("高芳"), options: WalkOptions(depth: 2, evidence: .best)))
    #expect(
      sentences(with.root) == [
        "高芳与南岭开发区管委会。", "北坡开发区管委会与南岭开发区管委会。", "南岭开发区管委会与南岭县。",
        "南岭开发区管委会与清水工程项目。",
      ])
    let without = try #require(
      try graph.queries.walk(from: id("高芳"), options: WalkOptions(depth: 2)))
    #expect(sentences(without.root) == [nil, nil, nil, nil])
  }

  @Test func `a walk whose time is over tells what it has reached`() throws {
    let graph = try SampleGraph()
    let tree = try #require(
      try graph.queries.walk(
        from: id("高芳"), options: WalkOptions(depth: 3, isOutOfTime: { true })))
    #expect(tree.stop == .time)
    #expect(text(tree.root) == "高芳[worksFor→南岭开发区管委会]")
  }

  @Test func `a neighbourhood holds the statements between its entities`() throws {
    let graph = try SampleGraph()
    let found = try #require(
      try graph.queries.neighbourhood(of: id("清水工程项目"), options: WalkOptions(depth: 1)))
    #expect(found.entities.map(\.name) == ["南岭开发区管委会", "清水工程项目"])
    #expect(found.statements.map(\.predicate.rawValue) == ["undertakes", "metric"])
    let none = try graph.queries.neighbourhood(of: id("无此人"), options: WalkOptions())
    #expect(none == nil)
  }

  @Test func `a path shows each step with its sentence`() throws {
    let graph = try SampleGraph()
    let answer = try graph.queries.paths(from: id("高芳"), to: id("北坡县"))
    let path = try #require(answer.paths.first)
    #expect(path.start.name == "高芳")
    #expect(path.steps.map(\.direction) == [.out, .in, .out])
    #expect(path.steps.map(\.entity.name) == ["南岭开发区管委会", "北坡开发区管委会", "北坡县"])
    #expect(
      path.steps.map(\.evidence?.sentence) == [
        "高芳与南岭开发区管委会。", "北坡开发区管委会与南岭开发区管委会。", "北坡开发区管委会与北坡县。",
      ])
    let short = try graph.queries.paths(
      from: id("高芳"), to: id("北坡县"), options: PathOptions(maximumLength: 2))
    #expect(short.paths.isEmpty)
    let same = try graph.queries.paths(from: id("高芳"), to: id("高芳"))
    #expect(same.paths.map(\.steps.count) == [0])
    let unknown = try graph.queries.paths(from: id("高芳"), to: id("无此人"))
    #expect(unknown.paths.isEmpty)
  }

  /// Lengths and numbers of shortest paths by plain breadth-first search.
  func naive(_ edges: Set<[Int]>, from start: Int, count: Int) -> (distance: [Int?], ways: [Int]) {
    var distance = [Int?](repeating: nil, count: count)
    var ways = [Int](repeating: 0, count: count)
    distance[start] = 0
    ways[start] = 1
    for level in 0..<count {
      for from in 0..<count where distance[from] == level {
        for to in 0..<count where edges.contains([from, to]) || edges.contains([to, from]) {
          if distance[to] == nil { distance[to] = level + 1 }
          if distance[to] == level + 1 { ways[to] += ways[from] }
        }
      }
    }
    return (distance, ways)
  }

  @Test(arguments: [11, 12, 13, 14, 15] as [UInt64])
  func `paths and walks agree with plain breadth-first search`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = 14
    var edges: Set<[Int]> = []
    for _ in 0..<Int.random(in: 12...24, using: &generator) {
      edges.insert([
        Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator),
      ])
    }
    edges = edges.filter { $0[0] != $0[1] }
    let name = { (index: Int) in "第\(index)号公司" }
    let facts = edges.shuffled(using: &generator).map {
      SampleDocument.Fact(subject: name($0[0]), predicate: "partOf", object: name($0[1]))
    }
    let graph = try SampleGraph([SampleDocument(id: "报", facts: facts)])
    let known = Set(edges.flatMap(\.self))
    for start in known.sorted().prefix(4) {
      let expected = naive(edges, from: start, count: count)
      for end in known.sorted() {
        let options = PathOptions(maximumLength: 20, givesAll: true, maximumPaths: 10_000)
        let answer = try graph.queries.paths(
          from: id(name(start)), to: id(name(end)), options: options)
        #expect(answer.paths.count == expected.ways[end])
        #expect(answer.paths.allSatisfy { $0.steps.count == expected.distance[end] })
        #expect(Set(answer.paths).count == answer.paths.count)
        let first = try graph.queries.paths(from: id(name(start)), to: id(name(end)))
        if let distance = expected.distance[end], distance <= 6 {
          #expect(first.paths.first == answer.paths.first)
        }
      }
      for depth in 0..<4 {
        let tree = try graph.queries.walk(
          from: id(name(start)), options: WalkOptions(depth: depth))
        let reached = expected.distance.filter { $0.map { $0 <= depth } ?? false }
        #expect(tree?.entityCount == reached.count)
      }
    }
  }

  @Test func `paths and walks do not depend on the order of documents`() throws {
    var generator = SplitMix64(seed: 5)
    let documents = (0..<20).map { index in
      SampleDocument(
        id: "报\(index)",
        facts: (0..<3).map { _ in
          .init(
            subject: "第\(Int.random(in: 0..<9, using: &generator))号公司",
            predicate: ["partOf", "supports"].randomElement(using: &generator) ?? "partOf",
            object: "第\(Int.random(in: 0..<9, using: &generator))号公司")
        })
    }
    var answers: Set<String> = []
    for _ in 0..<4 {
      let graph = try SampleGraph(documents.shuffled(using: &generator))
      let options = PathOptions(givesAll: true)
      let paths = try graph.queries.paths(
        from: id("第0号公司"), to: id("第8号公司"), options: options)
      let walk = try #require(
        try graph.queries.walk(from: id("第0号公司"), options: WalkOptions(depth: 4)))
      let steps = paths.paths.map {
        $0.steps.map { "\($0.statement.id.rawValue) \($0.entity.name)" }
      }
      answers.insert("\(steps) \(text(walk.root))")
    }
    #expect(answers.count == 1)
  }
}
