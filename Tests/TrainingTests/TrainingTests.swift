import Testing

@testable import mailuo_train

/// From marked text to tags, and from tags to weights.
@Suite struct TrainingTests {
  @Test func marksBecomeNamesAndSentences() {
    let sentences = readPage("{O 岭东县教育局}局长{P 何 兰}说。\n{L 岭东县石桥镇}的{J 引水工程}完工！")
    #expect(
      sentences.map { String(String.UnicodeScalarView($0.text)) } == [
        "岭东县教育局局长何 兰说。", "岭东县石桥镇的引水工程完工！",
      ])
    #expect(
      sentences.first?.names == [
        MarkedName(start: 0, end: 6, type: 0), MarkedName(start: 8, end: 11, type: 1),
      ])
    #expect(
      sentences.last?.names == [
        MarkedName(start: 0, end: 6, type: 2), MarkedName(start: 7, end: 11, type: 3),
      ])
  }

  @Test func tagsDrawNames() {
    let tags = [
      0, Tag.first(0), Tag.inside(0), Tag.last(0), Tag.alone(2), 0, Tag.first(1), Tag.last(1),
    ]
    #expect(
      Tag.names(tags) == [
        MarkedName(start: 1, end: 4, type: 0), MarkedName(start: 4, end: 5, type: 2),
        MarkedName(start: 6, end: 8, type: 1),
      ])
  }

  /// 「岭东县政府」: MSRA marks the place, we the body; projects are left open where rules see one.
  @Test func masksReconcileCorpora() {
    let sentence = MarkedSentence(
      text: Array("岭东县政府办引水工程".unicodeScalars),
      names: [MarkedName(start: 0, end: 3, type: 2)], corpus: .msra)
    let masks = TagMasks([sentence]).masks(sentence, projects: [6..<10])
    #expect(masks[0] == 1 << UInt32(Tag.first(0)))
    #expect(masks[4] == 1 << UInt32(Tag.last(0)))
    #expect(masks[5] == 1)
    #expect(masks[6].nonzeroBitCount == Tag.count)
  }

  /// Two sentences that one feature tells apart.
  @Test func learningFindsWhatTellsApart() {
    let name = Example(
      features: [0, 1, 0, 2], starts: [0, 2, 4],
      allowed: [1 << UInt32(Tag.first(1)), 1 << UInt32(Tag.last(1))], weight: 1)
    let plain = Example(features: [1, 2], starts: [0, 1, 2], allowed: [1, 1], weight: 1)
    let weights = Weights(count: 3)
    var chain = Chain()
    let before = chain.learn(name, weights, rate: 0.1, decay: 0)
    var after = before
    for _ in 0..<200 {
      after = chain.learn(name, weights, rate: 0.1, decay: 0)
      _ = chain.learn(plain, weights, rate: 0.1, decay: 0)
    }
    #expect(after < before / 10)
    #expect(chain.decode(name, weights) == [Tag.first(1), Tag.last(1)])
    #expect(chain.decode(plain, weights) == [0, 0])
  }
}
