import Foundation
import Linking
import NewsText
import Recognition
import Testing
import TripleStore

/// Two people of one name: the program asks which, and exits 3.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct AmbiguityTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    let document = Document(id: "d", text: "李明任职。")
    let people = ["per-00000000000a", "per-00000000000b"].map { id in
      Entity(
        id: EntityID(rawValue: id), type: .person, name: "李明", aliases: ["李明"],
        distinction: id.hasSuffix("a") ? "东山县" : "西山县")
    }
    let span = TextSpan(0, 5)
    let statement = Statement(
      subject: people[1].id, predicate: PredicateName(rawValue: "award"),
      object: .literal("先进个人"), qualifiers: [],
      evidence: Evidence(
        article: 1, span: span, quote: "李明任职。", sentence: "李明任职。", rule: "test", score: 0.5))
    let store = try GraphStore.open(
      at: folder.url.appendingPathComponent("graph.sqlite"), access: .build)
    try store.replaceStatements(
      of: document,
      with: DocumentAnalysis(
        document: document,
        articles: [ArticleSummary(number: 1, headline: "", span: span)], mentions: [],
        entities: people, statements: [statement]), fingerprint: "x")
    try store.close()
  }

  @Test(
    "the candidates are listed with type, place and number of statements",
    arguments: [
      ["show", "李明"], ["relations", "李明"], ["walk", "李明"], ["explain", "李明"],
      ["path", "李明", "per-00000000000a"], ["export", "--format", "dot", "--around", "李明"],
    ])
  func ambiguous(arguments: [String]) throws {
    let run = try folder.run(arguments)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(
      run.messages == """
        error: '李明' may mean 2 entities
          per-00000000000b  李明  Person, 西山县, 1 statement
          per-00000000000a  李明  Person, 东山县, 0 statements
        Ask again with the id in place of the name.

        """)
  }

  @Test("an id decides")
  func byID() throws {
    let run = try folder.run("show", "per-00000000000b")
    #expect(run.status == 0)
    #expect(run.output.contains("西山县"))
    #expect(run.output.contains("先进个人"))
  }
}
