/// How far two names are apart, for suggestions.
enum NameDistance {
  /// Names farther apart are not suggested.
  static let farthest = 0.6
  /// Distance of a name that was typed in pinyin.
  static let readAlike = 0.3

  /// 0 for the same form, 1 for names with nothing in common: edit distance over the longer
  /// length; a name that holds the other is no farther than 0.3, and the nearer the more of it
  /// the other is.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 0 }
    let distance = Double(edits(left, right)) / Double(longer)
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let isHeld = short.count >= 2 && long.firstRange(of: short) != nil
    return isHeld ? 0.3 * distance : distance
  }

  /// Insertions, deletions and replacements that turn one text into the other (Wagner and Fischer
  /// 1974), in time proportional to the product of the lengths.
  static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
