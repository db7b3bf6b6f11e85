import Lexicon
import Recognition

/// Numbers the features that are frequent enough to learn from.
struct FeatureNumbers {
  private var numbers: [ContextFeature: Int32] = [:]
  private var counts: [Int32] = []
  /// What the table prints for the key of a block.
  private(set) var names: [ContextKey: String] = [:]

  var count: Int { numbers.count }

  /// Counts the features of a sentence.
  mutating func count(_ sentence: [Unicode.Scalar], _ recogniser: Recogniser) {
    for row in recogniser.contextFeatures(of: sentence, names: &names).features {
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

  /// Keeps what was counted often enough, numbered in the order of first sight.
  mutating func keep(atLeast least: Int) {
    let frequent = numbers.filter { counts[Int($0.value)] >= least }
    numbers = [:]
    for (number, feature) in frequent.sorted(by: { $0.value < $1.value }).enumerated() {
      numbers[feature.key] = Int32(number)
    }
    counts = []
  }

  /// A sentence by its known features.
  mutating func example(
    of sentence: MarkedSentence, _ masks: TagMasks, weight: Float, _ recogniser: Recogniser
  ) -> Example {
    let sample = recogniser.contextFeatures(of: sentence.text, names: &names)
    // Other corpora do not mark projects: where our rules see one, they say nothing.
    let allowed = masks.masks(
      sentence, projects: sample.projects, bodies: sample.bodies)
    var example = Example(features: [], starts: [0], allowed: allowed, weight: weight)
    if !sentence.isWhole { example.clauses = sentence.clausesWithoutNames }
    for row in sample.features {
      for feature in row { if let number = numbers[feature] { example.features.append(number) } }
      example.starts.append(Int32(example.features.count))
    }
    return example
  }

  /// All kept features with their numbers.
  var all: [(feature: ContextFeature, number: Int)] {
    numbers.map { ($0.key, Int($0.value)) }
  }
}
