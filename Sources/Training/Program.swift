import Foundation
import Lexicon
import NewsText
import Recognition
import Seeds

struct Options {
  var shared = "/work/shared/eval/ner"
  var own = "/tmp/own"
  var rounds = 10
  var rate: Float = 0.1
  var decay: Float = 1e-5
  var cutoff = 3
  var held = 9
  var held2 = 8
  var out = "/tmp/weights.tsv"
  var drop: Set<String> = []
  var fade: Float = 1
  var least: Float = 0.3
  var ownWeight: Float = 2
  var freeProjects = false
}

@main
struct Program {
  static func unzip(_ path: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  static func main() throws {
    var options = Options()
    var arguments = CommandLine.arguments.dropFirst()
    while let name = arguments.popFirst() {
      let value = arguments.popFirst() ?? ""
      switch name {
      case "--rounds": options.rounds = Int(value) ?? 10
      case "--rate": options.rate = Float(value) ?? 0.1
      case "--decay": options.decay = Float(value) ?? 1e-5
      case "--cutoff": options.cutoff = Int(value) ?? 3
      case "--own": options.own = value
      case "--out": options.out = value
      case "--own-weight": options.ownWeight = Float(value) ?? 2
      case "--free-projects": options.freeProjects = value == "1"
      case "--fade": options.fade = Float(value) ?? 1
      case "--tuning": options.held2 = Int(value) ?? 8
      case "--least": options.least = Float(value) ?? 0.3
      case "--drop": options.drop = Set(value.split(separator: ",").map(String.init))
      default: print("unknown", name)
      }
    }
    guard let seeds = Seeds.bundledDirectory() else { fatalError() }
    let lexicon = try Lexicon.open(seeds: seeds)
    let recogniser = try Recogniser(lexicon: lexicon)

    func load(_ keeps: (Int) -> Bool, own: (Int) -> Bool) throws -> [MarkedSentence] {
      var all: [MarkedSentence] = []
      for (file, corpus) in [
        ("msra.train", Corpus.msra), ("pfr98.train", .pfr98), ("cluener.train", .cluener),
      ] {
        all += try readRows(
          try unzip("\(options.shared)/\(file).jsonl.gz"), corpus: corpus, keeps: keeps)
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: options.own).sorted()
      for file in files where file.hasSuffix(".txt") {
        guard let number = Int(file.prefix(3)), own(number) else { continue }
        all += readPage(
          try String(contentsOfFile: options.own + "/" + file, encoding: .utf8))
      }
      return all
    }
    let began = Date()
    let training = try load(
      { $0 % 10 != options.held && $0 % 10 != options.held2 }, own: { $0 % 10 != 5 })
    let held = try load(
      { $0 % 10 == (options.held2 < 0 ? options.held : options.held2) }, own: { $0 % 10 == 5 })
    print("sentences", training.count, held.count, Date().timeIntervalSince(began))
    let masks = TagMasks(training)

    var numbers: [ContextFeature: Int32] = [:]
    var counts: [Int32] = []
    var names: [ContextKey: String] = [:]
    func features(_ sentence: MarkedSentence) -> [[ContextFeature]] {
      recogniser.contextFeatures(of: sentence.text, names: &names).map { row in
        options.drop.isEmpty
          ? row : row.filter { !options.drop.contains("\($0.template)") }
      }
    }
    for sentence in training {
      for row in features(sentence) {
        for feature in row {
          if let number = numbers[feature] {
            counts[Int(number)] += 1
          } else {
            numbers[feature] = Int32(counts.count)
            counts.append(1)
          }
        }
      }
    }
    print("features", counts.count, Date().timeIntervalSince(began))
    var kept: [ContextFeature: Int32] = [:]
    for (feature, number) in numbers.sorted(by: { $0.value < $1.value })
    where counts[Int(number)] >= options.cutoff {
      kept[feature] = Int32(kept.count)
    }
    numbers = [:]
    print("kept", kept.count, Date().timeIntervalSince(began))

    func example(_ sentence: MarkedSentence) -> Example {
      var example = Example(features: [], starts: [0], allowed: [], weight: 1)
      for row in features(sentence) {
        for feature in row { if let number = kept[feature] { example.features.append(number) } }
        example.starts.append(Int32(example.features.count))
      }
      var projects: [Range<Int>] = []
      if !sentence.corpus.marksProjects {
        let article = Article(
          number: 0, text: sentence.text, rawOffsets: Array(0..<sentence.text.count),
          blocks: [], sentences: [Sentence(span: TextSpan(0, sentence.text.count), block: 0)],
          credits: [])
        projects = recogniser.recognise(article).mentions.filter { $0.type == .project }
          .map { $0.span.range }
      }
      example.allowed = masks.masks(sentence, projects: projects)
      if options.freeProjects, !sentence.corpus.marksProjects {
        for index in example.allowed.indices where example.allowed[index] & 1 == 1 {
          example.allowed[index] |= 0b1111 << 13
        }
      }
      if sentence.corpus == .own { example.weight = options.ownWeight }
      return example
    }
    var examples = training.map(example)
    let tests = held.map(example)
    print("examples", Date().timeIntervalSince(began))
    let weights = Weights(count: kept.count)
    var generator = SplitMix(state: 20)
    var averages = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: kept.count)
    for round in 1...options.rounds {
      let rate = options.rate * pow(options.fade, Float(round - 1))
      examples.shuffle(using: &generator)
      var chain = Chain()
      var sum = 0.0
      for example in examples {
        sum += chain.learn(example, weights, rate: rate, decay: options.decay)
      }
      print("round", round, "loss", sum / Double(examples.count), Date().timeIntervalSince(began))
      evaluate(tests, held, weights)
      if round > 1 {
        for index in averages.indices {
          averages[index] += weights.values[index] / Float(options.rounds - 1)
        }
      }
    }
    for index in averages.indices { weights.values[index] = averages[index] }
    print("averaged")
    evaluate(tests, held, weights)
    for threshold in [Float(0.05), 0.1, 0.2, 0.3, 0.5] {
      var rows = 0
      var entries = 0
      for index in 0..<weights.count {
        let value = weights.values[index]
        var count = 0
        for lane in 0..<16 where abs(value[lane]) >= threshold { count += 1 }
        if count > 0 { rows += 1 }
        entries += count
      }
      print("threshold", threshold, "rows", rows, "entries", entries)
    }
    var lines: [String] = []
    for (feature, number) in kept {
      let row = weights.values[Int(number)]
      if max(row.max(), -row.min()) < options.least { continue }
      let cells = (0..<16).map { lane -> String in
        let value = (row[lane] * 20).rounded() / 20
        return abs(value) < 0.1 ? "" : String(format: "%g", min(max(value, -6.35), 6.35))
      }
      lines.append(
        "\(feature.template)\t\(names[feature.key] ?? "")\t" + cells.joined(separator: "\t"))
    }
    let header = ["template", "what"]
      + ["Organization", "Person", "Place", "Project"].flatMap { type in
        ["first", "inside", "last", "alone"].map { "\(type).\($0)" }
      }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try ([header.joined(separator: "\t")] + lines).map { $0 + "\n" }.joined().write(
      toFile: options.out, atomically: true, encoding: .utf8)
  }

  static func evaluate(_ tests: [Example], _ held: [MarkedSentence], _ weights: Weights) {
    var chain = Chain()
    var right: [String: Int] = [:]
    var found: [String: Int] = [:]
    var gold: [String: Int] = [:]
    for (example, sentence) in zip(tests, held) {
      let tags = chain.decode(example, weights)
      var spans: Set<[Int]> = []
      var start = 0
      for index in tags.indices where tags[index] != 0 {
        let place = (tags[index] - 1) % 4
        if place == 0 || place == 3 { start = index }
        if place >= 2 { spans.insert([start, index + 1, (tags[index] - 1) / 4]) }
      }
      var names = Set(sentence.names.map { [$0.start, $0.end, $0.type] })
      if sentence.corpus.joinsUnits {
        // Join neighbouring places.
        var joined: [[Int]] = []
        for span in spans.sorted(by: { $0[0] < $1[0] }) {
          if let last = joined.last, last[2] == 2, span[2] == 2, last[1] == span[0] {
            joined[joined.count - 1][1] = span[1]
          } else {
            joined.append(span)
          }
        }
        spans = Set(joined)
      }
      if !sentence.corpus.marksAbbreviatedPlaces {
        spans = spans.filter { !($0[2] == 2 && $0[1] - $0[0] == 1) }
        names = names.filter { !($0[2] == 2 && $0[1] - $0[0] == 1) }
      }
      if !sentence.corpus.marksProjects { spans = spans.filter { $0[2] != 3 } }
      if sentence.corpus == .msra {
        spans = Set(
          spans.map { span in
            if span[2] == 0, span[1] - span[0] > 2, sentence.text[span[1] - 1] == "府",
              sentence.text[span[1] - 2] == "政", names.contains([span[0], span[1] - 2, 2])
            {
              return [span[0], span[1] - 2, 2]
            }
            return span
          })
      }
      for type in 0..<4 {
        let key = sentence.corpus.rawValue + ["ORG", "PER", "LOC", "PRJ"][type]
        let a = spans.filter { $0[2] == type }
        let b = names.filter { $0[2] == type }
        for k in [key, sentence.corpus.rawValue] {
          right[k, default: 0] += a.intersection(b).count
          found[k, default: 0] += a.count
          gold[k, default: 0] += b.count
        }
      }
    }
    let text = gold.keys.sorted().map { key -> String in
      let f = 2 * Double(right[key]!) / Double(max(1, found[key]! + gold[key]!))
      return "\(key) " + String(format: "%.3f", f)
    }
    print("  ", text.joined(separator: "  "))
  }
}

/// A seeded generator: the same corpora give the same weights.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
