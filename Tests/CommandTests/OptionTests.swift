import ArgumentParser
import Foundation
import Testing

@testable import mailuo

struct OptionTests {
  @Test(
    "dates of --date",
    arguments: [
      ("2025", true), ("2025-11", true), ("2025-11-20", true), ("2024-02-29", true),
      ("2025-02-29", false), ("2025-13", false), ("2025-00", false), ("2025-11-31", false),
      ("25", false), ("2025-1", false), ("2025/11", false), ("", false), ("2025-", false),
      ("２０２５", false), ("2025-11-20-1", false), ("-2025", false),
    ])
  func dates(text: String, isDate: Bool) {
    #expect(ReadingOptions.isDate(text) == isDate)
  }

  @Test(
    "whole command lines are understood",
    arguments: [
      "build a.txt b/ --graph g.sqlite --date 2025-11 --source 晚报 -j 3 --dictionary d.tsv",
      "extract - --format inline --threads 1 --lang en",
      "show 王勇 --format json --lang en", "relations 王勇 --predicate worksFor --direction in",
      "walk 王勇 --depth 2 --type Person --predicate worksFor", "path 甲 乙 --max 3 --all",
      "search 污水 --limit 5", "explain 甲 worksFor 乙", "explain 甲",
      "query who-leads --bind name=甲 --bind year=2025", "query",
      "export --format svg --around 甲 --depth 2 -o g.svg", "check --seeds seeds", "stats",
      "forget a b", "compile",
    ])
  func understood(line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(try Mailuo.parseAsRoot(arguments) is any AnsweringCommand)
  }

  @Test(
    "nonsense is refused",
    arguments: [
      "build", "build a -j 0", "build a --date 2025-13", "walk 甲 --depth -1",
      "walk 甲 --depth=-1", "path 甲", "path 甲 乙 --max 0", "search 甲 --limit 0",
      "export --format gexf3", "export", "relations 甲 --direction up", "forget",
      "export --format dot --depth=-2", "stats extra",
    ])
  func refused(line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(throws: (any Error).self) { try Mailuo.parseAsRoot(arguments) }
  }

  @Test("NO_COLOR and dumb terminals are honoured; a pipe is no terminal")
  func terminals() {
    #expect(Terminal(descriptor: -1, environment: [:]) == .none)
  }

  @Test(
    "the progress bar",
    arguments: [
      (3, 12, 60, "[██████░░░░░░░░░░░░░░░░░░] 3/12 甲"), (0, 0, 60, "0 甲"),
      (12, 12, 60, "[████████████████████████] 12/12 甲"), (3, 12, 10, "[██████░░"),
    ])
  func progress(done: Int, total: Int, columns: Int, expected: String) {
    let line = ProgressBar.line(done: done, total: total, label: "甲", columns: columns)
    #expect(line == expected)
  }
}
