import Linking
import TripleStore

/// What of a graph is drawn: the arrows that tell most, twins in one box, and how many are left out.
struct DrawingPlan {
  /// An arrow between two boxes.
  struct Arrow {
    let from: String
    let to: String
    var edges: [PairEdge]
    var weight: Double { edges[0].weight + 0.5 * Double(min(edges.count, 8) - 1) }
  }

  /// Arrows, the most telling first.
  let arrows: [Arrow]
  /// The entities of each box that has an arrow.
  let boxes: [String: [EntityReference]]
  /// Arrows left out at a box; none where nobody counted all.
  let hiddenAt: [String: Int]
  /// Pairs of entities whose arrows are left out.
  let hidden: Int

  /// Arrows that are looked at for each one drawn.
  private static let choices = 4
  /// What an arrow gains that says where somebody is who does something.
  private static let attachment = 0.75
  /// Pairs kept for counting what is left out.
  private static let memory = 20_000

  init(
    of graph: SelectedGraph, labels: OntologyLabels, maximumEdges: Int
  ) throws {
    var choice = EdgeChoice(limit: max(Self.memory, maximumEdges * Self.choices), labels: labels)
    try graph.forEachEntity { choice.add(try graph.statements(about: $0.reference)) }
    choice.raise(by: Self.attachment)
    choice.cut()
    let candidates = Array(choice.edges.prefix(maximumEdges * Self.choices))
    let twins = TwinGroups(candidates, except: graph.filter.centres)
    arrows = Array(Self.arrows(candidates, twins).prefix(maximumEdges))
    var boxes: [String: [EntityReference]] = [:]
    var drawn = 0
    for arrow in arrows {
      drawn += arrow.edges.count
      for (name, entity) in [
        (arrow.from, arrow.edges[0].subject), (arrow.to, arrow.edges[0].object),
      ] {
        boxes[name] = twins.members[name] ?? [entity]
      }
    }
    self.boxes = boxes
    hidden = choice.total - drawn
    hiddenAt = choice.isCut ? [:] : Self.hidden(choice.edges, arrows, boxes)
  }

  private static func arrows(_ edges: [PairEdge], _ twins: TwinGroups) -> [Arrow] {
    var arrows: [String: Arrow] = [:]
    for edge in edges {
      let ends = (twins.node(of: edge.subject), twins.node(of: edge.object))
      let key = ends.0 + "\n" + ends.1
      if arrows[key] == nil {
        arrows[key] = Arrow(from: ends.0, to: ends.1, edges: [edge])
      } else {
        arrows[key]?.edges.append(edge)
      }
    }
    return arrows.sorted { left, right in
      left.value.weight == right.value.weight
        ? left.key < right.key : left.value.weight > right.value.weight
    }.map(\.value)
  }

  private static func hidden(
    _ edges: [PairEdge], _ arrows: [Arrow], _ boxes: [String: [EntityReference]]
  ) -> [String: Int] {
    var counts: [EntityID: Int] = [:]
    func count(_ edges: [PairEdge], _ step: Int) {
      for edge in edges {
        counts[edge.subject.id, default: 0] += step
        counts[edge.object.id, default: 0] += step
      }
    }
    count(edges, 1)
    for arrow in arrows { count(arrow.edges, -1) }
    return boxes.compactMapValues { entities in
      guard entities.count == 1, let hidden = counts[entities[0].id], hidden > 0 else {
        return nil
      }
      return hidden
    }
  }
}
