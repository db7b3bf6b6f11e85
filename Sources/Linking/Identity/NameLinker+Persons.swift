import Lexicon
import NewsText
import Recognition

/// Where people are at home.
extension NameLinker {
  /// 柳河村村民孙大山: the place before the kind of person. It tells him from his namesakes.
  mutating func linkHomes() {
    for index in reading.mentions.indices where reading.mentions[index].type == .person {
      let end = reading.mentions[index].span.start
      guard
        let start = reading.start(
          of: reading.cues.kinds, endingAt: end, notBefore: max(0, end - 6)),
        start > 0, reading.mentionOver[start - 1] >= 0
      else { continue }
      let home = Int(reading.mentionOver[start - 1])
      guard reading.mentions[home].type == .place, reading.mentions[home].span.end == start else {
        continue
      }
      ledger.update(entities[index]) { $0.place = $0.place ?? entities[home] }
    }
  }
}
