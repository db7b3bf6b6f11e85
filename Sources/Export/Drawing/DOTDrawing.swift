/// A drawing in Graphviz' DOT language, piece by piece: the opening, nodes and edges in the caller's
/// order, the closing.
///
/// The font list names the usual Chinese fonts, so that labels are
/// readable wherever one of them is installed.
public struct DOTDrawing: Sendable {
  /// Fonts with Chinese glyphs, first found wins.
  static let fonts =
    "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,WenQuanYi Micro Hei,sans-serif"

  private let colors: [String: String]

  /// Creates a drawing that fills nodes with a colour (`#rrggbb`) for each class name; others are
  /// grey.
  public init(colors: [String: String]) { self.colors = colors }

  /// The first lines: title and the look of everything.
  public func opening(title: String) -> String {
    let font = "fontname=\(DOTText.quoted(Self.fonts))"
    return """
      digraph \(DOTText.quoted(title)) {
        graph [rankdir=LR, overlap=false, splines=true, \(font), tooltip=\(DOTText.quoted(title))];
        node [shape=box, style="rounded,filled", fillcolor="#eeeeee", color="#555555", \(font)];
        edge [color="#888888", fontsize=10, \(font)];

      """
  }

  /// One line for an entity.
  public func line(for node: DrawnNode) -> String {
    let attributes = [
      "label=\(DOTText.quoted(node.label))",
      colors[node.type].map { "fillcolor=\(DOTText.quoted($0))" },
      "tooltip=\(DOTText.quoted(node.tooltip))",
    ]
    return
      "  \(DOTText.quoted(node.id)) [\(attributes.compactMap(\.self).joined(separator: ", "))];\n"
  }

  /// One line for a statement.
  public func line(for edge: DrawnEdge) -> String {
    let tooltip = DOTText.quoted(edge.tooltip)
    let attributes = [
      "label=\(DOTText.quoted(edge.label))",
      edge.isSymmetric ? "dir=both" : nil,
      "tooltip=\(tooltip)",
      "labeltooltip=\(tooltip)",
    ]
    let ends = "\(DOTText.quoted(edge.subject)) -> \(DOTText.quoted(edge.object))"
    return "  \(ends) [\(attributes.compactMap(\.self).joined(separator: ", "))];\n"
  }

  /// The last line.
  public var closing: String { "}\n" }
}
