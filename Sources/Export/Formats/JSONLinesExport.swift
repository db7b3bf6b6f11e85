import Linking
import NewsText
import Recognition
import TripleStore

/// The records of the contract: entities by id, mentions and statements by document and place.
/// A statement has a line for every place it was read in.
public struct JSONLinesExport: GraphFormat {
  /// Creates the format.
  public init() {}

  /// Writes the graph line by line.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    var utf8: [UInt8] = []
    func write(_ record: JSONValue) throws {
      utf8.removeAll(keepingCapacity: true)
      RecordFormat.append(record, to: &utf8)
      try sink.write(utf8)
    }
    try graph.forEachEntity { try write(RecordFormat.record(of: Entity($0))) }
    try graph.forEachMention { mention in
      try write(RecordFormat.record(of: LinkedMention(mention), document: mention.document))
    }
    try graph.forEachEvidence { statement, evidence in
      try write(
        RecordFormat.record(of: Statement(statement, evidence), document: evidence.document))
    }
  }
}

extension Entity {
  /// The entity as the graph knows it.
  fileprivate init(_ record: EntityRecord) {
    self.init(
      id: record.id, type: record.type, name: record.name, aliases: record.aliases,
      distinction: record.distinction)
  }
}

extension LinkedMention {
  /// The mention as the graph knows it.
  fileprivate init(_ record: MentionRecord) {
    self.init(
      span: record.span, text: record.text, type: record.type, entity: record.entity.id,
      rule: record.rule, score: record.score, article: record.article)
  }
}

extension Statement {
  /// One reading of the statement as the graph knows it.
  fileprivate init(_ record: StatementRecord, _ evidence: EvidenceRecord) {
    let object: StatementObject =
      switch record.object {
      case .entity(let reference): .entity(reference.id)
      case .literal(let text): .literal(text)
      }
    self.init(
      subject: record.subject.id, predicate: record.predicate, object: object,
      qualifiers: record.qualifiers,
      evidence: Evidence(
        article: evidence.article, span: evidence.span, quote: evidence.quote,
        sentence: evidence.sentence, rule: evidence.rule, score: evidence.score,
        inferred: evidence.inferred))
  }
}
