import Foundation

/// Decimals as XML Schema 1.1 writes them
/// (https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap): no exponent, no zeros that say nothing,
/// no point in a whole number.
public enum CanonicalDecimal {
  /// `120000000.0` → `120000000`, `1e-3` → `0.001`; `nil` if the text is no finite number.
  public static func text(_ written: String) -> String? {
    let isPlain = written.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0)
    }
    guard isPlain, let number = Double(written), number.isFinite else { return nil }
    if let whole = Int64(exactly: number) { return String(whole) }
    // The shortest decimal that reads back as the same number.
    guard let decimal = Decimal(string: "\(number)") else { return nil }
    return decimal.description
  }
}
