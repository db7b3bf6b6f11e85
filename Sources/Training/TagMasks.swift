import Foundation

/// Which tags each character of a marked sentence may have: one where the corpus says what our
/// guidelines would say, several where it follows other rules.
struct TagMasks {
  /// Characters that stand for a country or province by themselves (中, 美, 晋).
  private var abbreviations: Set<Unicode.Scalar> = []
  /// Bodies that most corpora mark, by text.
  private var bodies: Set<[Unicode.Scalar]> = []
  private let longestBody = 8

  init(_ sentences: [MarkedSentence]) {
    var single: [Unicode.Scalar: Int] = [:]
    var marked: [[Unicode.Scalar]: Int] = [:]
    for sentence in sentences where sentence.isWhole {
      for name in sentence.names {
        if name.type == 2, name.end - name.start == 1, sentence.corpus.marksAbbreviatedPlaces {
          single[sentence.text[name.start], default: 0] += 1
        }
        if name.type == 0, name.end - name.start > 1, name.end - name.start <= longestBody {
          marked[Array(sentence.text[name.start..<name.end]), default: 0] += 1
        }
      }
    }
    abbreviations = Set(single.filter { $0.value >= 8 }.keys)
    var unmarked: [[Unicode.Scalar]: Int] = [:]
    bodies = Set(marked.filter { $0.value >= 4 }.keys)
    for sentence in sentences where sentence.isWhole {
      for (start, end) in bareBodies(sentence) {
        unmarked[Array(sentence.text[start..<end]), default: 0] += 1
      }
    }
    bodies = bodies.filter { Double(unmarked[$0] ?? 0) < 0.8 * Double(marked[$0] ?? 0) }
  }

  private func bareBodies(_ sentence: MarkedSentence) -> [(Int, Int)] {
    var isNamed = [Bool](repeating: false, count: sentence.text.count + 1)
    for name in sentence.names { for index in name.start..<name.end { isNamed[index] = true } }
    var result: [(Int, Int)] = []
    for start in sentence.text.indices where !isNamed[start] {
      var end = start + 1
      while end < sentence.text.count, !isNamed[end], end - start < longestBody {
        end += 1
        if bodies.contains(Array(sentence.text[start..<end])) { result.append((start, end)) }
      }
    }
    return result
  }

  private static let everything: UInt32 = (1 << UInt32(Tag.count)) - 1

  private static func bits(_ tags: Int...) -> UInt32 { tags.reduce(0) { $0 | 1 << UInt32($1) } }

  /// The allowed tags; `projects` are spans that may be projects, which the corpus does not mark,
  /// `bodies` spans that may be organisations.
  func masks(
    _ sentence: MarkedSentence, projects: [Range<Int>], bodies: [Range<Int>] = []
  ) -> [UInt32] {
    if !sentence.isWhole { return openMasks(sentence) }
    var masks = [UInt32](repeating: Self.bits(Tag.outside), count: sentence.text.count)
    var names = sentence.names
    if sentence.corpus == .msra {
      joinGovernments(&names, sentence.text)
      joinProvinces(&names, sentence.text)
    }
    for name in names {
      mark(name, sentence.corpus, &masks)
      if sentence.corpus != .own, Self.isHouse(name, sentence.text) {
        let asPlace = masks[name.start..<name.end]
        mark(MarkedName(start: name.start, end: name.end, type: 0), sentence.corpus, &masks)
        for (index, mask) in zip(asPlace.indices, asPlace) { masks[index] |= mask }
      }
    }
    if !sentence.corpus.marksAbbreviatedPlaces {
      for index in masks.indices
      where masks[index] == 1 && abbreviations.contains(sentence.text[index]) {
        masks[index] |= Self.bits(Tag.alone(2))
      }
    }
    if sentence.corpus != .own {
      for (start, end) in bareBodies(sentence) {
        for index in start..<end where masks[index] & 1 == 1 {
          masks[index] |= Self.bits(Tag.first(0), Tag.inside(0), Tag.last(0))
        }
      }
    }
    if !sentence.corpus.marksBareBodies {
      for body in bodies where body.allSatisfy({ masks[$0] & 1 == 1 }) {
        for index in body { masks[index] = Self.everything }
      }
    }
    if !sentence.corpus.marksProjects {
      for project in projects { for index in project { masks[index] = Self.everything } }
    }
    return masks
  }

  /// Everything is allowed but what contradicts a marked name.
  private func openMasks(_ sentence: MarkedSentence) -> [UInt32] {
    var masks = [UInt32](repeating: Self.everything, count: sentence.text.count)
    for name in sentence.names {
      for type in [name.type, name.otherType].compactMap({ $0 }) {
        for index in name.start..<name.end {
          if type == name.type { masks[index] = 0 }
          let isFirst = index == name.start
          let isLast = index == name.end - 1
          let tag = isFirst ? Tag.first(type) : isLast ? Tag.last(type) : Tag.inside(type)
          masks[index] |= Self.bits(tag)
        }
      }
    }
    return masks
  }

  private func mark(_ name: MarkedName, _ corpus: Corpus, _ masks: inout [UInt32]) {
    let type = name.type
    if name.end - name.start == 1 {
      masks[name.start] = Self.bits(Tag.alone(type))
      // 李总理: a surname alone is no name of ours.
      if type == 1 { masks[name.start] |= 1 }
      return
    }
    for index in name.start..<name.end { masks[index] = Self.bits(Tag.inside(type)) }
    masks[name.start] = Self.bits(Tag.first(type))
    masks[name.end - 1] = Self.bits(Tag.last(type))
    if type == 2, corpus.joinsUnits {
      let (first, last) = (Self.bits(Tag.first(2)), Self.bits(Tag.last(2)))
      for index in name.start + 1..<name.end - 1 {
        masks[index] = Self.bits(Tag.inside(2), Tag.alone(2)) | first | last
      }
      masks[name.start] |= Self.bits(Tag.alone(2))
      masks[name.end - 1] |= Self.bits(Tag.alone(2))
    }
  }

  /// 「北京市｜政府」 is one body for us.
  private func joinGovernments(_ names: inout [MarkedName], _ text: [Unicode.Scalar]) {
    for index in names.indices where names[index].type == 2 && names[index].end + 2 <= text.count {
      let end = names[index].end
      guard text[end] == "政", text[end + 1] == "府" else { continue }
      if names.contains(where: { $0.start >= end && $0.start < end + 2 }) { continue }
      names[index].end = end + 2
      names[index].type = 0
    }
  }

  /// 「江苏省｜靖江市供电局」 is one body for us.
  private func joinProvinces(_ names: inout [MarkedName], _ text: [Unicode.Scalar]) {
    let levels: Set<Unicode.Scalar> = ["省", "市", "区"]
    let lowerLevels: Set<Unicode.Scalar> = ["市", "县", "区", "旗", "州", "乡", "镇", "村"]
    var index = 1
    while index < names.count {
      let (place, body) = (names[index - 1], names[index])
      let second = body.start + 1
      let ends = second..<max(second, min(body.start + 5, body.end - 1))
      if place.type == 2, body.type == 0, place.end == body.start,
        levels.contains(text[place.end - 1]), text[ends].contains(where: lowerLevels.contains)
      {
        names[index - 1].type = 0
        names[index - 1].end = body.end
        names.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  private static let houses = ["博物馆", "图书馆", "纪念馆", "美术馆", "音乐厅", "军区"].map {
    Array($0.unicodeScalars)
  }

  /// Whether a place is a museum, a library or a military region, which are bodies for us.
  private static func isHouse(_ name: MarkedName, _ text: [Unicode.Scalar]) -> Bool {
    guard name.type == 2 else { return false }
    let name = text[name.start..<name.end]
    return houses.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
  }
}
