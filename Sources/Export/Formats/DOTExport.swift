import Linking
import Recognition
import TripleStore

/// A drawing for Graphviz: entities as boxes in the colour of their type, statements between them
/// as arrows; figures and sentences are in the tooltips.
public struct DOTExport: GraphFormat {
  private let labels: OntologyLabels
  private let language: Language
  private let drawing: DOTDrawing

  /// Most lines of one tooltip.
  private static let tooltipLines = 12

  /// Draws with the ontology's colours and its words in the language.
  public init(labels: OntologyLabels, language: Language) {
    self.labels = labels
    self.language = language
    drawing = DOTDrawing(colors: labels.colors)
  }

  /// Writes nodes by id, then edges in the order of the statements.
  public func write(
    _ part: GraphPart, of snapshot: GraphSnapshot, to sink: inout some ByteSink
  ) throws {
    try sink.write(drawing.opening(title: "mailuo"))
    try part.forEachEntity(of: snapshot) { entity in
      try sink.write(drawing.line(for: try node(for: entity, in: snapshot)))
    }
    try part.forEachStatement(of: snapshot) { statement in
      guard let object = statement.object.entity else { return }
      try sink.write(drawing.line(for: try edge(for: statement, to: object, in: snapshot)))
    }
    try sink.write(drawing.closing)
  }

  private func node(
    for entity: EntityRecord, in snapshot: GraphSnapshot
  ) throws -> DrawnNode {
    let others = entity.aliases.filter { $0 != entity.name }
    var lines = ["\(entity.name) (\(labels.type(entity.type).text(in: language)))"]
    if !others.isEmpty { lines.append(others.joined(separator: "; ")) }
    lines += try snapshot.statements(of: entity.reference.term, direction: .out)
      .filter { $0.object.entity == nil }.map(literalLine)
    return DrawnNode(
      id: entity.id.rawValue, label: entity.name, type: entity.type.rawValue,
      tooltip: Self.shortened(lines))
  }

  /// 「数据 年产量 3万吨」
  private func literalLine(for statement: StatementRecord) -> String {
    let predicate = labels.predicate(statement.predicate).text(in: language)
    return [predicate, statement.qualifier("name"), statement.object.text].compactMap(\.self)
      .joined(separator: " ")
  }

  private func edge(
    for statement: StatementRecord, to object: EntityReference, in snapshot: GraphSnapshot
  ) throws -> DrawnEdge {
    let predicate = labels.predicate(statement.predicate).text(in: language)
    let sentences = try snapshot.evidence(of: statement.id).map {
      "\($0.sentence) [\($0.document)]"
    }
    let roles = statement.qualifiers.filter { $0.name == "role" }.map(\.value)
    return DrawnEdge(
      subject: statement.subject.id.rawValue, object: object.id.rawValue,
      label: ([predicate] + roles).joined(separator: "\n"),
      isSymmetric: labels.isSymmetric(statement.predicate), tooltip: Self.shortened(sentences))
  }

  private static func shortened(_ lines: [String]) -> String {
    (lines.prefix(tooltipLines) + (lines.count > tooltipLines ? ["…"] : []))
      .joined(separator: "\n")
  }
}
