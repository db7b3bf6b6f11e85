import Export
import Foundation
import Lexicon
import Linking
import NewsText
import Recognition

/// Megabytes of text a second, floor by floor, on one thread; then of the whole way on more.
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
    let text = try Text(paths: Array(arguments.dropFirst()))
    let lexicon = try Lexicon.open(seeds: URL(fileURLWithPath: seeds))
    measureLexicon(lexicon, text)
    try measureFloors(lexicon, text)
    try measureThreads(lexicon, text)
    report("peak memory", "\(peakMegabytes) MB")
  }

  /// The dictionaries alone.
  private static func measureLexicon(_ lexicon: Lexicon, _ text: Text) {
    report("dictionary, every entry", text) {
      var hits = 0
      for document in text.documents {
        document.scalars.withUnsafeBufferPointer { scalars in
          lexicon.forEachMatch(in: scalars) { _ in hits += 1 }
        }
      }
      return hits
    }
  }

  /// Each floor on what the floor below it gives.
  private static func measureFloors(_ lexicon: Lexicon, _ text: Text) throws {
    let reader = PageReader(cues: lexicon.newsCues)
    let recogniser = try Recogniser(lexicon: lexicon)
    let analyser = try NewsAnalyser(lexicon: lexicon)
    let pages = text.documents.map(reader.page)
    report("pages into articles", text) {
      text.documents.map { reader.page(of: $0).articles.count }.reduce(0, +)
    }
    report("names, of pages read", text) {
      pages.map { recogniser.recognise($0).map(\.mentions.count).reduce(0, +) }.reduce(0, +)
    }
    report("names, of text", text) {
      text.documents.map { document in
        recogniser.recognise(reader.page(of: document)).map(\.mentions.count).reduce(0, +)
      }.reduce(0, +)
    }
    report("names and statements", text) {
      text.documents.map { analyser.analyse($0).statements.count }.reduce(0, +)
    }
    guard only == nil || only == "records as JSON" else { return }
    let analyses = text.documents.prefix(200).map(analyser.analyse)
    let sample = Text(documents: Array(text.documents.prefix(200)))
    report("records as JSON", sample) {
      var utf8: [UInt8] = []
      for analysis in analyses { RecordFormat.append(analysis, to: &utf8) }
      return utf8.count
    }
  }

  /// The same work on one thread and on two, by the clock.
  private static func measureThreads(_ lexicon: Lexicon, _ text: Text) throws {
    let reader = PageReader(cues: lexicon.newsCues)
    let recogniser = try Recogniser(lexicon: lexicon)
    for threads in [1, 2] where only == nil {
      let start = ContinuousClock.now
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for index in stride(from: thread, to: text.documents.count, by: threads) {
          _ = recogniser.recognise(reader.page(of: text.documents[index]))
        }
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      report(
        "names, of text, \(threads) thread\(threads > 1 ? "s" : ""), by the clock",
        "\(text.rate(seconds)) MB/s")
    }
  }

  /// The only measure asked for by the environment's `ONLY`, for profiling.
  private static let only = ProcessInfo.processInfo.environment["ONLY"]

  /// Best of three runs, in processor time of the whole process.
  private static func report(_ name: String, _ text: Text, _ body: () -> Int) {
    guard only == nil || only == name else { return }
    var best = Double.infinity
    var count = 0
    for _ in 0..<(only == nil ? 3 : 10) {
      let start = clock()
      count = body()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    report(name, "\(text.rate(best)) MB/s\t\(count)")
  }

  private static func report(_ name: String, _ value: String) {
    let width = 44
    print(name + String(repeating: " ", count: max(1, width - name.count)) + value)
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
  }
}

/// What is read, and how much it is.
struct Text {
  let documents: [Document]
  let megabytes: Double

  init(documents: [Document]) {
    self.documents = documents
    megabytes =
      documents.reduce(0) { $0 + $1.scalars.reduce(0) { $0 + Double(UTF8.width($1)) } } / 1e6
  }

  /// Files; long ones in parts, as the program reads them.
  init(paths: [String]) throws {
    self.init(
      documents: try DocumentSource(paths: paths).flatMap { result in
        let document = try result.get()
        var (parts, start): ([Document], Int) = ([], 0)
        while start < document.scalars.count {
          let end = document.endOfPart(from: start)
          parts.append(document.stretch(start, end))
          start = end
        }
        return parts
      })
  }

  func rate(_ seconds: Double) -> Double { (megabytes / seconds * 100).rounded() / 100 }
}
