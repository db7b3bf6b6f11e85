import Foundation
import Linking
import Querying
import Testing
import TripleStore

/// What the two pages must not be misread as, and that the questions serve other names as well.
struct PageQuestionTests {
  /// The flood donation is printed a second time inside the article of 共青团运城市委.
  @Test func `the flood donation is the company's and counts once`() throws {
    let graph = try SeedGraph()
    let gifts = try graph.store.rows(
      sql: "SELECT subject_name FROM relations WHERE predicate = 'funds' AND amount = '1000万元'")
    #expect(gifts.rows.count == 1)
    let ledger = try graph.answer("company-ledger")
    #expect(ledger.filter { $0["amount"] == "1000万元" && $0["fact"] == "gift" }.count == 1)
    let league = try graph.store.rows(
      sql: """
        SELECT predicate FROM relations
        WHERE predicate = 'funds' AND subject_name LIKE '%共青团%'
        """)
    #expect(league.rows.isEmpty)
  }

  /// The campaign of the batches (“三个一批”) is no single project: a batch's total may stand there.
  @Test func `no total of the zone is given to a single project`() throws {
    let graph = try SeedGraph()
    let totals: Set = ["28.37亿元", "9.20亿元", "7.48亿元", "5.91亿元", "7.68亿元", "4.55亿元"]
    for row in try graph.answer("projects-of-zone") where row["name"]?.contains("一批") == false {
      #expect(!totals.contains(row["value"] ?? ""), "\(row)")
    }
  }

  @Test func `the saved path is as long as the program's`() throws {
    let graph = try SeedGraph()
    let queries = GraphQueries(store: graph.store)
    for (start, goal) in [("王勇", "寿阳县"), ("段维慧", "山西省"), ("王勇", "航天宏图")] {
      let steps = try graph.answer("shortest-path", ["start": start, "goal": goal])
      let ends = try [start, goal].map { name in
        try graph.store.rows(
          sql: "SELECT entity FROM aliases WHERE alias = :name", bindings: ["name": .text(name)]
        ).rows.map { row in
          guard case .text(let id) = row[0] else { return EntityID(rawValue: "") }
          return EntityID(rawValue: id)
        }
      }
      var lengths: [Int] = []
      for from in ends[0] {
        for to in ends[1] {
          lengths += try queries.paths(from: from, to: to).paths.map(\.steps.count)
        }
      }
      #expect(
        Set(steps.map { $0["step"] }).count == lengths.min() ?? 0, "\(start) → \(goal)")
    }
  }

  @Test(
    arguments: [
      ("activity-hosts", ["activity": "没有的活动"], 0),
      ("bylines", ["author": "卫世新"], 1),
      ("bylines", ["headline": "农家书屋"], 2),
      ("offices-of", ["people": "段维慧"], 1),
      ("visits-between", ["first": "2024-01-01", "last": "2024-12-31"], 0),
      ("place-in-figures", ["place": "万荣县"], 2),
    ])
  func `questions serve other names`(name: String, bindings: [String: String], rows: Int) throws {
    #expect(try SeedGraph().answer(name, bindings).count == rows)
  }
}
