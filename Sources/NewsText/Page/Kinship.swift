/// How much of one text's wording another one shares, in triples of Han characters: what is
/// about the same thing repeats names.
///
/// The triples seen are bits of a small table; one in thirty answers is a mistaken yes, which the
/// shares this is asked for can bear.
struct Kinship {
  private var bits: [UInt64] = []
  private var read = 0
  /// As much of a text as is looked at.
  private static let longestText = 4000
  private static let bitCount: UInt64 = 1 << 17

  /// Adds a stretch of text; beyond 4,000 characters nothing more is added.
  mutating func add(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    guard read < Kinship.longestText else { return }
    if bits.isEmpty { bits = [UInt64](repeating: 0, count: Int(Kinship.bitCount / 64)) }
    let part = range.prefix(Kinship.longestText - read)
    read += part.count
    bits.withUnsafeMutableBufferPointer { bits in
      Kinship.forEachTriple(in: text, part) { bits[Int($0 >> 6)] |= 1 << ($0 & 63) }
    }
  }

  /// The share, 0…1, of the triples of `text[range]` that occur here too; 0 for text without any.
  func share(of text: [Unicode.Scalar], _ range: Range<Int>) -> Double {
    guard !bits.isEmpty else { return 0 }
    var own = 0
    var shared = 0
    Kinship.forEachTriple(in: text, range.prefix(Kinship.longestText)) {
      own += 1
      if bits[Int($0 >> 6)] >> ($0 & 63) & 1 == 1 { shared += 1 }
    }
    return own == 0 ? 0 : Double(shared) / Double(own)
  }

  /// Calls `body` with the bit of each triple; spaces and line ends do not divide triples.
  @inline(__always)
  private static func forEachTriple(
    in text: [Unicode.Scalar], _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var triple: UInt64 = 0
    var length = 0
    for scalar in text[range] {
      guard scalar.isHan else {
        if !scalar.isBlank, !scalar.isLineEnd { length = 0 }
        continue
      }
      triple = (triple << 21 | UInt64(scalar.value)) & 0x7FFF_FFFF_FFFF_FFFF
      length += 1
      // Multiplicative hashing: the upper 17 bits.
      if length >= 3 { body((triple &* 0x9E37_79B9_7F4A_7C15) >> 47) }
    }
  }
}
