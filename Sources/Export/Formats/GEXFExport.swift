import Linking
import Recognition
import TripleStore

/// GEXF 1.3 (https://gexf.net/schema.html), a dynamic graph: statements hold from and to the days
/// they name, figures and states are attributes with a time of their own.
public struct GEXFExport: GraphFormat {
  private let labels: OntologyLabels
  private let language: Language

  /// Writes labels in the language.
  public init(labels: OntologyLabels, language: Language) {
    self.labels = labels
    self.language = language
  }

  private typealias Column = (name: String, type: String)

  private static let nodeColumns: [Column] = [
    ("type", "string"), ("aliases", "string"), ("distinction", "string"),
    ("documents", "integer"), ("mentions", "integer"), ("statements", "integer"),
  ]
  private static let edgeColumns: [Column] = [
    ("predicate", "string"), ("evidence", "integer"), ("score", "double"),
    ("symmetric", "boolean"), ("document", "string"), ("sentence", "string"),
  ]

  /// Writes nodes by id, then edges in the order of the statements.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    let columns = try PropertyColumns(of: graph)
    var writer = try XMLWriter(sink)
    try writer.element(
      "gexf",
      [
        "xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd",
        "version": "1.3",
      ]
    ) { writer in
      try writer.element("meta") { writer in
        try writer.element("creator", text: "Mailuo")
      }
      try writer.element(
        "graph",
        [
          "mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date",
          "timerepresentation": "interval", "idtype": "string",
        ]
      ) { writer in
        try writeColumns(columns, to: &writer)
        try writer.element("nodes") { writer in
          try graph.forEachEntity { entity in
            try write(entity, try graph.statements(about: entity.reference), columns, &writer)
          }
        }
        try writer.element("edges") { writer in
          try graph.forEachStatement { statement in
            guard let object = statement.object.entity else { return }
            let best = try graph.evidence(of: statement).first
            try write(statement, to: object, best, columns, &writer)
          }
        }
      }
    }
    try writer.finish()
    sink = writer.sink
  }

  private func writeColumns<Sink>(
    _ columns: PropertyColumns, to writer: inout XMLWriter<Sink>
  ) throws {
    func write(
      _ kind: String, _ mode: String, _ prefix: String, _ columns: [Column],
      _ writer: inout XMLWriter<Sink>
    ) throws {
      guard !columns.isEmpty else { return }
      try writer.element("attributes", ["class": kind, "mode": mode]) { writer in
        for (index, column) in columns.enumerated() {
          try writer.element(
            "attribute", ["id": "\(prefix)\(index)", "title": column.name, "type": column.type])
        }
      }
    }
    try write("node", "static", "n", Self.nodeColumns, &writer)
    try write("node", "dynamic", "l", columns.literals.map { ($0.rawValue, "string") }, &writer)
    let qualifiers: [Column] = columns.qualifiers.map { ("qualifier.\($0)", "string") }
    try write("edge", "static", "e", Self.edgeColumns + qualifiers, &writer)
  }

  private func write<Sink>(
    _ entity: EntityRecord, _ statements: [StatementRecord], _ columns: PropertyColumns,
    _ writer: inout XMLWriter<Sink>
  ) throws {
    let others = entity.aliases.filter { !$0.utf8.elementsEqual(entity.name.utf8) }
    let values = [
      entity.type.rawValue, others.joined(separator: "; "), entity.distinction ?? "",
      "\(entity.documents)", "\(entity.mentions)", "\(entity.statements)",
    ]
    try writer.element("node", ["id": entity.id.rawValue, "label": entity.name]) { writer in
      try writer.element("attvalues") { writer in
        try write(values, prefix: "n", to: &writer)
        for (index, predicate) in columns.literals.enumerated() {
          for value in timedValues(of: statements.filter { $0.predicate == predicate }) {
            try writer.element(
              "attvalue",
              [
                "for": "l\(index)", "value": value.text, "start": value.days?.first,
                "end": value.days?.last,
              ])
          }
        }
      }
      if let color = labels.colors[entity.type.rawValue], let parts = HexColor(color) {
        try writer.element(
          "viz:color", ["r": "\(parts.red)", "g": "\(parts.green)", "b": "\(parts.blue)"])
      }
    }
  }

  /// Literals of one predicate; those of the same days are one, because an attribute has one value
  /// at a time.
  private func timedValues(
    of statements: [StatementRecord]
  ) -> [(text: String, days: DayRange?)] {
    var values: [(text: String, days: DayRange?)] = []
    for statement in statements where statement.object.entity == nil {
      let days = DayRange(of: statement)
      if let index = values.firstIndex(where: { $0.days == days }) {
        values[index].text += "; " + statement.literalText
      } else {
        values.append((statement.literalText, days))
      }
    }
    return values
  }

  private func write<Sink>(
    _ statement: StatementRecord, to object: EntityReference, _ best: EvidenceRecord?,
    _ columns: PropertyColumns, _ writer: inout XMLWriter<Sink>
  ) throws {
    let days = DayRange(of: statement)
    let values =
      [
        statement.predicate.rawValue, "\(statement.evidenceCount)",
        JSONValue.decimal(statement.score).text,
        labels.isSymmetric(statement.predicate) ? "true" : "", best?.document ?? "",
        best?.sentence ?? "",
      ] + columns.values(of: statement)
    try writer.element(
      "edge",
      [
        "id": statement.id.rawValue, "source": statement.subject.id.rawValue,
        "target": object.id.rawValue, "kind": statement.predicate.rawValue,
        "label": labels.predicate(statement.predicate).text(in: language),
        "weight": "\(statement.evidenceCount)", "start": days?.first, "end": days?.last,
      ]
    ) { writer in
      try writer.element("attvalues") { writer in try write(values, prefix: "e", to: &writer) }
    }
  }

  /// Empty values are left out.
  private func write<Sink>(
    _ values: [String], prefix: String, to writer: inout XMLWriter<Sink>
  ) throws {
    for (index, value) in values.enumerated() where !value.isEmpty {
      try writer.element("attvalue", ["for": "\(prefix)\(index)", "value": value])
    }
  }
}
