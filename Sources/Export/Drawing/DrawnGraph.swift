/// An entity, or several alike, as a drawing shows them.
public struct DrawnNode: Sendable, Equatable {
  /// Id, unique in the drawing.
  public var id: String
  /// What is written on it.
  public var label: String
  /// Name of its class in the ontology.
  public var type: String
  /// What is shown when the pointer rests on it.
  public var tooltip: String
  /// Statements that speak of it: the more, the larger it is written.
  public var degree: Int
  /// Whether it stands for several entities.
  public var isGroup: Bool
  /// Whether the drawing lies around it.
  public var isCentre: Bool

  /// Creates a node.
  public init(
    id: String, label: String, type: String, tooltip: String, degree: Int = 1,
    isGroup: Bool = false, isCentre: Bool = false
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.tooltip = tooltip
    self.degree = degree
    self.isGroup = isGroup
    self.isCentre = isCentre
  }
}

/// What one entity says of another as a drawing shows it.
public struct DrawnEdge: Sendable, Equatable {
  /// Id of the subject's node.
  public var subject: String
  /// Id of the object's node.
  public var object: String
  /// What is written beside it.
  public var label: String
  /// Whether it reads the same from both ends.
  public var isSymmetric: Bool
  /// What is shown when the pointer rests on it: the sentences that prove it.
  public var tooltip: String
  /// Pairs of entities it stands for.
  public var count: Int

  /// Creates an edge.
  public init(
    subject: String, object: String, label: String, isSymmetric: Bool, tooltip: String,
    count: Int = 1
  ) {
    self.subject = subject
    self.object = object
    self.label = label
    self.isSymmetric = isSymmetric
    self.tooltip = tooltip
    self.count = count
  }
}
