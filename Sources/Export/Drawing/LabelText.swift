/// Labels broken into lines of about the same width.
///
/// A line may break between any two Chinese characters; elsewhere only at a blank. No line begins
/// with a mark that closes, none ends with one that opens.
enum LabelText {
  /// Columns a line of a box has at most, a Chinese character filling two.
  static let columns = 18

  private static let closing = Set("，。、；：！？）】》」』”’,.;:!?)]}%")
  private static let opening = Set("（【《「『“‘([{")

  /// Width in columns.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  /// The text with line breaks.
  static func wrapped(_ text: String, columns: Int = columns) -> String {
    let flat = text.replacing(/\s+/, with: " ")
    let total = width(flat)
    guard total > columns else { return flat }
    let lines = (total + columns - 1) / columns
    let target = (total + lines - 1) / lines
    var result = ""
    var line = 0
    for piece in pieces(of: flat) {
      let piece = line == 0 ? piece.trimmingPrefix(" ") : piece[...]
      let wide = width(piece)
      if line > 0, line + wide > target + 1 {
        result += "\n" + piece.trimmingPrefix(" ")
        line = width(piece.trimmingPrefix(" "))
      } else {
        result += piece
        line += wide
      }
    }
    return result
  }

  /// The text cut to the columns, 「…」 for what is left out.
  static func shortened(_ text: String, columns: Int) -> String {
    let flat = text.replacing(/\s+/, with: " ")
    guard width(flat) > columns else { return flat }
    var result = ""
    var used = 0
    for character in flat {
      let wide = width(String(character))
      if used + wide > columns - 2 { break }
      result.append(character)
      used += wide
    }
    return result + "…"
  }

  /// Pieces that stay together: words of letters, and marks with what they belong to.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var previous: Character?
    for character in text {
      let joins =
        previous.map { previous in
          closing.contains(character) || opening.contains(previous)
            || (isNarrow(previous) && isNarrow(character) && character != " ")
        } ?? false
      if joins, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      previous = character
    }
    return pieces
  }

  private static func isNarrow(_ character: Character) -> Bool {
    width(String(character)) == character.unicodeScalars.count
  }
}
