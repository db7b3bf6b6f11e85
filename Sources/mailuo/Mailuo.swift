import ArgumentParser

@main
struct Mailuo: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mailuo")
}
