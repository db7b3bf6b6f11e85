import GraphSamples
import Linking
import Testing
import TripleStore

@testable import Querying

@Suite struct ComparingTests {
  /// Changes of the second graph against the first, a line each.
  private func lines(_ old: [SampleDocument], _ new: [SampleDocument]) throws -> [String] {
    let graphs = (try SampleGraph(old), try SampleGraph(new))
    let difference = try graphs.0.store.read { before in
      try graphs.1.store.read { after in try GraphDifference(from: before, to: after) }
    }
    let entities = difference.entities.map { change in
      "\(change.kind.rawValue) \(change.new?.name ?? change.old?.name ?? "") "
        + change.details.map(text).joined(separator: " ")
    }
    let statements = difference.statements.map { change in
      let statement = change.new ?? change.old
      return
        "\(change.kind.rawValue) \(statement?.subject.name ?? "") "
        + "\(statement?.predicate.rawValue ?? "") \(statement?.object.text ?? "") "
        + change.details.map(text).joined(separator: " ")
    }
    return (entities + statements).map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  private func text(_ detail: GraphDifference.Detail) -> String {
    "\(detail.field):\(detail.old ?? "-")→\(detail.new ?? "-")"
  }

  private func page(_ facts: SampleDocument.Fact..., aliases: [String: [String]] = [:])
    -> [SampleDocument]
  {
    [SampleDocument(id: "报", facts: facts, aliases: aliases)]
  }

  private func fact(
    _ subject: String, _ predicate: String, _ object: String, _ qualifiers: [String: String] = [:]
  ) -> SampleDocument.Fact {
    SampleDocument.Fact(
      subject: subject, predicate: predicate, object: object,
      qualifiers: qualifiers.sorted { $0.key < $1.key }.map(Qualifier.init(name:value:)))
  }

  @Test func `equal graphs do not differ`() throws {
    #expect(try lines(SampleGraph.documents, SampleGraph.documents.reversed()) == [])
  }

  @Test func `roles, amounts and statuses change`() throws {
    let old = page(
      fact("高芳", "worksFor", "南岭公司", ["role": "经理"]),
      fact("高芳", "funds", "清水工程项目", ["amount": "3亿元", "number": "300000000"]),
      fact("清水工程项目", "status", "=在建"))
    let new = page(
      fact("高芳", "worksFor", "南岭公司", ["role": "董事长", "status": "任命"]),
      fact("高芳", "funds", "清水工程项目", ["amount": "4亿元", "number": "400000000"]),
      fact("清水工程项目", "status", "=投产"))
    #expect(
      try lines(old, new) == [
        "changed 清水工程项目 status 投产 value:在建→投产",
        "changed 高芳 funds 清水工程项目 amount:3亿元→4亿元 number:300000000→400000000",
        "changed 高芳 worksFor 南岭公司 role:经理→董事长 status:-→任命",
      ])
  }

  @Test func `a figure changes under its name and date, and is another under another`() throws {
    let old = page(
      fact("南岭公司", "metric", "=3亿元", ["name": "产值", "date": "2024"]),
      fact("南岭公司", "metric", "=12%", ["name": "增长", "date": "2024"]))
    let new = page(
      fact("南岭公司", "metric", "=5亿元", ["name": "产值", "date": "2024"]),
      fact("南岭公司", "metric", "=15%", ["name": "增长", "date": "2025"]))
    #expect(
      try lines(old, new) == [
        "lost 南岭公司 metric 12%", "gained 南岭公司 metric 15%",
        "changed 南岭公司 metric 5亿元 value:3亿元→5亿元",
      ])
  }

  @Test func `entities come, go and are called otherwise`() throws {
    let old = page(fact("高芳", "worksFor", "南岭公司"), fact("许明", "worksFor", "南岭公司"))
    let new = page(
      fact("高芳", "worksFor", "南岭公司"), fact("何静", "worksFor", "南岭公司"),
      aliases: ["南岭公司": ["南岭"]])
    #expect(
      try lines(old, new) == [
        "gained 何静", "changed 南岭公司 aliases:-→南岭", "lost 许明", "gained 何静 worksFor 南岭公司",
        "lost 许明 worksFor 南岭公司",
      ])
  }

  @Test func `of several statements those most alike are one`() throws {
    let old = page(
      fact("高芳", "visited", "南岭县", ["date": "2025-01", "role": "调研"]),
      fact("高芳", "visited", "南岭县", ["date": "2025-02", "role": "考察"]))
    let new = page(
      fact("高芳", "visited", "南岭县", ["date": "2025-02", "role": "走访"]),
      fact("高芳", "visited", "南岭县", ["date": "2025-03", "role": "调研"]))
    #expect(
      try lines(old, new) == [
        "changed 高芳 visited 南岭县 role:考察→走访", "changed 高芳 visited 南岭县 date:2025-01→2025-03",
      ])
  }
}
