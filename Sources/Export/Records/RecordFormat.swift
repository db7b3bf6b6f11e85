import Linking
import NewsText
import Recognition

/// Entities, mentions and statements as the records of `extract` and `export --format jsonl`: one
/// JSON object a line, keys always in the same order.
public enum RecordFormat {
  /// `{"kind":"entity","id":…,"type":…,"name":…,"aliases":[…]}`
  public static func record(of entity: Entity) -> JSONValue {
    .object([
      .init("kind", .string("entity")),
      .init("id", .string(entity.id.rawValue)),
      .init("type", .string(entity.type.rawValue)),
      .init("name", .string(entity.name)),
      .init("aliases", .array(entity.aliases.map { .string($0) })),
    ])
  }

  /// `{"kind":"mention","doc":…,"start":…,"end":…,"text":…,"type":…,"entity":…,"rule":…,"score":…}`
  public static func record(of mention: LinkedMention, document: String) -> JSONValue {
    .object([
      .init("kind", .string("mention")),
      .init("doc", .string(document)),
      .init("start", .integer(mention.span.start)),
      .init("end", .integer(mention.span.end)),
      .init("text", .string(mention.text)),
      .init("type", .string(mention.type.rawValue)),
      .init("entity", .string(mention.entity.rawValue)),
      .init("rule", .string(mention.rule)),
      .init("score", .decimal(mention.score)),
    ])
  }

  /// `{"kind":"statement","doc":…,"subject":…,"predicate":…,"object":…,"value":…,…}`,
  /// behind them `"inferred":["date"]` where the passage does not print a date whole.
  public static func record(of statement: Statement, document: String) -> JSONValue {
    let object: JSONValue
    let value: JSONValue
    switch statement.object {
    case .entity(let id): (object, value) = (.string(id.rawValue), .null)
    case .literal(let text): (object, value) = (.null, .string(text))
    }
    var members: [JSONValue.Member] = [
      .init("kind", .string("statement")),
      .init("doc", .string(document)),
      .init("subject", .string(statement.subject.rawValue)),
      .init("predicate", .string(statement.predicate.rawValue)),
      .init("object", object),
      .init("value", value),
      .init("qualifiers", qualifiers(statement.qualifiers)),
      .init("start", .integer(statement.evidence.span.start)),
      .init("end", .integer(statement.evidence.span.end)),
      .init("rule", .string(statement.evidence.rule)),
      .init("score", .decimal(statement.evidence.score)),
    ]
    if !statement.evidence.inferred.isEmpty {
      members.append(.init("inferred", .array(statement.evidence.inferred.map { .string($0) })))
    }
    return .object(members)
  }

  /// An object by qualifier name; values of one name are joined with 「、」, because a JSON object
  /// has each key once.
  public static func qualifiers(_ qualifiers: [Qualifier]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for qualifier in qualifiers.sorted() {
      if let last = members.last, last.key == qualifier.name, case .string(let text) = last.value {
        members[members.count - 1].value = .string(text + "、" + qualifier.value)
      } else {
        members.append(.init(qualifier.name, .string(qualifier.value)))
      }
    }
    return .object(members)
  }
}

extension RecordFormat {
  /// Appends everything read in one document: its entities, mentions and statements in order, one
  /// line each.
  public static func append(_ analysis: DocumentAnalysis, to utf8: inout [UInt8]) {
    let document = analysis.document.id
    for entity in analysis.entities { append(record(of: entity), to: &utf8) }
    for mention in analysis.mentions {
      append(record(of: mention, document: document), to: &utf8)
    }
    for statement in analysis.statements {
      append(record(of: statement, document: document), to: &utf8)
    }
  }

  /// Appends one record and its line end.
  public static func append(_ record: JSONValue, to utf8: inout [UInt8]) {
    record.append(to: &utf8)
    utf8.append(UInt8(ascii: "\n"))
  }
}
