/// Tells of two printings of one text which is the intruder: the one whose article speaks of
/// something else.
///
/// The first printing counts as the original unless the wording of the second one's article is
/// clearly closer.
struct Intruders {
  private let scalars: [Unicode.Scalar]
  private let articleOfLine: [Int]
  /// How much closer the later article must be, in shares of triples.
  private static let clearMargin = 0.05

  /// Turns marks round where the first printing is the intruder. `articleOfLine` counts from 1.
  static func turnRound(
    _ lines: inout [PrintedLine], _ repeated: inout RepeatedText, of scalars: [Unicode.Scalar],
    articleOfLine: [Int]
  ) {
    let intruders = Intruders(scalars: scalars, articleOfLine: articleOfLine)
    for copy in lines.indices {
      guard let original = lines[copy].repeatedLine, lines[original].repeatedLine == nil,
        articleOfLine[copy] != articleOfLine[original], lines[copy].length >= 30,
        lines[original].length <= lines[copy].length * 5 / 4
      else { continue }
      let text = lines[copy].range
      let here = intruders.neighbourhood(of: copy, in: lines).share(of: scalars, text)
      let there = intruders.neighbourhood(of: original, in: lines).share(of: scalars, text)
      guard here > 2 * there + clearMargin else { continue }
      lines[copy].repeatedLine = nil
      lines[original].repeatedLine = copy
      repeated.uncover(text)
    }
  }

  /// The wording of the lines around `line` in its article, without its repetitions.
  private func neighbourhood(of line: Int, in lines: [PrintedLine]) -> Kinship {
    var kinship = Kinship()
    let article = articleOfLine[line]
    for step in [-1, 1] {
      var index = line + step
      // The nearest twelve lines on either side say what an article is about.
      while lines.indices.contains(index), abs(index - line) <= 12, articleOfLine[index] == article
      {
        if lines[index].repeatedLine == nil { kinship.add(scalars, lines[index].range) }
        index += step
      }
    }
    return kinship
  }
}
