import Linking
import Recognition
import TripleStore

/// Boxes put together under a heading: a place, or a document.
struct DrawingClusters {
  /// Boxes under one heading.
  struct Part {
    let heading: String
    let boxes: [String]
  }

  /// Parts of at least two boxes, by heading.
  let parts: [Part]

  private static let placePredicates = [
    PredicateName(rawValue: "locatedIn"), PredicateName(rawValue: "partOf"),
  ]

  init(
    _ boxes: [String: [EntityReference]], by cluster: DrawingOptions.Cluster,
    in graph: SelectedGraph
  ) throws {
    var members: [String: (heading: String, boxes: [String])] = [:]
    for name in boxes.keys.sorted() {
      guard let entity = boxes[name]?.first,
        let found = try Self.cluster(of: entity, by: cluster, in: graph)
      else { continue }
      members[found.key, default: (found.heading, [])].boxes.append(name)
    }
    // A place heads its cluster and stands in it.
    if cluster == .place {
      for key in members.keys where boxes[key] != nil {
        for other in members.keys where other != key {
          members[other]?.boxes.removeAll { $0 == key }
        }
        members[key]?.boxes.append(key)
      }
    }
    parts = members.sorted { $0.key < $1.key }.map { _, part in
      Part(heading: part.heading, boxes: part.boxes)
    }.filter { $0.boxes.count > 1 }
  }

  private static func cluster(
    of entity: EntityReference, by cluster: DrawingOptions.Cluster, in graph: SelectedGraph
  ) throws -> (key: String, heading: String)? {
    switch cluster {
    case .place:
      for predicate in placePredicates {
        let places = try graph.snapshot.statements(
          of: entity.term, direction: .out, predicate: predicate
        ).compactMap(\.object.entity).filter { $0.type == .place }
        if let place = places.first { return (place.id.rawValue, place.name) }
      }
      return nil
    case .document:
      let documents = Set(try graph.snapshot.documents(knowing: entity.term))
      guard documents.count == 1, let document = documents.first else { return nil }
      return (document, document)
    }
  }
}
