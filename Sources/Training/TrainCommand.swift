import ArgumentParser
import Foundation
import Lexicon
import Recognition
import SeededNumbers
import Seeds

/// Estimates the weights of the context model.
@main
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailuo-train",
    abstract: "Estimate the weights of the context model from sentences with marked names.",
    discussion: """
      Every tenth line of a corpus and every tenth page is held out: nothing is learned from it, \
      and the scores printed after each round are of it. The same input gives the same table.
      """)

  @Option(help: "Folder with msra.train, pfr98.train and cluener.train .jsonl.gz.")
  var corpora: String
  @Option(
    help: """
      Folder with duie1.train, duie2.train, finre.train and people14.train .jsonl.gz, whose related \
      names are learned too.
      """)
  var relations: String?
  @Option(help: "How much a sentence with some of its names marked counts.")
  var relatedWeight: Float = 1
  @Option(
    help: "Round before which clauses of such a sentence are closed that seem to have no name.")
  var closingRound = 4
  @Option(help: "Folder with pages of our own, names marked as {O …}, {P …}, {L …}, {J …}.")
  var pages = "training/pages"
  @Option(help: "Folder of seeds whose rules and dictionaries are read.")
  var seeds: String?
  @Option(help: "Where the table is written.")
  var output = "seeds/weights/context.tsv"
  @Option(
    help: "Times through all sentences; the weights on the way are averaged, but the first time.")
  var rounds = 8
  @Option(help: "Step of AdaGrad in the first round.")
  var rate: Float = 0.1
  @Option(help: "Factor of the step from round to round.")
  var fade: Float = 0.9
  @Option(help: "Pull of every weight towards 0, per step.")
  var decay: Float = 0.00005
  @Option(help: "How often a feature must occur.")
  var cutoff = 4
  @Option(help: "Chooses the order in which sentences are read.")
  var order: UInt64 = 20
  @Option(help: "How much a sentence of our own pages counts.")
  var pageWeight: Float = 20

  func run() throws {
    let folder = try seeds.map { URL(fileURLWithPath: $0) } ?? bundledSeeds()
    let recogniser = try Recogniser(lexicon: Lexicon.open(seeds: folder))
    let training = try sentences(isHeldOut: false)
    let held = try sentences(isHeldOut: true)
    print("\(training.count) sentences to learn from, \(held.count) held out")
    var numbers = FeatureNumbers()
    for sentence in training { numbers.count(sentence.text, recogniser) }
    numbers.keep(atLeast: cutoff)
    print("\(numbers.count) features occur \(cutoff) times or more")
    let masks = TagMasks(training)
    var examples = training.map { example(of: $0, masks, &numbers, recogniser) }
    let tests = held.map { example(of: $0, masks, &numbers, recogniser) }
    let weights = learn(&examples, count: numbers.count) { weights in
      print(HeldOutScore(tests, held, weights).text)
    }
    try WeightTable().text(weights, numbers).write(
      toFile: output, atomically: true, encoding: .utf8)
  }

  private func bundledSeeds() throws -> URL {
    guard let folder = Seeds.bundledDirectory() else {
      throw ValidationError("no seeds beside the program; name them with --seeds")
    }
    return folder
  }

  /// Every tenth line, or page, is held out.
  private func sentences(isHeldOut: Bool) throws -> [MarkedSentence] {
    var sentences: [MarkedSentence] = []
    for corpus in Corpus.named {
      let file = URL(fileURLWithPath: corpora).appendingPathComponent(
        "\(corpus.rawValue).train.jsonl.gz")
      sentences += try readRows(try Gunzip.contents(of: file), corpus: corpus) {
        ($0 % 10 == 9) == isHeldOut
      }
    }
    if let relations {
      for corpus in Corpus.related {
        let file = URL(fileURLWithPath: relations).appendingPathComponent(
          "\(corpus.rawValue).train.jsonl.gz")
        sentences += try readRelatedNames(try Gunzip.contents(of: file), corpus: corpus) {
          ($0 % 10 == 9) == isHeldOut
        }
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: pages).sorted()
    for name in names where name.hasSuffix(".txt") {
      guard let number = Int(name.dropLast(4)), (number % 10 == 5) == isHeldOut else { continue }
      sentences += readPage(try String(contentsOfFile: "\(pages)/\(name)", encoding: .utf8))
    }
    return sentences
  }

  private func example(
    of sentence: MarkedSentence, _ masks: TagMasks, _ numbers: inout FeatureNumbers,
    _ recogniser: Recogniser
  ) -> Example {
    numbers.example(
      of: sentence, masks, weight: weight(of: sentence), recogniser)
  }

  private func weight(of sentence: MarkedSentence) -> Float {
    if !sentence.isWhole { return relatedWeight }
    return sentence.corpus == .own ? pageWeight : 1
  }

  /// Where in a round the weights are taken for their average: the last sentences of a round, some
  /// of which count many times, would show in a single look.
  private static let samplesPerRound = 16

  private func learn(
    _ examples: inout [Example], count: Int, report: (Weights) -> Void
  ) -> Weights {
    let weights = Weights(count: count)
    var sums = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: count)
    var generator = SplitMix64(seed: order)
    var chain = Chain()
    var samples = 0
    for round in 0..<rounds {
      if round + 1 == closingRound {
        for index in examples.indices where !examples[index].clauses.isEmpty {
          chain.closeEmptyClauses(of: &examples[index], weights)
        }
      }
      examples.shuffle(using: &generator)
      let step = rate * pow(fade, Float(round))
      var loss = 0.0
      let stride = max(examples.count / Self.samplesPerRound, 1)
      for (number, example) in examples.enumerated() {
        loss += chain.learn(example, weights, rate: step, decay: decay)
        guard round > 0 || rounds == 1, (number + 1) % stride == 0 else { continue }
        for index in sums.indices { sums[index] += weights.values[index] }
        samples += 1
      }
      print("round \(round + 1): loss \(loss / Double(max(examples.count, 1)))")
      report(weights)
    }
    for index in sums.indices {
      weights.values[index] = sums[index] / Float(max(samples, 1))
    }
    print("average of the rounds")
    report(weights)
    return weights
  }
}

/// Reads gzip files with the program of that name.
private enum Gunzip {
  static func contents(of file: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(file.path) cannot be read")
    }
    return data
  }
}
