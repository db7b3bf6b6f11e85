import Testing

@testable import Lexicon
@testable import Recognition

struct TraitSumsTests {
  /// More sets than are kept, each asked for twice, against a plain sum.
  @Test func sumsAreThoseOfTheirSets() {
    let rows = (0..<64).map { number in
      var row = ContextTable.Row(repeating: 0)
      for lane in 0..<16 { row[lane] = Int8((number * 7 + lane * 13) % 200 - 100) }
      return row
    }
    var sums = TraitSums()
    var state: UInt64 = 5
    sums.withEntries { entries in
      for _ in 0..<3000 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let traits = Traits(rawValue: state >> 20 & state >> 9 | 1)
        for template in [ContextTemplate.starts, .ends, .covers, .endsBefore, .startsAfter] {
          for _ in 0..<2 {
            let sum = rows.withUnsafeBufferPointer { rows in
              TraitSums.sum(of: traits, template, in: entries, rows.baseAddress!)
            }
            for lane in 0..<16 {
              let expected = (0..<64).reduce(Int16(0)) {
                traits.rawValue >> UInt64($1) & 1 == 1 ? $0 &+ Int16(rows[$1][lane]) : $0
              }
              #expect(sum[lane] == expected)
            }
          }
        }
      }
    }
  }
}
