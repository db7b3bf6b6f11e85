/// A colour as the ontology writes it, `#a6cee3`, in parts of 0…255.
public struct HexColor: Sendable, Equatable {
  /// Red.
  public let red: UInt8
  /// Green.
  public let green: UInt8
  /// Blue.
  public let blue: UInt8

  /// Reads `#rrggbb`; anything else is no colour.
  public init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  /// The colour nearer to black by a share of 0…1, as `#rrggbb`.
  public func darkened(by share: Double) -> String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(UInt8(Double(part) * (1 - share)), radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
