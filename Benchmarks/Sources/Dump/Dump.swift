import Export
import Foundation
import Lexicon
import Linking
import NewsText
import Recognition

@main
enum Dump {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let lexicon = try Lexicon.open(seeds: URL(fileURLWithPath: arguments[0]))
    let analyser = try NewsAnalyser(lexicon: lexicon)
    if let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap({ Int($0) }) {
      let isNames = ProcessInfo.processInfo.environment["NAMES"] != nil
      let reader = PageReader(cues: lexicon.newsCues)
      let recogniser = try Recogniser(lexicon: lexicon)
      var parts: [Document] = []
      for result in DocumentSource(paths: Array(arguments.dropFirst())) {
        let document = try result.get()
        var start = 0
        while start < document.scalars.count {
          let end = document.endOfPart(from: start)
          parts.append(document.stretch(start, end))
          start = end
        }
      }
      var best = Double.infinity, sum = 0
      for _ in 0..<rounds {
        let start = clock()
        for part in parts {
          if isNames {
            sum += recogniser.recognise(reader.page(of: part)).map(\.mentions.count).reduce(0, +)
          } else {
            sum += analyser.analyse(part).statements.count
          }
        }
        best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      }
      let megabytes =
        parts.reduce(0) { $0 + $1.scalars.reduce(0) { $0 + Double(UTF8.width($1)) } } / 1e6
      print(
        isNames ? "names" : "all", parts.count, megabytes, "MB", best / megabytes, "s/MB",
        megabytes / best, "MB/s", sum)
      return
    }
    for result in DocumentSource(paths: Array(arguments.dropFirst())) {
      let document = try result.get()
      let analysis = analyser.analyse(document)
      var utf8: [UInt8] = []
      RecordFormat.append(analysis, to: &utf8)
      FileHandle.standardOutput.write(Data(utf8))
      for statement in analysis.statements { print(statement) }
    }
  }
}
