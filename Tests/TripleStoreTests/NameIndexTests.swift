import Foundation
import GRDB
import GraphSamples
import Lexicon
import Linking
import RDF
import Recognition
import SeededNumbers
import Testing

@testable import TripleStore

/// Names found by how they are written, read, and nearly written.
@Suite struct NameIndexTests {
  static let readings: [Character: [String]] = [
    "中": ["zhong"], "信": ["xin"], "金": ["jin"], "石": ["shi"], "时": ["shi"],
    "重": ["zhong", "chong"],
    "庆": ["qing"], "单": ["dan", "shan"], "雄": ["xiong"], "西": ["xi"], "安": ["an"], "现": ["xian"],
    "代": ["dai"], "集": ["ji"], "团": ["tuan"], "绿": ["lv"], "洲": ["zhou"], "公": ["gong"],
    "司": ["si"],
    "女": ["nv"], "子": ["zi"], "学": ["xue"], "院": ["yuan"], "县": ["xian"],
  ]

  static let folding = NameFolding(
    fingerprint: 7,
    readings: { scalar in
      Readings((readings[Character(scalar)] ?? []).compactMap { Syllable($0.utf8) })
    },
    fold: { $0 == "縣" ? "县" : $0 == "慶" ? "庆" : $0 })

  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build, folding: Self.folding)
  }

  func add(_ names: [String], document: String = "甲报") throws {
    let facts = names.map { SampleDocument.Fact(subject: $0, predicate: "status", object: "=在") }
    try store.replaceStatements(of: [SampleDocument(id: document, facts: facts).analysed])
  }

  func search(_ text: String, limit: Int = 10) throws -> [String] {
    try store.read { try $0.names(answering: text, limit: limit).map { "\($0.name) \($0.kind)" } }
  }

  static let names = ["中信金石公司", "重庆集团公司", "单雄信", "西安学院", "现代学院", "TCL集团", "绿洲公司", "女子学院"]

  @Test(arguments: [
    ("中信", ["中信金石公司 beginning"]), ("金石", ["中信金石公司 inside"]), ("单雄信", ["单雄信 exact"]),
    ("重慶", ["重庆集团公司 beginning"]), ("tcl", ["TCL集团 beginning"]), ("tCl集团", ["TCL集团 exact"]),
    ("zxjs", ["中信金石公司 pinyinBeginning"]), ("zhongxinjinshi", ["中信金石公司 pinyinBeginning"]),
    ("zhongxin", ["中信金石公司 pinyinBeginning"]), ("zhongxj", ["中信金石公司 pinyinBeginning"]),
    ("zhxjs", ["中信金石公司 pinyinBeginning"]), ("zxjsgs", ["中信金石公司 pinyin"]),
    ("jinshi", ["中信金石公司 pinyinInside"]), ("jins", ["中信金石公司 pinyinInside"]),
    ("zhong xin jin shi", ["中信金石公司 pinyinBeginning"]), ("中xin金s", ["中信金石公司 pinyinBeginning"]),
    ("chongqing", ["重庆集团公司 pinyinBeginning"]), ("zhongqing", ["重庆集团公司 pinyinBeginning"]),
    ("shanxx", ["单雄信 pinyin"]), ("dxx", ["单雄信 pinyin"]),
    ("xian", ["现代学院 pinyinBeginning", "西安学院 pinyinBeginning"]),
    ("tcljt", ["TCL集团 pinyin"]), ("lvzhou", ["绿洲公司 pinyinBeginning"]),
    ("luzhou", ["绿洲公司 pinyinBeginning"]), ("lyuzhou", ["绿洲公司 pinyinBeginning"]),
    ("nuzi", ["女子学院 pinyinBeginning"]),
    ("中信金时公司", ["中信金石公司 near"]), ("中金石公司", ["中信金石公司 near"]), ("中信的金石公司", ["中信金石公司 near"]),
    ("单熊信", ["单雄信 near"]), ("丹雄信", ["单雄信 near"]), ("信金时公司", ["中信金石公司 near"]),
    ("金中石信", []), ("zxsj", []), ("qq", []), ("x", []), ("", []), ("。", []), ("甲乙", []),
  ])
  func `names answer to what is typed`(text: String, expected: [String]) throws {
    try add(Self.names)
    #expect(try search(text) == expected)
  }

  @Test func `whole names come first, then beginnings, parts, readings; then most statements`()
    throws
  {
    try add(["中信", "中信公司", "中信集团", "西中信公司", "中心学院"])
    try store.replaceStatements(of: [
      SampleDocument(
        id: "乙报", facts: [.init(subject: "中信集团", predicate: "status", object: "=新")]
      ).analysed
    ])
    #expect(
      try search("中信") == [
        "中信 exact", "中信集团 beginning", "中信公司 beginning", "西中信公司 inside",
      ])
    #expect(try search("中信", limit: 2) == ["中信 exact", "中信集团 beginning"])
    try store.forget(["乙报"])
    #expect(
      try search("中信", limit: 3) == ["中信 exact", "中信公司 beginning", "中信集团 beginning"])
  }

  @Test func `what is forgotten is not found, and nothing of it is left`() throws {
    try add(["单雄信"], document: "甲报")
    try add(["单雄信", "西安学院"], document: "乙报")
    try store.forget(["甲报"])
    #expect(try search("单雄") == ["单雄信 beginning"])
    try store.forget(["乙报"])
    #expect(try search("单雄") == [])
    let left = try store.rows(
      sql: "SELECT (SELECT count(*) FROM name_posting), (SELECT count(*) FROM name_weight)")
    #expect(left.rows == [[.integer(0), .integer(0)]])
  }

  @Test func `with other readings the index is made anew`() throws {
    try add(["单雄信"])
    try store.close()
    let folding = NameFolding(
      fingerprint: 8, readings: { Readings($0.isASCII ? [] : [Syllable(rawValue: 64)]) },
      fold: { $0 })
    let other = try GraphStore.open(at: folder.graph, access: .update, folding: folding)
    #expect(try other.read { try $0.names(answering: "bababa", limit: 1).map(\.name) } == ["单雄信"])
    #expect(try other.read { try $0.names(answering: "dxx", limit: 1) }.isEmpty)
  }

  @Test func `imported names are found, in any graph`() throws {
    let file = folder.url.appendingPathComponent("a.ttl")
    try Data(
      """
      @prefix : <http://e/> . @prefix schema: <https://schema.org/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      :a a :Company ; schema:name "中信金石公司"@zh, "Gold Stone"@en ; :near :b .
      :b skos:prefLabel "西安学院" ; skos:altLabel "西院" ; :founded "2001" .
      :c :near :a .
      """.utf8
    ).write(to: file)
    try store.importTriples(from: file.path, syntax: .turtle, vocabulary: Vocabulary())
    #expect(try search("zxjs") == ["中信金石公司 pinyinBeginning"])
    #expect(try search("gold") == ["Gold Stone beginning"])
    #expect(try search("西院") == ["西院 exact"])
    try store.read { snapshot in
      let match = try #require(try snapshot.names(answering: "金石", limit: 1).first)
      #expect(match.entity.id.rawValue == "http://e/a")
      #expect(match.entity.type.rawValue == "http://e/Company")
      #expect(match.entity.name == "中信金石公司")
      #expect(match.statements == 2)
    }
    try Data("<http://e/c> <http://x/name> \"现代学院\" .\n".utf8).write(
      to: folder.url.appendingPathComponent("b.nt"))
    try store.importTriples(
      from: folder.url.appendingPathComponent("b.nt").path, syntax: .nTriples,
      vocabulary: Vocabulary())
    #expect(try search("xdxy") == ["现代学院 pinyin"])
    #expect(try GraphDump.faults(folder.graph) == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `all names that hold a text are found, as by looking at each`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let characters = Array(Self.readings.keys).sorted()
    func name(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &generator)).map { _ in
          characters[Int.random(in: 0..<characters.count, using: &generator)]
        })
    }
    let names = Set((0..<400).map { _ in name(2...7) })
    try add(names.sorted())
    for _ in 0..<60 {
      let text = name(1...3)
      let found = try store.read { try $0.names(containing: text, limit: 1_000).map(\.name) }
      #expect(Set(found) == names.filter { $0.contains(text) }, "\(text)")
      let near = try store.read { try $0.names(answering: text + "安", limit: 1_000) }
      for match in near where match.kind == .exact { #expect(match.name == text + "安") }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `postings are a set, however they were added`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(
        sql: "CREATE TABLE name_posting (id INTEGER PRIMARY KEY, names BLOB NOT NULL)")
      let table = try PostingTable(database)
      var model: [UInt32: Set<UInt32>] = [:]
      for _ in 0..<120 {
        let gram = UInt32.random(in: 0..<3, using: &generator) << 30
        if Int.random(in: 0..<4, using: &generator) == 0,
          let term = model[gram]?.randomElement(using: &generator)
        {
          try table.remove(term, from: gram)
          model[gram]?.remove(term)
        } else {
          let base = UInt32.random(in: 0..<1_000_000, using: &generator)
          let terms = Set(
            (0..<Int.random(in: 1...700, using: &generator)).map { _ in
              base + UInt32.random(in: 0..<5_000, using: &generator)
            })
          try table.add(terms.sorted()[...], to: gram)
          model[gram, default: []].formUnion(terms)
        }
      }
      for (gram, terms) in model { #expect(try table.terms(gram) == terms.sorted()) }
      let all = try table.terms(0...UInt32.max)
      #expect(all == model.values.reduce(into: Set()) { $0.formUnion($1) }.sorted())
      let longest = try Int.fetchOne(database, sql: "SELECT max(length(names)) FROM name_posting")
      #expect(try #require(longest) <= PostingTable.largestBlob + 5)
    }
  }

  /// Lists of names in common, looked up row by row or read whole, against sets.
  @Test(arguments: 0..<12)
  func `names in common are found by rows`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed + 1)
    func draw(_ count: Int, below limit: UInt32) -> [UInt32] {
      Set((0..<count).map { _ in UInt32(random.next() % UInt64(limit)) + 1 }).sorted()
    }
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(
        sql: "CREATE TABLE name_posting (id INTEGER PRIMARY KEY, names BLOB NOT NULL)")
      let postings = try PostingTable(database)
      let known = draw(20_000, below: 60_000 << (seed % 4))
      try postings.add(known[...], to: 7)
      try postings.add([1, 2, 3], to: 8)
      #expect(try postings.rowCount(7) > 5)
      for count in [0, 1, 2, 5, 50, 5_000] {
        let terms = draw(count, below: 300_000)
        let expected = terms.filter(Set(known).contains)
        #expect(try postings.common(terms, 7) == expected)
      }
      #expect(try postings.common(known, 7) == known)
      #expect(try postings.common(Array(known.prefix(3)), 7) == Array(known.prefix(3)))
      #expect(try postings.common(known, 9) == [])
      #expect(try postings.common([known[0]], 9) == [])
    }
  }
}
