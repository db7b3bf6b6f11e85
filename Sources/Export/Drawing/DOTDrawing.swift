import Foundation

/// A drawing in Graphviz' DOT language, piece by piece: the opening, nodes and edges in the caller's
/// order, the closing.
///
/// The font list names the usual Chinese fonts, so that labels are
/// readable wherever one of them is installed.
public struct DOTDrawing: Sendable {
  /// How Graphviz arranges it.
  public enum Layout: String, Sendable {
    /// In columns from left to right: read like a text, for what fits a page.
    case columns = "dot"
    /// By forces: for graphs of hundreds of nodes and more.
    case forces = "sfdp"
  }

  /// Fonts with Chinese glyphs, first found wins.
  static let fonts =
    "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,WenQuanYi Micro Hei,sans-serif"
  /// Size of the smallest name, in points.
  private static let smallestName = 10.0
  /// Points that a name grows by with each doubling of its degree.
  private static let growth = 1.6
  private static let largestName = 20.0

  private let colors: [String: String]

  /// Creates a drawing that fills nodes with a colour (`#rrggbb`) for each class name; others are
  /// grey.
  public init(colors: [String: String]) { self.colors = colors }

  /// The first lines: title and the look of everything. `caption` is written below the drawing.
  public func opening(
    title: String, layout: Layout = .columns, caption: String? = nil
  ) -> String {
    let font = "fontname=\(DOTText.quoted(Self.fonts))"
    let arrangement =
      switch layout {
      case .columns: "rankdir=LR, nodesep=0.14, ranksep=0.35"
      case .forces: "overlap=prism, overlap_scaling=-3, splines=line, K=0.8"
      }
    let below = caption.map { ", labelloc=b, fontsize=11, label=\($0)" } ?? ""
    return """
      digraph \(DOTText.quoted(title)) {
        graph [layout=\(layout.rawValue), \(arrangement), outputorder=edgesfirst, bgcolor=white, pad=0.2, \(font), tooltip=\(DOTText.quoted(title))\(below)];
        node [shape=box, style="rounded,filled", fillcolor="#eeeeee", color="#777777", penwidth=0.8, margin="0.09,0.05", height=0.3, fontsize=10, \(font)];
        edge [color="#8a8a8a", fontcolor="#444444", fontsize=9, arrowsize=0.6, penwidth=0.8, \(font)];

      """
  }

  /// One line for an entity.
  public func line(for node: DrawnNode) -> String {
    let color = colors[node.type]
    let attributes = [
      "label=\(DOTText.quoted(node.label))",
      color.map { "fillcolor=\(DOTText.quoted($0))" },
      color.flatMap(HexColor.init).map { "color=\(DOTText.quoted($0.darkened(by: 0.4)))" },
      node.degree > 1 ? "fontsize=\(Self.size(ofDegree: node.degree))" : nil,
      node.isGroup ? "style=filled, peripheries=2" : nil,
      node.isCentre ? "penwidth=2.5" : nil,
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
      edge.count > 1 ? "penwidth=\(0.8 + 0.4 * Double(min(edge.count, 6) - 1))" : nil,
      "tooltip=\(tooltip)",
      "labeltooltip=\(tooltip)",
    ]
    let ends = "\(DOTText.quoted(edge.subject)) -> \(DOTText.quoted(edge.object))"
    return "  \(ends) [\(attributes.compactMap(\.self).joined(separator: ", "))];\n"
  }

  /// A remark hanging from a node: 「另有 37 条」.
  public func lines(remark: String, at node: String) -> String {
    let own = DOTText.quoted("more " + node)
    return """
        \(own) [label=\(DOTText.quoted(remark)), shape=plaintext, style="", height=0.2, margin="0.02,0.01", fontsize=9, fontcolor="#777777"];
        \(DOTText.quoted(node)) -> \(own) [style=dotted, arrowhead=none, tooltip=\(DOTText.quoted(remark))];

      """
  }

  /// Nodes drawn together under a heading.
  public func cluster(_ number: Int, heading: String, nodes: [String]) -> String {
    let members = nodes.map { "\(DOTText.quoted($0));" }.joined(separator: " ")
    return """
        subgraph "cluster\(number)" {
          graph [label=\(DOTText.quoted(heading)), labelloc=t, labeljust=l, style="rounded,filled", color="#cccccc", fillcolor="#f7f7f7", fontsize=11, fontcolor="#555555", tooltip=\(DOTText.quoted(heading))];
          \(members)
        }

      """
  }

  /// A line of colours and what they mean, and what is to be said below, for
  /// ``opening(title:layout:caption:)``.
  public func caption(_ types: [(name: String, label: String)], remark: String?) -> String {
    let legend = types.map { type in
      let color = colors[type.name].flatMap(HexColor.init)?.darkened(by: 0.2) ?? "#999999"
      return "<FONT COLOR=\"\(color)\">■</FONT> \(XMLText.escaped(type.label))"
    }
    let lines = [legend.joined(separator: "  ")] + (remark.map { [XMLText.escaped($0)] } ?? [])
    return "<" + lines.joined(separator: "<BR/>") + ">"
  }

  /// The last line.
  public var closing: String { "}\n" }

  private static func size(ofDegree degree: Int) -> String {
    let size = min(largestName, smallestName + growth * log2(Double(degree)))
    return JSONValue.text(of: (size * 10).rounded() / 10)
  }
}
