import ArgumentParser
import Foundation

/// What to read, what is known about it, and with how many threads.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders (.txt, .md, .jsonl, each also .gz); - is JSON Lines on standard input.",
      valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Publication date of documents that do not bring their own: 2025-11-20, 2025-11 or 2025.",
      valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Newspaper or site of documents that do not bring their own.", valueName: "name"))
  var source: String?

  @OptionGroup var threads: ThreadOptions

  /// Threads asked for, or one for each core.
  var threadCount: Int { threads.count }

  func validate() throws {
    if let date, !Self.isDate(date) {
      throw ValidationError(
        "--date '\(date)' is no date; write 2025-11-20, 2025-11 or 2025.")
    }
  }

  /// A year, a month or a day of the calendar, in ISO 8601.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count < 2 || (1...12).contains(numbers[1]) else { return false }
    return numbers.count < 3 || (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2])
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
