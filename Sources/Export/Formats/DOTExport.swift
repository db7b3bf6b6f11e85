import Linking
import Recognition
import TripleStore

/// A drawing for Graphviz: entities as boxes in the colour of their type, statements between them
/// as arrows; figures and sentences are in the tooltips.
///
/// By default it is made to be read: the most telling arrows, entities that are joined alike in one
/// box, and a remark on what is left out. Without a bound it is the graph as it is.
public struct DOTExport: GraphFormat {
  let labels: OntologyLabels
  let language: Language
  let drawing: DOTDrawing
  let options: DrawingOptions

  /// Most lines of one tooltip.
  static let tooltipLines = 12
  /// Entities from which on forces arrange the whole.
  static let manyNodes = 150

  /// Draws with the ontology's colours and its words in the language.
  public init(
    labels: OntologyLabels, language: Language, options: DrawingOptions = DrawingOptions()
  ) {
    self.labels = labels
    self.language = language
    self.options = options
    drawing = DOTDrawing(colors: labels.colors)
  }

  /// Writes nodes, then edges.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    if let maximumEdges = options.maximumEdges {
      let plan = try DrawingPlan(of: graph, labels: labels, maximumEdges: maximumEdges)
      try PlannedDrawing(plan: plan, graph: graph, export: self).write(to: &sink)
    } else {
      try writeEverything(graph, to: &sink)
    }
  }

  /// Every entity by id, then every statement in its order.
  private func writeEverything(
    _ graph: SelectedGraph, to sink: inout some ByteSink
  ) throws {
    let isLarge = try graph.snapshot.size().entities > Self.manyNodes
    try sink.write(drawing.opening(title: "mailuo", layout: isLarge ? .forces : .columns))
    try graph.forEachEntity { entity in
      let statements = try graph.statements(about: entity.reference)
      try sink.write(
        drawing.line(
          for: DrawnNode(
            id: entity.id.rawValue, label: LabelText.wrapped(entity.name),
            type: entity.type.rawValue, tooltip: tooltip(of: entity, statements),
            degree: entity.statements, isCentre: graph.filter.centres.contains(entity.id))))
    }
    try graph.forEachStatement { statement in
      guard let object = statement.object.entity else { return }
      let roles = statement.qualifiers.filter { $0.name == "role" }.map(\.value)
      try sink.write(
        drawing.line(
          for: DrawnEdge(
            subject: statement.subject.id.rawValue, object: object.id.rawValue,
            label: label(of: [PairEdge.Part(predicate: statement.predicate, roles: roles)]),
            isSymmetric: labels.isSymmetric(statement.predicate),
            tooltip: try sentences(of: [statement.id], in: graph))))
    }
    try sink.write(drawing.closing)
  }

  /// Names, then figures.
  func tooltip(of entity: EntityRecord, _ statements: [StatementRecord]) -> String {
    let others = entity.aliases.filter { $0 != entity.name }
    var lines = ["\(entity.name) (\(labels.type(entity.type).text(in: language)))"]
    if !others.isEmpty { lines.append(others.joined(separator: "; ")) }
    lines += statements.filter { $0.object.entity == nil }.map { statement in
      labels.predicate(statement.predicate).text(in: language) + " " + statement.literalText
    }
    return Self.shortened(lines)
  }

  /// 「任职于 董事长」; the roles on a line of their own where they are long.
  func label(of parts: [PairEdge.Part]) -> String {
    parts.map { part in
      let predicate = labels.predicate(part.predicate).text(in: language)
      let roles = part.roles.filter { $0 != predicate }
      guard !roles.isEmpty else { return predicate }
      let shown = roles.prefix(2).joined(separator: "、") + (roles.count > 2 ? "…" : "")
      let words = LabelText.shortened(shown, columns: 24)
      let isLong = LabelText.width(predicate) + LabelText.width(words) > 16
      return predicate + (isLong ? "\n" : " ") + words
    }.joined(separator: "\n")
  }

  /// The sentences that prove statements, each with its document.
  func sentences(of statements: [StatementID], in graph: SelectedGraph) throws -> String {
    var lines: [String] = []
    for id in statements where lines.count <= Self.tooltipLines {
      for evidence in try graph.snapshot.evidence(of: id) where graph.filter.accepts(evidence) {
        let line = "\(evidence.sentence) [\(evidence.document)]"
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return Self.shortened(lines)
  }

  static func shortened(_ lines: [String]) -> String {
    (lines.prefix(tooltipLines) + (lines.count > tooltipLines ? ["…"] : []))
      .joined(separator: "\n")
  }
}
