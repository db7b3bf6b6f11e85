/// Joins lines that were broken only because the column was full.
///
/// In a run of lines without blank ones between them, most as wide as the widest, a full line
/// goes on in the next. Such a run becomes one ``PrintedLine`` a paragraph.
enum WrappedLines {
  /// Shortest run from which a column width can be told.
  private static let shortestRun = 4

  /// Joins in place. Complexity: O(*n*).
  static func join(_ lines: inout [PrintedLine], in scalars: [Unicode.Scalar]) {
    guard lines.count >= shortestRun else { return }
    var joined: [PrintedLine] = []
    joined.reserveCapacity(lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].blanksBefore == 0, lines[end].level == 0 { end += 1 }
      append(lines[start..<end], to: &joined, in: scalars)
      start = end
    }
    lines = joined
  }

  private static func append(
    _ run: ArraySlice<PrintedLine>, to joined: inout [PrintedLine], in scalars: [Unicode.Scalar]
  ) {
    guard run.count >= shortestRun, let width = columnWidth(of: run) else {
      joined.append(contentsOf: run)
      return
    }
    var isFull = false
    for line in run {
      let continues =
        isFull && !line.isIndented && line.level == 0 && !scalars[line.range.lowerBound].isBullet
      if continues, let last = joined.indices.last {
        joined[last].range = joined[last].range.lowerBound..<line.range.upperBound
      } else {
        joined.append(line)
      }
      isFull =
        line.range.count >= width - 2 && line.level == 0
        && !scalars[line.range.upperBound - 1].mayEndParagraph
    }
  }

  /// The width most lines of the run share: at least six in ten are within two characters of
  /// the widest, which is between 8 and 60.
  private static func columnWidth(of run: ArraySlice<PrintedLine>) -> Int? {
    let width = run.reduce(0) { max($0, $1.range.count) }
    guard (8...60).contains(width) else { return nil }
    let full = run.count { $0.range.count >= width - 2 }
    return full * 10 >= run.count * 6 ? width : nil
  }
}

extension Unicode.Scalar {
  /// Whether a line that ends with it can as well be the last of its paragraph.
  fileprivate var mayEndParagraph: Bool {
    endsSentence || self == "；" || self == ";" || self == "：" || self == ":"
  }
}
