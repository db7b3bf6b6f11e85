import ArgumentParser

/// The command line: `mailuo COMMAND …`.
struct Mailuo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailuo",
    abstract: "Grows a knowledge graph out of Chinese news and answers questions about it.",
    discussion: """
      Examples:
        mailuo build seeds/documents          read two newspaper pages into graph.sqlite
        mailuo show 山西中信金石              everything said about one company
        mailuo path 王勇 航天宏图             how a man and a company hang together
        mailuo export --format dot -o g.dot   a drawing for Graphviz

      Exit codes: 0 done; 1 an input failed, the others were processed; 2 nothing found or bad
      usage; 3 a name means several entities.
      """,
    version: Version.text,
    subcommands: [
      ShowCommand.self, RelationsCommand.self, WalkCommand.self, PathCommand.self,
      SearchCommand.self, ExplainCommand.self, StatsCommand.self, ForgetCommand.self,
    ])
}
