import Foundation
import Testing

/// Help, version, completions and bad usage, through the built program.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct UsageTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  @Test("help and version are results")
  func help() throws {
    let version = try folder.run("--version")
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
    for arguments in [["--help"], ["help"], ["help", "build"], ["build", "--help"], []] {
      let run = try folder.run(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: mailuo"))
      #expect(run.messages == "")
    }
  }

  @Test("every command has help with its name in it")
  func everyCommandHasHelp() throws {
    let overview = try folder.run("--help").output
    for command in [
      "build", "extract", "show", "relations", "walk", "path", "search", "explain", "why-not",
      "query", "export", "check", "stats", "forget",
    ] {
      #expect(overview.contains("\n  \(command) "))
      #expect(try folder.run(command, "--help").output.contains("mailuo \(command)"))
    }
  }

  @Test("completion scripts", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try folder.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("mailuo"))
    #expect(run.output.contains("relations"))
  }

  @Test("the shell completes names of the graph")
  func nameCompletion() throws {
    try folder.write(Sample.page, to: "a.txt")
    #expect(try folder.run("build", "a.txt").status == 0)
    let run = try folder.shell(
      """
      source <("$MAILUO" --generate-completion-script bash)
      PATH="$(dirname "$MAILUO"):$PATH"
      COMP_WORDS=(mailuo show 山东恒); COMP_CWORD=2
      COMP_LINE="mailuo show 山东恒"; COMP_POINT=${#COMP_LINE}
      _mailuo; printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(run.output.contains("山东恒远机械制造有限公司\n"), "\(run)")
  }

  @Test("--verbose tells what is done, on standard error")
  func verbose() throws {
    try folder.write(Sample.page, to: "a.txt")
    let run = try folder.run("build", "a.txt", "--verbose")
    #expect(run.status == 0)
    #expect(run.messages.contains("debug: batch stored documents=1 records="))
  }

  @Test(
    "bad usage: exit code 2, one error on standard error, nothing on standard output",
    arguments: [
      (["bild", "x"], "error: 'bild' is no command\n"),
      (["show"], "error: Missing expected argument '<name>'\n"),
      (["build"], "error: Missing expected argument '<path> ...'\n"),
      (
        ["explain"],
        "error: Missing expected argument '<subject>'; or ask for one name with --mention DOC:START.\n"
      ),
      (
        ["explain", "甲", "--mention", "a:1"],
        "error: --mention asks for one name; leave '甲' away.\n"
      ),
      (
        ["explain", "--mention", "a"], "error: The value 'a' is invalid for '--mention <DOC:START>'"
      ),
      (["why-not", "甲乙"], "error: Missing expected argument '<span>'\n"),
      (["why-not", "甲乙", ""], "error: The span is empty; name at least one character.\n"),
      (["why-not", "甲乙", "甲", "--occurrence", "0"], "error: --occurrence must be at least 1.\n"),
      (
        ["why-not", "甲乙", "丙"],
        """
        error: '丙' does not stand in the text
        Copy the span from the text, character by character.

        """
      ),
      (["why-not", "甲乙", "甲", "--type", "Animal"], "error: 'Animal' is no type\nKnown: "),
      (["build", "x", "-j", "0"], "error: --threads must be at least 1.\n"),
      (
        ["build", "x", "--date", "2025-13"],
        "error: --date '2025-13' is no date; write 2025-11-20, 2025-11 or 2025.\n"
      ),
      (
        ["stats", "--frmat", "json"], "error: Unknown option '--frmat'. Did you mean '--format'?\n"
      ),
      (
        ["export", "--format", "doc"], "error: The value 'doc' is invalid for '--format <format>'."
      ),
    ])
  func badUsage(arguments: [String], message: String) throws {
    let run = try folder.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix(message), "\(run.messages)")
    #expect(run.messages.components(separatedBy: "error:").count == 2)
  }

  @Test(
    "without a graph every question says how to make one",
    arguments: [
      ["show", "甲"], ["relations", "甲"], ["walk", "甲"], ["path", "甲", "乙"], ["search", "甲"],
      ["explain", "甲"], ["explain", "--mention", "a:1"], ["stats"],
      ["export", "--format", "jsonl"], ["forget", "a"],
      ["query", "SELECT 1"],
    ])
  func noGraph(arguments: [String]) throws {
    let run = try folder.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.messages == "error: graph.sqlite: no such graph; make one with 'mailuo build'\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test("seeds that are not there are one error")
  func noSeeds() throws {
    let run = try folder.run("check", "--seeds", "nowhere")
    #expect(run.status == 1)
    #expect(run.messages.contains("nowhere"))
  }
}
