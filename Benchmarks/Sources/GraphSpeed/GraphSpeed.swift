import Foundation
import Lexicon
import Linking
import Querying
import RDF
import Recognition
import SPARQL
import TripleStore

/// Imports a graph of triples and asks it the questions of `graph.py`; prints figures as JSON.
///
///     GraphSpeed SEEDS FOLDER
///
/// With `KEEP=1` in the environment the graph made before is asked, and nothing loaded; with
/// `ONLY="star join"` it is asked this one thing, ten times unless it is kept, for a profiler.
@main
enum GraphSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fatalError("usage: GraphSpeed SEEDS FOLDER") }
    let folder = URL(fileURLWithPath: arguments[2], isDirectory: true)
    let lexicon = try Lexicon.open(seeds: URL(fileURLWithPath: arguments[1], isDirectory: true))
    let folding = NameFolding(
      fingerprint: lexicon.namesFingerprint, readings: { lexicon.readings(of: $0) },
      fold: { lexicon.folded($0) })
    let questions = try JSONDecoder().decode(
      Questions.self, from: Data(contentsOf: folder.appendingPathComponent("questions.json")))
    var figures = Figures()
    let file = folder.appendingPathComponent("graph.sqlite")
    if figures.only == nil, !figures.isKept {
      try load(folder, file, folding, questions, into: &figures)
    }
    let store = try GraphStore.open(at: file, access: .read, folding: folding)
    try ask(store, questions, into: &figures)
    print(figures.json)
  }

  private static func load(
    _ folder: URL, _ file: URL, _ folding: NameFolding, _ questions: Questions,
    into figures: inout Figures
  ) throws {
    for end in ["", "-wal", "-shm", "-lock"] {
      try? FileManager.default.removeItem(atPath: file.path + end)
    }
    let seconds = try Clock.seconds {
      let store = try GraphStore.open(at: file, access: .build, folding: folding)
      try store.importTriples(
        from: folder.appendingPathComponent("graph.nt").path, syntax: .nTriples,
        vocabulary: Vocabulary())
      try store.close()
    }
    let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    figures.add("load, triples a CPU second", Double(questions.triples) / seconds)
    figures.add("bytes a triple", Double(size) / Double(questions.triples))
  }

  private static func ask(
    _ store: GraphStore, _ questions: Questions, into figures: inout Figures
  ) throws {
    let queries = GraphQueries(store: store)
    func id(_ entity: Int) -> EntityID { EntityID(rawValue: "\(questions.base)e/\(entity)") }
    try figures.measure("relations", questions.relations) { _ = try queries.relations(of: id($0)) }
    let type = EntityType(rawValue: "\(questions.base)class/\(questions.type)")
    let twoHops = WalkOptions(depth: 2, types: [type], directions: [.out])
    try figures.measure("two hops", questions.twoHops) {
      _ = try queries.walk(from: id($0), options: twoHops)
    }
    try figures.measure("shortest path", slow: "shortest path, 99 %", questions.paths) {
      _ = try queries.paths(from: id($0[0]), to: id($0[1]))
    }
    let prefixes = """
      PREFIX e: <\(questions.base)e/> PREFIX p: <\(questions.base)p/>
      PREFIX c: <\(questions.base)class/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n
      """
    func answer(_ text: String) throws { _ = try store.answer(try Query(prefixes + text)) }
    try figures.measure("star join", questions.stars) { star in
      try answer(
        """
        SELECT ?s ?d ?o { ?s a c:\(star.type) ; p:p\(star.predicate) ?o ; p:founded ?d
        FILTER(?d >= "\(star.since)"^^xsd:date) } ORDER BY ?d ?s ?o
        """)
    }
    let relations = (0..<20).map { "p:p\($0)" }.joined(separator: " ")
    try figures.measure("in-degree", [0]) { _ in
      try answer(
        """
        SELECT ?o (COUNT(*) AS ?n) { VALUES ?p { \(relations) } ?s ?p ?o }
        GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 10
        """)
    }
    try figures.measure("p+", questions.closures) {
      try answer("SELECT (COUNT(?o) AS ?n) { e:\($0) p:p\(questions.closurePredicate ?? 0)+ ?o }")
    }
    let sizes = (0..<100_000).map { "\($0 * 3).0" }.joined(separator: ", ")
    try figures.measure("a list of 100,000", [sizes]) {
      try answer("SELECT (COUNT(*) AS ?n) { ?s p:size ?x FILTER(?x IN (\($0))) }")
    }
    try figures.measure("search, two characters", questions.names) {
      _ = try queries.search(String($0.prefix(2)), limit: 20)
    }
    try figures.measure("search, a whole name", questions.names) {
      _ = try queries.search($0, limit: 20)
    }
    try figures.measure("search, a character wrong", questions.names) {
      _ = try queries.search(String($0.prefix(1)) + "囗" + String($0.dropFirst(2)), limit: 20)
    }
    try figures.measure("search, pinyin initials", ["shjt", "jxyy", "ntgh", "yxgs"]) {
      _ = try queries.search($0, limit: 20)
    }
    try figures.measure("search, pinyin", ["shanhe", "jinxinjituan", "nantian", "yongheyiyuan"]) {
      _ = try queries.search($0, limit: 20)
    }
  }
}

/// The file `questions.json`.
struct Questions: Decodable {
  struct Star: Decodable {
    let type: String
    let predicate: Int
    let since: String

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      type = try fields.decode(String.self)
      predicate = try fields.decode(Int.self)
      since = try fields.decode(String.self)
    }
  }

  let base: String
  let triples: Int
  let relations: [Int]
  let twoHops: [Int]
  let type: String
  let paths: [[Int]]
  let stars: [Star]
  /// The predicate of the closures; the first where none is named.
  let closurePredicate: Int?
  let closures: [Int]
  let names: [String]

  enum CodingKeys: String, CodingKey {
    case base, triples, relations, type, paths, stars, closures, names
    case twoHops = "two hops"
    case closurePredicate = "closure predicate"
  }
}

/// Figures by name, in the order they were taken.
struct Figures {
  private var rows: [(String, Double)] = []
  /// The one thing to be measured; `nil` for all.
  let only = ProcessInfo.processInfo.environment["ONLY"]

  /// Whether the graph made before is asked.
  let isKept = ProcessInfo.processInfo.environment["KEEP"] != nil

  mutating func add(_ name: String, _ value: Double) { rows.append((name, value)) }

  /// Median processor time in milliseconds over the arguments, each asked once after a first that
  /// is not counted.
  mutating func measure<Argument>(
    _ name: String, slow: String? = nil, _ arguments: [Argument], _ body: (Argument) throws -> Void
  ) throws {
    guard only == nil || only == name else { return }
    if let first = arguments.first { try body(first) }
    for _ in 0..<(only == nil || isKept ? 0 : 9) { try arguments.forEach(body) }
    var times: [Double] = []
    for argument in arguments { times.append(try Clock.seconds { try body(argument) } * 1_000) }
    times.sort()
    add(name, times[times.count / 2])
    if let slow { add(slow, times[min(times.count - 1, times.count * 99 / 100)]) }
  }

  /// An object, a member a line.
  var json: String {
    "{" + rows.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n ") + "}"
  }
}

/// Processor time, which other tenants of the machine hardly change.
enum Clock {
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
