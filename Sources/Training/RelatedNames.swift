import Foundation

private struct Row: Decodable {
  var text: String
  var triples: [Triple]

  struct Triple: Decodable {
    var s: String
    var o: String
    var sType: String
    var oType: String

    enum CodingKeys: String, CodingKey {
      case s, o
      case sType = "s_type"
      case oType = "o_type"
    }
  }
}

/// Reads `{"text", "triples": [{"s", "s_type", "o", "o_type"}, …]}` lines: every place where the
/// text of a subject or an object stands is a name, longer ones first. What else stands in the
/// sentence is left open.
///
/// Numbers replaced by `<N>` are read as 3.
func readRelatedNames(
  _ data: Data, corpus: Corpus, keeps: (Int) -> Bool
) throws -> [MarkedSentence] {
  let decoder = JSONDecoder()
  var sentences: [MarkedSentence] = []
  for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() where keeps(number) {
    let row = try decoder.decode(Row.self, from: line)
    var types: [[Unicode.Scalar]: Set<Int>] = [:]
    for triple in row.triples {
      for (name, label) in [(triple.s, triple.sType), (triple.o, triple.oType)] {
        let scalars = Array(withDigits(name).unicodeScalars)
        guard scalars.count > 1, let allowed = typesOfLabel(label, corpus) else { continue }
        types[scalars, default: []].formUnion(allowed)
      }
    }
    let text = Array(withDigits(row.text).unicodeScalars)
    let names = occurrences(of: types, in: text)
    sentences += split(MarkedSentence(text: text, names: names, corpus: corpus, isWhole: false))
      .filter { !$0.names.isEmpty }
  }
  return sentences
}

private func withDigits(_ text: String) -> String {
  text.replacingOccurrences(of: "<N>", with: "3")
}

private func typesOfLabel(_ label: String, _ corpus: Corpus) -> Set<Int>? {
  if corpus == .finre { return [0, 1] }
  return corpus.types[label].map { [$0] }
}

private func occurrences(
  of names: [[Unicode.Scalar]: Set<Int>], in text: [Unicode.Scalar]
) -> [MarkedName] {
  var isTaken = [Bool](repeating: false, count: text.count)
  var result: [MarkedName] = []
  let longestFirst = names.keys.sorted {
    ($1.count, String(describing: $0)) < ($0.count, String(describing: $1))
  }
  for name in longestFirst {
    let types = names[name, default: []].sorted()
    var start = 0
    while start + name.count <= text.count {
      let span = start..<start + name.count
      if text[span].elementsEqual(name), !isTaken[span].contains(true) {
        for index in span { isTaken[index] = true }
        result.append(
          MarkedName(
            start: span.lowerBound, end: span.upperBound, type: types[0],
            otherType: types.dropFirst().first))
        start = span.upperBound
      } else {
        start += 1
      }
    }
  }
  return result.sorted { $0.start < $1.start }
}

extension MarkedSentence {
  /// Stretches between marks of punctuation in which no name is marked.
  var clausesWithoutNames: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in 0...text.count {
      guard index == text.count || "，。；：！？、,;:!?()（）《》“”\"".unicodeScalars.contains(text[index])
      else { continue }
      let clause = start..<index
      if !clause.isEmpty, !names.contains(where: { $0.start < clause.upperBound && $0.end > start })
      {
        result.append(clause)
      }
      start = index + 1
    }
    return result
  }
}
