import Foundation
import Lexicon
import Linking
import NewsText
import Recognition

/// Megabytes of text a second of one core's time, floor by floor.
///
/// usage: Throughput SEEDS FILE…
@main
enum Throughput {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let seeds = arguments.first, arguments.count > 1 else {
      print("usage: Throughput SEEDS FILE…")
      exit(2)
    }
    let documents = try DocumentSource(paths: Array(arguments.dropFirst())).map { try $0.get() }
    let megabytes = Double(documents.map(utf8Count).reduce(0, +)) / 1_000_000
    let lexicon = try Lexicon.open(seeds: URL(fileURLWithPath: seeds))
    let reader = PageReader(cues: lexicon.newsCues)
    let recogniser = try Recogniser(lexicon: lexicon)
    let analyser = try NewsAnalyser(lexicon: lexicon)
    let pages = documents.map(reader.page)

    report("dictionary pass", megabytes) {
      var hits = 0
      for document in documents {
        document.scalars.withUnsafeBufferPointer { scalars in
          lexicon.forEachMatch(in: scalars) { _ in hits += 1 }
        }
      }
      return hits
    }
    report("pages into articles", megabytes) {
      documents.map { reader.page(of: $0).articles.count }.reduce(0, +)
    }
    report("names", megabytes) {
      pages.flatMap { recogniser.recognise($0) }.map(\.mentions.count).reduce(0, +)
    }
    report("names and statements", megabytes) {
      documents.map { analyser.analyse($0).statements.count }.reduce(0, +)
    }
  }

  private static func utf8Count(_ document: Document) -> Int {
    document.scalars.reduce(0) { $0 + UTF8.width($1) }
  }

  /// Best of three runs, in processor time.
  private static func report(_ name: String, _ megabytes: Double, _ body: () -> Int) {
    var best = Double.infinity
    var count = 0
    for _ in 0..<3 {
      let start = clock()
      count = body()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    let rate = (megabytes / best * 100).rounded() / 100
    print("\(name)\t\(rate) MB/s\t\(count)")
  }
}
