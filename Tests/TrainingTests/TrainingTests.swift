import Foundation
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

  /// Of a sentence with relations only the related names are known, and of some not even the type.
  @Test func relatedNamesLeaveTheRestOpen() throws {
    let line = """
      {"text": "清河<N>厂，清河<N>厂供销社！同日，王远离任。", "triples":
      [{"s": "清河<N>厂供销社", "s_type": "机构", "p": "x", "o": "清河<N>厂", "o_type": "企业"}]}
      """.replacingOccurrences(of: "\n", with: "")
    let sentences = try readRelatedNames(Data(line.utf8), corpus: .duie2) { _ in true }
    #expect(sentences.map { String(String.UnicodeScalarView($0.text)) } == ["清河3厂，清河3厂供销社！"])
    let sentence = try #require(sentences.first)
    #expect(
      sentence.names == [
        MarkedName(start: 0, end: 4, type: 0), MarkedName(start: 5, end: 12, type: 0),
      ])
    let masks = TagMasks([sentence]).masks(sentence, projects: [])
    #expect(masks[0] == 1 << UInt32(Tag.first(0)))
    #expect(masks[11] == 1 << UInt32(Tag.last(0)))
    #expect(masks[4].nonzeroBitCount == Tag.count)

    let untyped = try #require(
      try readRelatedNames(Data(line.utf8), corpus: .finre) { _ in true }.first)
    #expect(
      TagMasks([untyped]).masks(untyped, projects: [])[0]
        == 1 << UInt32(Tag.first(0)) | 1 << UInt32(Tag.first(1)))
    #expect(try readRelatedNames(Data(line.utf8), corpus: .duie2) { _ in false }.isEmpty)
  }

  /// A clause in which neither the corpus nor the weights have a name is taken for empty.
  @Test func clausesWithoutNamesAreClosed() {
    let sentence = MarkedSentence(
      text: Array("甲乙说，好，丙丁".unicodeScalars),
      names: [MarkedName(start: 0, end: 2, type: 1)], corpus: .duie2, isWhole: false)
    #expect(sentence.clausesWithoutNames == [4..<5, 6..<8])
    let open = UInt32(1 << 17 - 1)
    var example = Example(
      features: [0, 1], starts: [0, 0, 0, 0, 0, 0, 0, 1, 2],
      allowed: [UInt32](repeating: open, count: 8), weight: 1,
      clauses: sentence.clausesWithoutNames)
    let weights = Weights(count: 2)
    weights.values[0][Tag.first(1) - 1] = 3
    weights.values[1][Tag.last(1) - 1] = 3
    var chain = Chain()
    chain.closeEmptyClauses(of: &example, weights)
    #expect(example.allowed == [open, open, open, open, 1, open, open, open])
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
