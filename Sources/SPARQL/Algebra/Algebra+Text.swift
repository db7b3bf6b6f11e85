import RDF

extension Algebra {
  /// The algebra as an indented tree, one operator a line.
  public var text: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    let (head, parts) = outline
    return [head] + parts.flatMap(\.lines).map { "  " + $0 }
  }

  private var outline: (String, [Algebra]) {
    switch self {
    case .patterns(let patterns):
      (["patterns"] + patterns.map { "  " + $0.text }).joined(separator: "\n  ").asHead
    case .join(let left, let right): ("join", [left, right])
    case .leftJoin(let left, let right, let condition):
      ("optional" + (condition == nil ? "" : " with a condition"), [left, right])
    case .filter(_, let inner): ("filter", [inner])
    case .union(let left, let right): ("union", [left, right])
    case .minus(let left, let right): ("minus", [left, right])
    case .graph(let node, let inner): ("graph \(node.text)", [inner])
    case .extend(let inner, let variable, _): ("extend ?\(variable)", [inner])
    case .values(let variables, let rows):
      ("values " + variables.map { "?" + $0 }.joined(separator: " ") + ": \(rows.count)", [])
    case .project(let inner, let names):
      ("project " + names.map { "?" + $0 }.joined(separator: " "), [inner])
    case .distinct(let inner): ("distinct", [inner])
    case .reduced(let inner): ("reduced", [inner])
    case .ordered(let inner, let conditions): ("order by \(conditions.count)", [inner])
    case .slice(let inner, let offset, let limit):
      ("slice from \(offset)" + (limit.map { ", at most \($0)" } ?? ""), [inner])
    case .group(let inner, let keys, let aggregates):
      (
        "group by " + keys.map { "?" + $0 }.joined(separator: " ")
          + ", \(aggregates.count) aggregates", [inner]
      )
    case .service: ("service", [])
    }
  }
}

extension String {
  fileprivate var asHead: (String, [Algebra]) { (self, []) }
}

extension Node {
  var text: String {
    switch self {
    case .variable(let name): "?" + name
    case .term(let term): term.nTriples
    case .triple(let subject, let predicate, let object):
      "<<( \(subject.text) \(predicate.text) \(object.text) )>>"
    }
  }
}

extension PathPattern {
  var text: String { "\(subject.text) \(path.text) \(object.text)" }
}

extension Path {
  var text: String {
    switch self {
    case .link(let node): node.text
    case .inverse(let path): "^" + path.text
    case .sequence(let one, let other): "(\(one.text)/\(other.text))"
    case .alternative(let one, let other): "(\(one.text)|\(other.text))"
    case .zeroOrMore(let path): path.text + "*"
    case .oneOrMore(let path): path.text + "+"
    case .zeroOrOne(let path): path.text + "?"
    case .negated(let forward, let backward):
      "!(" + (forward.map(\.nTriples) + backward.map { "^" + $0.nTriples }).joined(separator: "|")
        + ")"
    }
  }
}
