import ArgumentParser

/// The command line: `mailuo COMMAND …`.
struct Mailuo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailuo",
    abstract: "Grows a knowledge graph out of Chinese news and answers questions about it.",
    discussion: """
      Examples:
        mailuo build seeds/documents         two newspaper pages become a graph
        mailuo show 山西中信金石             everything said about a company
        mailuo path 王勇 航天宏图            how a man and a company hang together
        mailuo export --format svg -o g.svg  a drawing

      Exit codes: 0 done; 1 an input failed, the others were processed; \
      2 nothing found or bad usage; 3 a name means several entities.
      """,
    version: Version.text,
    subcommands: [
      BuildCommand.self, ImportCommand.self, ExtractCommand.self, ShowCommand.self,
      RelationsCommand.self,
      WalkCommand.self, PathCommand.self, SearchCommand.self, ExplainCommand.self,
      WhyNotCommand.self, QueryCommand.self, ExportCommand.self, CheckCommand.self,
      StatsCommand.self, VerifyCommand.self, DiffCommand.self, WhatIfCommand.self,
      LintFiguresCommand.self, AnalyzeCommand.self,
      ForgetCommand.self, CompileCommand.self,
    ])
}
