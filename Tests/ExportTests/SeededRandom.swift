/// The same sequence in every run (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text of any scalars, rich in those that formats stumble over.
  mutating func text(length: Int) -> String {
    let pieces: [Unicode.Scalar] = Array(
      "\"\\&;<>\n\r\t,{}[]|中文名\u{2028}\u{1B}\u{202E}'=#%$".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if Bool.random(using: &self) {
        view.append(pieces[Int.random(in: 0..<pieces.count, using: &self)])
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) {
        view.append(scalar)
      }
    }
    return String(view)
  }
}
