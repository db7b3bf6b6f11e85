import ArgumentParser
import Linking

/// Which days a statement must touch.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only statements dated on or after it: 2024, 2024-05 or 2024-05-01.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only statements dated on or before it.", valueName: "date"))
  var to: String?

  func validate() throws {
    for (name, text) in [("from", from), ("to", to)] {
      guard let text, DayRange(iso: text) == nil else { continue }
      throw ValidationError(
        "--\(name) '\(text)' is no date; write 2025-11-20, 2025-11 or 2025.")
    }
  }

  /// Days asked for; `nil` for all.
  var days: DayRange? {
    guard from != nil || to != nil else { return nil }
    return DayRange(
      first: from.flatMap(DayRange.init(iso:))?.first, last: to.flatMap(DayRange.init(iso:))?.last)
  }
}
