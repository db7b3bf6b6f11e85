import SeededNumbers

extension SplitMix64 {
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
