import ArgumentParser

/// Which graph a command reads or grows.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The graph file.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var graph = "graph.sqlite"
}
