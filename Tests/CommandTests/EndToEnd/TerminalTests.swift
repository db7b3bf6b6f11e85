import Foundation
import Testing

/// What only a terminal gets: bars, colours, wrapped lines. `script` plays the terminal.
@Suite(
  .enabled(
    if: ProgramRun.isBuilt && FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
    "needs the program and the command 'script'"))
struct TerminalTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "a.txt")
  }

  /// Runs a command line on a terminal of 60 columns.
  func terminal(_ line: String, environment: [String: String] = [:]) throws -> String {
    try folder.shell(
      "script -qec \"stty cols 60; $MAILUO \(line)\" /dev/null",
      environment: ["TERM": "xterm"].merging(environment) { $1 }
    ).output
  }

  @Test("a progress bar shows on a terminal, and goes away")
  func progress() throws {
    let output = try terminal("build a.txt")
    #expect(output.contains("[████████████████████████] 1/1 a"))
    #expect(output.contains("\r\u{1B}[K"))
    #expect(try !folder.run("build", "a.txt", "--date", "2025").messages.contains("█"))
  }

  @Test("NO_COLOR takes the style away")
  func style() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    #expect(try terminal("stats", environment: ["NO_COLOR": ""]).contains("\u{1B}[1m"))
    #expect(try !terminal("stats", environment: ["NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(try !folder.run("stats").output.contains("\u{1B}["))
  }

  @Test("no line is wider than the terminal")
  func width() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    let output = try terminal("explain 山东恒远机械制造有限公司 --format table", environment: ["NO_COLOR": "1"])
    for line in output.split(whereSeparator: \.isNewline) {
      let columns = line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      #expect(columns <= 60 || !line.hasPrefix("    "), "\(line)")
    }
  }
}
