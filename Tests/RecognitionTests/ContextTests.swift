import Lexicon
import NewsText
import Testing

@testable import Recognition

/// What learned weights add up to, against sums and searches done the slow way.
@Suite struct ContextTests {
  /// Evidence of small pseudo-random weights.
  static func evidence(seed: UInt64, count: Int) -> ContextEvidence {
    var state = seed
    var evidence = ContextEvidence()
    evidence.reset(count: count)
    for index in 0..<count {
      for lane in 0..<ContextTable.Row.scalarCount {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        evidence[index][lane] = Int16(truncatingIfNeeded: state >> 33) % 40 - 8
      }
    }
    evidence.sum()
    return evidence
  }

  static func slowScore(
    _ evidence: ContextEvidence, _ slot: ContextEvidence.Slot, _ start: Int, _ end: Int
  ) -> Int {
    func weight(_ position: Int, _ place: Int) -> Int {
      Int(evidence[position][ContextTable.lane(type: slot.rawValue, place: place)])
    }
    if end - start == 1 { return weight(start, 3) }
    let inner = (start + 1..<end - 1).reduce(0) { $0 + weight($1, 1) }
    return weight(start, 0) + inner + weight(end - 1, 2)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func spansAddUp(seed: UInt64) {
    let evidence = Self.evidence(seed: seed, count: 9)
    for slot in ContextEvidence.Slot.allCases {
      for start in 0..<9 {
        for end in start + 1...9 {
          let expected = Float(Self.slowScore(evidence, slot, start, end)) / ContextTable.nat
          #expect(abs(evidence.score(slot, start, end) - expected) < 0.001)
        }
      }
    }
  }

  /// The best sum of names that do not overlap, by trying every span at every place.
  static func best(_ evidence: ContextEvidence) -> Int {
    var best = [0]
    for end in 1...evidence.count {
      var top = best[end - 1]
      for start in 0..<end {
        for slot in ContextEvidence.Slot.allCases {
          top = max(top, best[start] + slowScore(evidence, slot, start, end))
        }
      }
      best.append(top)
    }
    return best[evidence.count]
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func theBestNamesAreFound(seed: UInt64) {
    let evidence = Self.evidence(seed: seed, count: 12)
    var sum = 0
    var end = 12
    evidence.names { slot, start, last in
      #expect(start < last && last <= end, "names overlap")
      end = start
      sum += Self.slowScore(evidence, slot, start, last)
    }
    #expect(sum == Self.best(evidence))
  }

  @Test func withoutWeightsRulesReadAlone() throws {
    let recogniser = try Fixtures.recogniser.get().byRulesAlone()
    #expect(
      try Fixtures.marked("副镇长赵文静说。", with: recogniser) == "副镇长{Person:赵文静}说。")
  }

  /// Names that no rule and no dictionary knows, by what stands around them.
  @Test(arguments: [
    "记者随后拨通了{Person:格桑旺堆}的电话。", "{Place:泸溪县}与{Place:巴塘县}结为友好县。",
  ])
  func contextFinds(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: ["”），他们（“", "“““”", "））））", "（（（（“王”"])
  func unpairedMarksDoNoHarm(text: String) throws {
    for mention in try Fixtures.recogniser.get().recognise(Article(paragraph: text)).mentions {
      #expect(!mention.span.isEmpty)
    }
  }
}
