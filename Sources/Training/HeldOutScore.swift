import Foundation

/// Strict precision and recall of the chain alone on sentences that were not learned from, by corpus
/// and type, and how many names it finds where only some are marked: a quick look while training, not the program's score (`make evaluate`).
struct HeldOutScore {
  private var right: [String: Int] = [:]
  private var found: [String: Int] = [:]
  private var marked: [String: Int] = [:]

  init(_ examples: [Example], _ sentences: [MarkedSentence], _ weights: Weights) {
    var chain = Chain()
    for (example, sentence) in zip(examples, sentences) {
      add(Tag.names(chain.decode(example, weights)), sentence)
    }
  }

  private mutating func add(_ names: [MarkedName], _ sentence: MarkedSentence) {
    let corpus = sentence.corpus
    guard sentence.isWhole else { return addFound(Set(names), sentence) }
    let read = Set(
      (corpus.joinsUnits ? Self.joined(names) : names).filter { isMarked($0, in: corpus) })
    let expected = Set(sentence.names.filter { isMarked($0, in: corpus) })
    for type in Tag.typeNames.indices {
      let key = "\(corpus.rawValue) \(Tag.typeNames[type])"
      for name in [corpus.rawValue, key] {
        right[name, default: 0] += read.intersection(expected).count { $0.type == type }
        found[name, default: 0] += read.count { $0.type == type }
        marked[name, default: 0] += expected.count { $0.type == type }
      }
    }
  }

  /// Where only some names are marked, only those count.
  private mutating func addFound(_ names: Set<MarkedName>, _ sentence: MarkedSentence) {
    let key = "\(sentence.corpus.rawValue) found"
    for name in sentence.names {
      let types = [name.type, name.otherType].compactMap { $0 }
      let isFound = types.contains {
        names.contains(MarkedName(start: name.start, end: name.end, type: $0))
      }
      right[key, default: 0] += isFound ? 1 : 0
      found[key, default: 0] += 1
      marked[key, default: 0] += 1
    }
  }

  private func isMarked(_ name: MarkedName, in corpus: Corpus) -> Bool {
    if name.type == 3 { return corpus.marksProjects }
    return name.type != 2 || name.end - name.start > 1 || corpus.marksAbbreviatedPlaces
  }

  /// Neighbouring places as one.
  private static func joined(_ names: [MarkedName]) -> [MarkedName] {
    var result: [MarkedName] = []
    for name in names {
      if let last = result.last, last.type == 2, name.type == 2, last.end == name.start {
        result[result.count - 1].end = name.end
      } else {
        result.append(name)
      }
    }
    return result
  }

  /// `msra .905  msra Organization .861 …`
  var text: String {
    marked.keys.sorted().filter { marked[$0, default: 0] > 0 }.map { key in
      let sum = found[key, default: 0] + marked[key, default: 0]
      let score = 2 * Double(right[key, default: 0]) / Double(max(sum, 1))
      return "\(key) \(String(format: "%.3f", score))"
    }.joined(separator: "  ")
  }
}
