/// How much of one text's wording another one shares, in triples of Han characters: what is
/// about the same thing repeats names.
struct Kinship {
  private var triples: Set<UInt64> = []
  private var read = 0
  /// As much of a text as is looked at.
  private static let longestText = 4000

  /// Adds a stretch of text; beyond 4,000 characters nothing more is added.
  mutating func add(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    guard read < Kinship.longestText else { return }
    let part = range.prefix(Kinship.longestText - read)
    read += part.count
    Kinship.forEachTriple(in: text, part) { triples.insert($0) }
  }

  /// The share, 0…1, of the different triples of `text[range]` that occur here too; 0 for text
  /// without any.
  func share(of text: [Unicode.Scalar], _ range: Range<Int>) -> Double {
    var own: Set<UInt64> = []
    Kinship.forEachTriple(in: text, range.prefix(Kinship.longestText)) { own.insert($0) }
    guard !own.isEmpty else { return 0 }
    return Double(own.count { triples.contains($0) }) / Double(own.count)
  }

  private static func forEachTriple(
    in text: [Unicode.Scalar], _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var triple: UInt64 = 0
    var length = 0
    for index in range {
      let scalar = text[index]
      if scalar.isBlank || scalar.isLineEnd { continue }
      guard scalar.isHan else {
        length = 0
        continue
      }
      triple = (triple << 21 | UInt64(scalar.value)) & 0x7FFF_FFFF_FFFF_FFFF
      length += 1
      if length >= 3 { body(triple) }
    }
  }
}
