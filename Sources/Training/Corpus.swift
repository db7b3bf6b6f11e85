import Foundation

/// A sentence with the names marked in it.
struct MarkedSentence {
  var text: [Unicode.Scalar]
  /// Names by start, not overlapping.
  var names: [MarkedName]
  var corpus: Corpus
  /// Whether all names are marked; otherwise what is unmarked says nothing.
  var isWhole = true
}

struct MarkedName: Hashable {
  var start: Int
  var end: Int
  /// 0 Organization, 1 Person, 2 Place, 3 Project.
  var type: Int
  /// Another type the name may have instead.
  var otherType: Int?
}

/// Where a sentence comes from: each corpus draws its spans in its own way.
enum Corpus: String, CaseIterable {
  case msra, pfr98, cluener, own
  /// Sentences with relations; names without a relation are not marked.
  case duie1, duie2, finre, people14

  /// Corpora of sentences with all their names.
  static let named: [Corpus] = [.msra, .pfr98, .cluener]
  /// Corpora of sentences with some of their names.
  static let related: [Corpus] = [.duie1, .duie2, .finre, .people14]

  /// The corpus' name of a type → ours; labels that are no names for us are left out.
  var types: [String: Int] {
    switch self {
    case .msra, .pfr98: ["ORG": 0, "PER": 1, "LOC": 2]
    case .cluener:
      ["organization": 0, "company": 0, "government": 0, "name": 1, "address": 2, "scene": 2]
    case .own: ["O": 0, "P": 1, "L": 2, "J": 3]
    case .duie1, .duie2, .people14:
      [
        "人物": 1, "娱乐人物": 1, "历史人物": 1, "企业": 0, "企业/品牌": 0, "机构": 0, "学校": 0, "出版社": 0,
      ]
    case .finre: [:]
    }
  }

  /// Whether a Place may consist of several units that the corpus does not tell apart.
  var joinsUnits: Bool { self == .cluener || self == .own }
  var marksProjects: Bool { self == .own }
  /// Whether bodies without a place's name (市委, 县公安局) are marked; People's Daily has them unmarked.
  var marksBareBodies: Bool { self != .pfr98 }
  var marksAbbreviatedPlaces: Bool { self == .msra }
}

private struct Row: Decodable {
  var text: String
  var entities: [[Item]]

  enum Item: Decodable {
    case position(Int)
    case type(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .position(number)
      } else {
        self = .type(try container.decode(String.self))
      }
    }
  }
}

/// Reads `{"text", "entities": [[start, end, type], …]}` lines; `keeps` chooses by line number.
func readRows(_ data: Data, corpus: Corpus, keeps: (Int) -> Bool) throws -> [MarkedSentence] {
  let decoder = JSONDecoder()
  var sentences: [MarkedSentence] = []
  for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() where keeps(number) {
    let row = try decoder.decode(Row.self, from: line)
    let names = row.entities.compactMap { entity -> MarkedName? in
      guard case .position(let start) = entity[0], case .position(let end) = entity[1],
        case .type(let name) = entity[2], let type = corpus.types[name]
      else { return nil }
      return MarkedName(start: start, end: end, type: type)
    }
    let whole = MarkedSentence(
      text: Array(row.text.unicodeScalars), names: names.sorted { $0.start < $1.start },
      corpus: corpus)
    sentences.append(contentsOf: split(whole))
  }
  return sentences
}

/// Reads a page with names marked as `{O 沁源县农业农村局}`.
func readPage(_ text: String) -> [MarkedSentence] {
  var sentences: [MarkedSentence] = []
  for line in text.split(whereSeparator: \.isNewline) {
    var plain: [Unicode.Scalar] = []
    var names: [MarkedName] = []
    var open: (start: Int, type: Int)?
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "{", index + 2 < scalars.count, scalars[index + 2] == " ",
        let type = Corpus.own.types[String(scalars[index + 1])]
      {
        open = (plain.count, type)
        index += 3
      } else if scalars[index] == "}", let name = open {
        names.append(MarkedName(start: name.start, end: plain.count, type: name.type))
        open = nil
        index += 1
      } else {
        plain.append(scalars[index])
        index += 1
      }
    }
    sentences.append(
      contentsOf: split(MarkedSentence(text: plain, names: names, corpus: .own)))
  }
  return sentences
}

/// Cuts at full stops, as page reading does.
func split(_ whole: MarkedSentence) -> [MarkedSentence] {
  var result: [MarkedSentence] = []
  var start = 0
  let names = whole.names
  let text = whole.text
  var index = 0
  while index < text.count {
    index += 1
    guard "。！？".unicodeScalars.contains(text[index - 1]) || index == text.count else { continue }
    while index < text.count, "”’』」）".unicodeScalars.contains(text[index]) { index += 1 }
    if names.contains(where: { $0.start < index && $0.end > index }) { continue }
    let inside = names.filter { $0.start >= start && $0.end <= index }
    result.append(
      MarkedSentence(
        text: Array(text[start..<index]),
        names: inside.map {
          MarkedName(
            start: $0.start - start, end: $0.end - start, type: $0.type, otherType: $0.otherType)
        }, corpus: whole.corpus, isWhole: whole.isWhole))
    start = index
  }
  return result
}
