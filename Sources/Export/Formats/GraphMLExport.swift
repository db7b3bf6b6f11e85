import Linking
import Recognition
import TripleStore

/// GraphML (http://graphml.graphdrawing.org/specification.html): entities as nodes, statements
/// between them as edges, everything else as their data.
public struct GraphMLExport: GraphFormat {
  private let labels: OntologyLabels
  private let language: Language

  /// Writes labels in the language.
  public init(labels: OntologyLabels, language: Language) {
    self.labels = labels
    self.language = language
  }

  private typealias Column = (name: String, type: String)

  private static let nodeColumns: [Column] = [
    ("label", "string"), ("type", "string"), ("aliases", "string"), ("distinction", "string"),
    ("documents", "int"), ("mentions", "int"), ("statements", "int"),
  ]
  private static let edgeColumns: [Column] = [
    ("predicate", "string"), ("label", "string"), ("weight", "int"), ("score", "double"),
    ("symmetric", "boolean"), ("document", "string"), ("sentence", "string"),
  ]

  /// Writes nodes by id, then edges in the order of the statements.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    let columns = try PropertyColumns(of: graph)
    var writer = try XMLWriter(sink)
    try writer.element(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
          + "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
      ]
    ) { writer in
      try writeKeys(columns, to: &writer)
      try writer.element("graph", ["id": "mailuo", "edgedefault": "directed"]) { writer in
        try graph.forEachEntity { entity in
          let statements = try graph.statements(about: entity.reference)
          try write(entity, statements, columns, to: &writer)
        }
        try graph.forEachStatement { statement in
          guard let object = statement.object.entity else { return }
          let best = try graph.evidence(of: statement).first
          try write(statement, to: object, best, columns, &writer)
        }
      }
    }
    try writer.finish()
    sink = writer.sink
  }

  private func writeKeys<Sink>(
    _ columns: PropertyColumns, to writer: inout XMLWriter<Sink>
  ) throws {
    let nodes = Self.nodeColumns + columns.literals.map { ($0.rawValue, "string") }
    for (index, column) in nodes.enumerated() {
      try writer.element(
        "key",
        [
          "id": "n\(index)", "for": "node", "attr.name": column.name, "attr.type": column.type,
        ])
    }
    let edges = Self.edgeColumns + columns.qualifiers.map { ("qualifier.\($0)", "string") }
    for (index, column) in edges.enumerated() {
      try writer.element(
        "key",
        [
          "id": "e\(index)", "for": "edge", "attr.name": column.name, "attr.type": column.type,
        ])
    }
  }

  private func write<Sink>(
    _ entity: EntityRecord, _ statements: [StatementRecord], _ columns: PropertyColumns,
    to writer: inout XMLWriter<Sink>
  ) throws {
    let others = entity.aliases.filter { !$0.utf8.elementsEqual(entity.name.utf8) }
    let own = [
      entity.name, entity.type.rawValue, others.joined(separator: "; "), entity.distinction ?? "",
      "\(entity.documents)", "\(entity.mentions)", "\(entity.statements)",
    ]
    let literals = columns.literals.map { predicate in
      statements.filter { $0.predicate == predicate && $0.object.entity == nil }
        .map(\.literalText).joined(separator: "; ")
    }
    try writer.element("node", ["id": entity.id.rawValue]) { writer in
      try write(own + literals, prefix: "n", to: &writer)
    }
  }

  private func write<Sink>(
    _ statement: StatementRecord, to object: EntityReference, _ best: EvidenceRecord?,
    _ columns: PropertyColumns, _ writer: inout XMLWriter<Sink>
  ) throws {
    let values =
      [
        statement.predicate.rawValue, labels.predicate(statement.predicate).text(in: language),
        "\(statement.evidenceCount)", JSONValue.decimal(statement.score).text,
        labels.isSymmetric(statement.predicate) ? "true" : "", best?.document ?? "",
        best?.sentence ?? "",
      ] + columns.values(of: statement)
    try writer.element(
      "edge",
      [
        "id": statement.id.rawValue, "source": statement.subject.id.rawValue,
        "target": object.id.rawValue,
      ]
    ) { writer in
      try write(values, prefix: "e", to: &writer)
    }
  }

  /// Empty values are left out.
  private func write<Sink>(
    _ values: [String], prefix: String, to writer: inout XMLWriter<Sink>
  ) throws {
    for (index, value) in values.enumerated() where !value.isEmpty {
      try writer.element("data", ["key": "\(prefix)\(index)"], text: value)
    }
  }
}
