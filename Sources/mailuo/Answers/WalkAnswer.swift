import Export
import Recognition
import Linking
import NewsText
import Querying
import TripleStore

/// A neighbourhood as an indented tree for people, as rows for machines.
struct WalkAnswer {
  /// The tree.
  let tree: WalkTree
  /// Words for predicates and types.
  let labels: OntologyLabels
  /// Whether each step is followed by where it was read.
  var showsEvidence = false

  /// Lines of the tree: `├─ 任职于 → 晖禾重工  机构`.
  func lines(language: Language, terminal: Terminal) -> [String] {
    [title(of: tree.root, language, terminal)]
      + lines(below: tree.root, indent: "", language, terminal)
  }

  private func lines(
    below node: WalkTree.Node, indent: String, _ language: Language, _ terminal: Terminal
  ) -> [String] {
    node.branches.enumerated().flatMap { index, branch in
      let isLast = index == node.branches.count - 1
      let arrow = branch.direction == .out ? "→" : "←"
      let predicate = labels.predicate(branch.predicate).text(in: language)
      let line =
        indent + (isLast ? "└─ " : "├─ ") + "\(predicate) \(arrow) "
        + title(of: branch.node, language, terminal)
      let below = indent + (isLast ? "   " : "│  ")
      return [line] + evidence(of: branch, indent: below, language, terminal)
        + lines(below: branch.node, indent: below, language, terminal)
    }
  }

  /// The sentence and its place, where they are asked for.
  private func evidence(
    of branch: WalkTree.Branch, indent: String, _ language: Language, _ terminal: Terminal
  ) -> [String] {
    guard showsEvidence, let evidence = branch.evidence else { return [] }
    let text = StatementText(labels: labels, language: language, terminal: terminal)
    let bar = branch.node.branches.isEmpty ? "   " : "│  "
    return text.lines(for: evidence).map { indent + bar + $0 }
  }

  private func title(
    of node: WalkTree.Node, _ language: Language, _ terminal: Terminal
  ) -> String {
    terminal.bold(TerminalText.sanitised(node.entity.name)) + "  "
      + terminal.dim(labels.type(node.entity.type).text(in: language))
  }

  /// One row an entity, parents before children.
  var rows: RowTable {
    RowTable(
      columns: [
        .init("depth", zh: "步", en: "Depth", alignment: .right), .machines("parent"),
        .init("predicate", zh: "关系", en: "Predicate"), .machines("direction"), .machines("id"),
        .init("type", zh: "类型", en: "Type"), .init("name", zh: "名称", en: "Name"),
      ] + (showsEvidence ? WalkAnswer.evidenceColumns : []),
      rows: [row(for: tree.root, depth: 0, parent: nil, branch: nil)]
        + rows(below: tree.root, depth: 1))
  }

  private static let evidenceColumns: [RowTable.Column] = [
    .init("document", zh: "文档", en: "Document"), .machines("start"), .machines("end"),
    .init("sentence", zh: "原文", en: "Sentence"),
  ]

  private func rows(below node: WalkTree.Node, depth: Int) -> [[RowTable.Cell]] {
    node.branches.flatMap { branch in
      [row(for: branch.node, depth: depth, parent: node, branch: branch)]
        + rows(below: branch.node, depth: depth + 1)
    }
  }

  private func row(
    for node: WalkTree.Node, depth: Int, parent: WalkTree.Node?, branch: WalkTree.Branch?
  ) -> [RowTable.Cell] {
    let evidence = branch?.evidence
    let place: [RowTable.Cell] = [
      .text(evidence?.document), evidence.map { .integer($0.span.start) } ?? .empty,
      evidence.map { .integer($0.span.end) } ?? .empty, .text(evidence?.sentence),
    ]
    return [
      .integer(depth), .text(parent?.entity.id.rawValue),
      branch.map { .name($0.predicate.rawValue, labels.predicate($0.predicate)) } ?? .empty,
      .text(branch?.direction.rawValue), .text(node.entity.id.rawValue),
      .name(node.entity.type.rawValue, labels.type(node.entity.type)), .text(node.entity.name),
    ] + (showsEvidence ? place : [])
  }
}
