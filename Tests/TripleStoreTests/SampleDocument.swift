import Foundation
import Linking
import NewsText
import Recognition
import TripleStore

/// A document made of facts: each becomes a sentence, its subject and object become mentions.
struct SampleDocument {
  struct Fact {
    var subject: String
    var predicate: String
    var object: String
    var qualifiers: [Qualifier] = []
    var rule = "rule.sample"
    var score = 0.5
  }
  var id: String
  var facts: [Fact]
  var aliases: [String: [String]] = [:]
  var version = 1

  /// Names that begin with 「=」 are literals; the first character of others gives the type.
  static func entityID(_ name: String) -> EntityID {
    let prefix =
      switch type(of: name) {
      case .person: "per"
      case .place: "pla"
      case .project: "prj"
      default: "org"
      }
    return EntityID(rawValue: "\(prefix)-\(name.filter { $0 != " " })")
  }

  static func type(of name: String) -> EntityType {
    if name.hasSuffix("项目") { return .project }
    if let last = name.last, "县村镇市".contains(last) { return .place }
    return name.unicodeScalars.count <= 3 ? .person : .organization
  }

  var analysed: AnalysedDocument {
    AnalysedDocument(analysis: analysis, fingerprint: "\(id) \(version)")
  }

  var analysis: DocumentAnalysis {
    var text = ""
    var mentions: [LinkedMention] = []
    var statements: [Linking.Statement] = []
    var entities: [EntityID: Entity] = [:]
    func mention(_ name: String, at start: Int) {
      let entityID = SampleDocument.entityID(name)
      let kind = SampleDocument.type(of: name)
      entities[entityID] = Entity(
        id: entityID, type: kind, name: name, aliases: ([name] + (aliases[name] ?? [])).sorted())
      mentions.append(
        LinkedMention(
          span: TextSpan(start, start + name.unicodeScalars.count), text: name, type: kind,
          entity: entityID, rule: "rule.name", score: 0.9, article: 1))
    }
    for fact in facts {
      let start = text.unicodeScalars.count
      let isLiteral = fact.object.hasPrefix("=")
      let object = isLiteral ? String(fact.object.dropFirst()) : fact.object
      let sentence = "\(fact.subject)与\(object)。"
      mention(fact.subject, at: start)
      if !isLiteral { mention(object, at: start + fact.subject.unicodeScalars.count + 1) }
      text += sentence
      statements.append(
        Linking.Statement(
          subject: SampleDocument.entityID(fact.subject),
          predicate: PredicateName(rawValue: fact.predicate),
          object: isLiteral ? .literal(object) : .entity(SampleDocument.entityID(object)),
          qualifiers: fact.qualifiers,
          evidence: Evidence(
            article: 1, span: TextSpan(start, text.unicodeScalars.count - 1),
            quote: String(sentence.dropLast()), sentence: sentence, rule: fact.rule,
            score: fact.score)))
    }
    let document = Document(id: id, text: text, metadata: DocumentMetadata(source: "日报"))
    return DocumentAnalysis(
      document: document,
      articles: [
        ArticleSummary(
          number: 1, headline: "\(id)要闻", span: TextSpan(0, document.scalars.count))
      ],
      mentions: mentions, entities: entities.values.sorted { $0.id < $1.id },
      statements: statements)
  }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mailuo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  var graph: URL { url.appendingPathComponent("graph.sqlite") }
}

/// Seeded numbers (SplitMix64), the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
