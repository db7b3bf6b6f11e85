/// Numbers as `xsd:decimal` writes them: XSD 1.1's canonical form, `9423000000`, `0.25`.
enum DecimalText {
  /// The canonical form of a number in digits, perhaps with a sign and a point; `nil` for others.
  static func canonical(_ text: String) -> String? {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count == 2 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    let value = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    return isNegative && value != "0" ? "-" + value : String(value)
  }

  /// A score of 0…1, with the digits it takes.
  static func score(_ value: Double) -> String {
    canonical("\(value)") ?? canonical(JSONValue.text(of: value)) ?? "0"
  }
}
