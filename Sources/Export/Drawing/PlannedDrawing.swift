import Lexicon
import Linking
import Recognition
import TripleStore

/// Writes a plan as a drawing.
struct PlannedDrawing {
  let plan: DrawingPlan
  let graph: SelectedGraph
  let export: DOTExport

  /// Names a box of several entities lists.
  private static let listedNames = 8
  /// Columns of a name in such a list.
  private static let listedColumns = 28
  /// Fewest arrows left out at a box that are remarked on, and most boxes with a remark.
  private static let remarked = (arrows: 3, boxes: 8)

  func write(to sink: inout some ByteSink) throws {
    let names = plan.boxes.keys.sorted()
    try sink.write(
      export.drawing.opening(
        title: "mailuo", layout: names.count > DOTExport.manyNodes ? .forces : .columns,
        caption: caption))
    for name in names { try sink.write(export.drawing.line(for: node(name))) }
    if let cluster = export.options.cluster {
      let clusters = try DrawingClusters(plan.boxes, by: cluster, in: graph)
      for (number, part) in clusters.parts.enumerated() {
        try sink.write(
          export.drawing.cluster(number, heading: part.heading, nodes: part.boxes))
      }
    }
    for arrow in plan.arrows { try sink.write(export.drawing.line(for: edge(arrow))) }
    for (name, hidden) in remarks {
      try sink.write(
        export.drawing.lines(
          remark: export.language == .zh ? "另有 \(hidden) 条" : "and \(hidden) more", at: name))
    }
    try sink.write(export.drawing.closing)
  }

  /// Boxes with the most arrows left out.
  private var remarks: [(name: String, hidden: Int)] {
    plan.hiddenAt.filter { $0.value >= Self.remarked.arrows }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.remarked.boxes).map { ($0.key, $0.value) }
  }

  private var caption: String {
    let present = Set(plan.boxes.values.compactMap(\.first?.type))
    let known = export.labels.ontology.types.map { EntityType(rawValue: $0.name) }
    let types = known.filter(present.contains).map {
      (name: $0.rawValue, label: export.labels.type($0).text(in: export.language))
    }
    let hidden = plan.hidden
    let remark =
      export.language == .zh
      ? "另有 \(hidden) 条关系没有画出"
      : "and \(hidden) more \(hidden == 1 ? "relation" : "relations") not drawn"
    return export.drawing.caption(types, remark: hidden > 0 ? remark : nil)
  }

  private func node(_ name: String) throws -> DrawnNode {
    let entities = plan.boxes[name] ?? []
    guard entities.count != 1, let first = entities.first else {
      let record = try graph.snapshot.record(entities[0])
      return DrawnNode(
        id: name, label: LabelText.wrapped(record.name), type: record.type.rawValue,
        tooltip: export.tooltip(of: record, try graph.statements(about: record.reference)),
        degree: record.statements, isCentre: graph.filter.centres.contains(record.id))
    }
    var lines = entities.prefix(Self.listedNames).map {
      LabelText.shortened($0.name, columns: Self.listedColumns)
    }
    let rest = entities.count - lines.count
    if rest > 0 {
      lines.append(export.language == .zh ? "另有 \(rest) 个" : "and \(rest) more")
    }
    return DrawnNode(
      id: name, label: lines.joined(separator: "\n"), type: first.type.rawValue,
      tooltip: DOTExport.shortened(entities.map(\.name)), isGroup: true)
  }

  private func edge(_ arrow: DrawingPlan.Arrow) throws -> DrawnEdge {
    var parts: [PairEdge.Part] = []
    for part in arrow.edges.flatMap(\.parts) {
      guard let index = parts.firstIndex(where: { $0.predicate == part.predicate }) else {
        parts.append(part)
        continue
      }
      for role in part.roles where !parts[index].roles.contains(role) {
        parts[index].roles.append(role)
      }
    }
    return DrawnEdge(
      subject: arrow.from, object: arrow.to, label: export.label(of: parts),
      isSymmetric: parts.allSatisfy { export.labels.isSymmetric($0.predicate) },
      tooltip: try export.sentences(of: arrow.edges.flatMap(\.statements), in: graph),
      count: arrow.edges.count)
  }
}
