import Export
import ArgumentParser

/// Options of every command that prints rows.
struct RowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How rows are printed.", valueName: "format"))
  var format: RowFormatName = .table

  @Option(help: ArgumentHelp("Language of headings and labels.", valueName: "language"))
  var lang: Language = .zh
}
