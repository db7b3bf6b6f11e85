import Foundation
import GRDB
import GraphSamples
import Linking
import RDF
import Recognition
import Testing

@testable import TripleStore

/// What a store open for reading keeps of resources, types and degrees: right as long as nobody changes
/// the graph, gone when somebody does.
@Suite struct RememberedResourceTests {
  static let entityCount = 600
  let graph: ImportedGraph
  let reader: GraphStore

  init() throws {
    // Every third is a class-A thing, every seventh has no name; all point at the first. A third class
    // has two things only, far apart. All have a second type, so that the triples must be asked.
    var text = ":r0 a :Rare, :Thing . "
    for number in 0..<Self.entityCount {
      text +=
        ":e\(number) a :\(number % 3 == 0 ? "A" : "B"), :Thing ; :p :e0, :e\((number + 1) % 600) . "
      if number % 7 != 0 { text += ":e\(number) schema:name \"名\(number)\"@zh . " }
    }
    graph = try ImportedGraph(text + ":r1 a :Rare, :Thing . ")
    reader = try GraphStore.open(at: graph.folder.graph, access: .read)
  }

  static func row(_ name: String, in snapshot: GraphSnapshot) throws -> Int64 {
    try #require(try snapshot.resources.row(of: "http://e/" + name))
  }

  @Test func `types are told alike before and after they are read as bits`() throws {
    for _ in 0..<3 {
      try reader.read { snapshot in
        let types = try ["A", "B", "C"].map { try snapshot.resources.row(of: "http://e/" + $0) }
        #expect(types[2] == nil)
        for number in 0..<Self.entityCount {
          let entity = try Self.row("e\(number)", in: snapshot)
          for (place, type) in types.prefix(2).enumerated() {
            let isOne = try snapshot.resources.members.contains(entity, of: try #require(type))
            #expect(isOne == ((number % 3 == 0) == (place == 0)), "e\(number)")
          }
          #expect(try !snapshot.resources.members.contains(entity, of: entity))
          #expect(
            try !snapshot.resources.members.contains(entity, of: Self.row("Rare", in: snapshot)))
        }
        for name in ["r0", "r1"] {
          let (entity, type) = (
            try Self.row(name, in: snapshot), try Self.row("Rare", in: snapshot)
          )
          #expect(try snapshot.resources.members.contains(entity, of: type))
        }
        #expect(try !snapshot.resources.members.contains(1 << 40, of: try #require(types[0])))
      }
    }
  }

  @Test func `many resources are read as one by one`() throws {
    try reader.read { snapshot in
      let names = [3, 7, 7, 14, 599, 1, 2, 4, 5, 6, 8, 9].map { "e\($0)" }
      let rows = try names.map { try Self.row($0, in: snapshot) }
      let literal: Int64 = try #require(
        try snapshot.firstRow("SELECT id FROM term WHERE value = '名1'"))[0]
      let together = try snapshot.resources.references(rows + [literal, 1 << 40])
      #expect(together.suffix(2) == [nil, nil])
      let alone = ResourceReader(snapshot.database)
      for (place, (name, row)) in zip(names, rows).enumerated() {
        let expected = try #require(try alone.reference(row))
        #expect(together[place] == expected)
        #expect(expected.id.rawValue == "http://e/" + name)
        #expect(
          expected.type.rawValue
            == (name == "e3" || name == "e9" || name == "e6" ? "http://e/A" : "http://e/B"))
        #expect(expected.name == (["e7", "e14"].contains(name) ? name : "名" + name.dropFirst()))
      }
    }
  }

  @Test func `degrees are counted as far as was asked for or further`() throws {
    for _ in 0..<2 {
      try reader.read { snapshot in
        let edges = try snapshot.edges()
        let (hub, other) = (
          TermID(rawValue: try Self.row("e0", in: snapshot)),
          TermID(rawValue: try Self.row("e5", in: snapshot))
        )
        for most in [64, 10, 4_096, 512] {
          let degree = try edges.degree(of: hub, most: most)
          #expect(degree >= min(most, Self.entityCount))
          #expect(most < 4_096 || degree == Self.entityCount + 2)
          // Two of its own, a name and one that points at it.
          #expect(try edges.degree(of: other, most: most) == 4)
        }
      }
    }
  }

  @Test func `what others change is seen`() throws {
    func state() throws -> [String] {
      try reader.read { snapshot in
        let row = try Self.row("e7", in: snapshot)
        let type = try Self.row("A", in: snapshot)
        // Often enough that the type is read as bits.
        var isOne = false
        for _ in 0..<2_000 { isOne = try snapshot.resources.members.contains(row, of: type) }
        let degree = try snapshot.edges().degree(of: TermID(rawValue: row), most: 64)
        let reference = try #require(try snapshot.resources.references([row])[0])
        return [reference.name, reference.type.rawValue, String(isOne), String(degree)]
      }
    }
    #expect(try state() == ["e7", "http://e/B", "false", "3"])
    let more = (0..<40).map { ":n\($0) :p :e7 ." }.joined(separator: " ")
    try graph.add(":e7 a :A ; schema:name \"新名\" . " + more)
    #expect(try state() == ["新名", "http://e/A", "true", "44"])
  }
}
