import Foundation
import Lexicon
import Linking
import NewsText
import Recognition
import Testing

/// Damaged text goes through decoder, page reader, recogniser and linker: nothing may crash, and
/// every span must lie where it says.
///
/// `MAILUO_FUZZ_SECONDS` and `MAILUO_FUZZ_SEED` say how long and from where; `make fuzz` sets them.
/// The input at hand lies in a file that stays when the test fails or the process dies.
@Suite(.serialized) struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["MAILUO_FUZZ_SECONDS"].flatMap(Double.init) ?? 4
  private static let seed = environment["MAILUO_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")
  static let lexicon = Result { try Lexicon.open(seeds: seeds) }

  /// Calls `body` with damaged texts until the time is over or one fails.
  private func run(_ name: String, share: Double, _ body: ([UInt8], URL) throws -> String?) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent(
        "mailuo-fuzz-\(name)-\(ProcessInfo.processInfo.processIdentifier).txt")
    var mutation = Mutation(seed: Self.seed)
    let end = ContinuousClock.now + .seconds(Self.seconds * share)
    var count = 0
    while ContinuousClock.now < end || count == 0 {
      let bytes = mutation.next()
      try Data(bytes).write(to: file)
      if let fault = try body(bytes, file) {
        Issue.record("\(name), input \(count) of seed \(Self.seed): \(fault); kept in \(file.path)")
        return
      }
      count += 1
    }
    try FileManager.default.removeItem(at: file)
    if Self.environment["MAILUO_FUZZ_SECONDS"] != nil { print("\(name): \(count) inputs") }
  }

  @Test func decoder() throws {
    try run("decoder", share: 0.2) { bytes, file in
      let lines = file.deletingPathExtension().appendingPathExtension("jsonl")
      try Data(bytes).write(to: lines)
      defer { try? FileManager.default.removeItem(at: lines) }
      for path in [file.path, lines.path] {
        let results = Array(DocumentSource(paths: [path]))
        if results.isEmpty, path == file.path { return "neither a document nor a failure" }
        for case .success(let document) in results where document.scalars.isEmpty {
          return "a document without text"
        }
      }
      return nil
    }
  }

  @Test func pageReader() throws {
    let reader = PageReader(cues: try Self.lexicon.get().newsCues)
    try run("page-reader", share: 0.3) { bytes, _ in
      let document = Document(id: "page", text: String(decoding: bytes, as: UTF8.self))
      for article in reader.page(of: document).articles {
        if let fault = Spans.fault(of: article, in: document) { return fault }
      }
      return nil
    }
  }

  @Test func recogniserAndLinker() throws {
    let lexicon = try Self.lexicon.get()
    let reader = PageReader(cues: lexicon.newsCues)
    let recogniser = try Recogniser(lexicon: lexicon)
    let analyser = try NewsAnalyser(lexicon: lexicon)
    try run("recogniser", share: 0.5) { bytes, _ in
      let document = Document(id: "page", text: String(decoding: bytes, as: UTF8.self))
      for article in recogniser.recognise(reader.page(of: document)) {
        if let fault = Spans.fault(of: article) { return fault }
      }
      return Spans.fault(of: analyser.analyse(document))
    }
  }
}
