import Foundation
import Linking
import NewsText
import Recognition
import TripleStore

/// A document made of facts: each becomes a sentence, its subject and object become mentions.
///
/// Objects that begin with `=` are literals; the ending and the length of a name give its type.
package struct SampleDocument {
  /// One statement.
  package struct Fact {
    package var subject: String
    package var predicate: String
    package var object: String
    package var qualifiers: [Qualifier]
    package var rule: String
    package var score: Double

    /// Creates a fact.
    package init(
      subject: String, predicate: String, object: String, qualifiers: [Qualifier] = [],
      rule: String = "rule.sample", score: Double = 0.5
    ) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.qualifiers = qualifiers
      self.rule = rule
      self.score = score
    }
  }
  package var id: String
  package var facts: [Fact]
  package var aliases: [String: [String]]
  package var version = 1

  /// Creates a document.
  package init(id: String, facts: [Fact], aliases: [String: [String]] = [:]) {
    self.id = id
    self.facts = facts
    self.aliases = aliases
  }

  /// The id of the entity of that name.
  package static func entityID(_ name: String) -> EntityID {
    let prefix =
      switch type(of: name) {
      case .person: "per"
      case .place: "pla"
      case .project: "prj"
      default: "org"
      }
    return EntityID(rawValue: "\(prefix)-\(name.filter { $0 != " " })")
  }

  /// The type of the entity of that name.
  package static func type(of name: String) -> EntityType {
    if name.hasSuffix("项目") { return .project }
    if let last = name.last, "县村镇市".contains(last) { return .place }
    return name.unicodeScalars.count <= 3 ? .person : .organization
  }

  /// Ready to be stored.
  package var analysed: AnalysedDocument {
    AnalysedDocument(analysis: analysis, fingerprint: "\(id) \(version)")
  }

  /// What is read in it.
  package var analysis: DocumentAnalysis {
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
