/// Tags of a character: 0 outside all names, then first, inside, last and alone for each type in the
/// order Organization, Person, Place, Project.
enum Tag {
  static let count = 17
  static let outside = 0
  static let typeNames = ["Organization", "Person", "Place", "Project"]
  static let placeNames = ["first", "inside", "last", "alone"]

  static func first(_ type: Int) -> Int { 1 + 4 * type }
  static func inside(_ type: Int) -> Int { 2 + 4 * type }
  static func last(_ type: Int) -> Int { 3 + 4 * type }
  static func alone(_ type: Int) -> Int { 4 + 4 * type }

  /// The names that a sequence of tags draws.
  static func names(_ tags: [Int]) -> [MarkedName] {
    var names: [MarkedName] = []
    var start = 0
    for (index, tag) in tags.enumerated() where tag != outside {
      let place = (tag - 1) % 4
      if place == 0 || place == 3 { start = index }
      if place >= 2 {
        names.append(MarkedName(start: start, end: index + 1, type: (tag - 1) / 4))
      }
    }
    return names
  }
}
