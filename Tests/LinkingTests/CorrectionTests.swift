import Foundation
import Lexicon
import NewsText
import Recognition
import Testing

@testable import Linking

/// What rows of a corrections file do to the names and statements of a document.
@Suite struct CorrectionTests {
  /// The analysis of a marked text under some corrections, rows without the last column.
  private func analysis(
    _ marked: String, _ rows: [String], id: String = "page"
  ) throws -> DocumentAnalysis {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("corrections-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = ["action\ttype\tname\tother\tdocument\tnote"] + rows.map { $0 + "\t" }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    let lexicon = try Lexicon.open(
      seeds: Fixtures.root.appendingPathComponent("seeds"), corrections: [file])
    let recognised = MarkedSentence(marked).article { EntityType(rawValue: $0) }
    let text = recognised.article.text
    let page = Page(
      document: Document(id: id, text: text.string(TextSpan(0, text.count))),
      articles: [recognised.article], publicationDate: Fixtures.published)
    return try Linker(lexicon: lexicon).link(page, articles: [recognised])
  }

  /// Names of the entities that are mentioned, sorted.
  private func names(_ analysis: DocumentAnalysis) -> [String] {
    let mentioned = Set(analysis.mentions.map(\.entity))
    return analysis.entities.filter { mentioned.contains($0.id) }
      .map { "\($0.name) \($0.type.rawValue)" }.sorted()
  }

  static let cases: [(text: String, rows: [String], names: [String])] = [
    // same: two names, one entity, called by the second.
    (
      "{Organization:河阳乳业有限公司}扩产。{Organization:青河食品公司}招工。",
      ["same\tOrganization\t青河食品公司\t河阳乳业有限公司\t"], ["河阳乳业有限公司 Organization"]
    ),
    // … also where the other is not read at all.
    (
      "{Organization:青河食品公司}招工。", ["same\tOrganization\t青河食品公司\t河阳乳业有限公司\t"],
      ["河阳乳业有限公司 Organization"]
    ),
    // … step by step.
    (
      "{Person:王园}说。", ["same\tPerson\t王园\t王远\t", "rename\tPerson\t王远\t王远山\t"],
      ["王远山 Person"]
    ),
    // … in the document named only.
    ("{Person:王园}说。", ["same\tPerson\t王园\t王远\telsewhere"], ["王园 Person"]),
    ("{Person:王园}说。", ["rename\tPerson\t王园\t王远\tpage"], ["王远 Person"]),
    // … and of its type only.
    ("{Person:王园}说。", ["rename\tPlace\t王园\t王园村\t"], ["王园 Person"]),
    // different: a short form that is not one.
    (
      "{Organization:泽州县红叶源食品有限公司}扩产，{Organization:红叶源公司}招工，{Organization:红叶源公司}开张。",
      ["different\tOrganization\t红叶源公司\t泽州县红叶源食品有限公司\t"],
      ["泽州县红叶源食品有限公司 Organization", "红叶源公司 Organization"]
    ),
    // not-an-entity, of any type or of one.
    ("{Person:高峰}说，{Person:王远}走了。", ["not-an-entity\t\t高峰\t\t"], ["王远 Person"]),
    (
      "{Person:高峰}说，{Person:王远}走了。", ["not-an-entity\tPlace\t高峰\t\t"],
      ["王远 Person", "高峰 Person"]
    ),
    // retype.
    ("{Place:清泉湾}招工。", ["retype\tPlace\t清泉湾\tOrganization\t"], ["清泉湾 Organization"]),
    // Names are compared folded and without spaces.
    ("{Person:王 園}说。", ["rename\tPerson\t王园\t王远\t"], ["王远 Person"]),
  ]

  @Test(arguments: cases.indices)
  func names(_ index: Int) throws {
    let (text, rows, expected) = Self.cases[index]
    let analysis = try analysis(text, rows)
    #expect(names(analysis) == expected)
    let alone = try self.analysis(text, [])
    #expect(alone.corrections.isEmpty)
  }

  @Test func `the row that had a say is kept with the entity`() throws {
    let analysis = try analysis("{Person:王园}说。", ["rename\tPerson\t王园\t王远\t"])
    let applied = try #require(analysis.corrections.first)
    #expect(analysis.corrections.count == 1)
    #expect(applied.entity == analysis.entities.first?.id)
    #expect([applied.action, applied.name, applied.other] == ["rename", "王园", "王远"])
    #expect(applied.line == 2)
    #expect(analysis.mentions.first?.link == .correction)
  }

  @Test func `two ids become one, and an id gets another name`() throws {
    let text = "{Organization:青河食品公司}招工。"
    let plain = try analysis(text, [])
    let id = try #require(plain.entities.first?.id.rawValue)
    let same = try analysis(text, ["same\t\t\(id)\torg-0123456789ab\t"])
    #expect(same.entities.map(\.id.rawValue) == ["org-0123456789ab"])
    #expect(same.mentions.map(\.entity.rawValue) == ["org-0123456789ab"])
    let renamed = try analysis(text, ["rename\t\t\(id)\t河阳乳业有限公司\t"])
    let direct = try analysis("{Organization:河阳乳业有限公司}招工。", [])
    #expect(renamed.entities.map(\.id) == direct.entities.map(\.id))
  }

  @Test func `a name means someone else in one document`() throws {
    let text = "{Organization:河阳乳业有限公司}扩产。"
    let row = "different\tOrganization\t河阳乳业有限公司\t\tpage"
    let here = try analysis(text, [row]).entities.map(\.id)
    let elsewhere = try analysis(text, [row], id: "other").entities.map(\.id)
    #expect(here != elsewhere)
    #expect(elsewhere == (try analysis(text, []).entities.map(\.id)))
  }

  @Test func `nothing is said between two names that are one`() throws {
    let text = "{Organization:河阳乳业有限公司}与{Organization:青河食品公司}签订合作协议。"
    let row = "same\tOrganization\t青河食品公司\t河阳乳业有限公司\t"
    let analysis = try analysis(text, [row])
    #expect(
      analysis.statements.allSatisfy { $0.object != .entity($0.subject) },
      "\(analysis.statements)")
  }

  @Test func `statements follow a struck name's neighbour`() throws {
    let text = "{Person:高峰}时段，{Organization:河阳县教育局}局长{Person:王远}到场。"
    let analysis = try analysis(text, ["not-an-entity\tPerson\t高峰\t\t"])
    #expect(
      Fixtures.lines(analysis, predicates: ["worksFor"], qualifiers: ["role"])
        == ["王远 worksFor 河阳县教育局 role=局长"])
  }
}
