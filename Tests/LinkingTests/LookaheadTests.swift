import NewsText
import Recognition
import Testing

@testable import Linking

/// What spares tries of patterns must never spare one that fits.
struct LookaheadTests {
  /// A matcher that keeps its progress tries everything.
  @Test(arguments: [
    "{Organization:澄湖陶瓷公司}由{Person:高岩}于2003年创立，他任董事长。",
    "由{Organization:云岭县文旅局}主办、{Organization:云岭县文化馆}承办的{Project:云岭山歌节}10月3日开幕。",
    "{Person:高岩}一行到{Place:北塬镇}、{Organization:北塬中学}调研，并向学校捐款5万元。",
    "{Organization:澄湖陶瓷公司}投资1.2亿元建设{Project:澄湖产业园}，一期已于2024年5月投产。",
    "{Person:林秋}被任命为{Organization:云岭县教育局}局长，免去其{Organization:北塬中学}校长职务。",
    "{Organization:云岭县教育局}与{Organization:澄湖陶瓷公司}签订合作协议，双方共建“陶艺课堂”。",
  ])
  func sparesNothingThatFits(_ text: String) throws {
    let lexicon = try Fixtures.lexicon.get()
    let reading = try Fixtures.reading(text)
    let linker = NameLinker(
      reading, gazetteer: GazetteerView(lexicon: lexicon), ledger: EntityLedger())
    let topics = Topics(reading, linker: linker, employers: [:])
    var count = 0
    for rule in try RelationRules(lexicon: lexicon).rules {
      for (index, pattern) in rule.patterns.enumerated() {
        for sentence in reading.article.sentences {
          var quick = PatternMatcher(reading: reading, topics: topics, entities: linker.entities)
          var thorough = quick
          thorough.progress = PatternProgress(steps: pattern.steps) { _, step in step }
          let matches = quick.matches(of: pattern, in: sentence.span)
          let all = thorough.matches(of: pattern, in: sentence.span)
          #expect(Self.told(matches) == Self.told(all), "\(rule.id), pattern \(index)")
          count += all.count
        }
      }
    }
    #expect(count > 0, "nothing fits the sentence")
  }

  /// Spans and entities of matches.
  private static func told(_ matches: [PatternMatch]) -> [String] {
    matches.map { match in
      let held = match.bindings.map { "\($0?.span as Any) \($0?.entities ?? [])" }
      return "\(match.span): \(held)"
    }
  }

  @Test func scalarTableAgreesWithPredicates() {
    let table = ScalarKindTable()
    for value in UInt32(0)..<0x11000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(table[scalar] == ScalarKinds(scalar), "U+\(String(value, radix: 16))")
    }
  }

  @Test func memoAnswersEachQuestionByItself() {
    var memo = SubjectMemo()
    func subject(_ entity: Int) -> Subject {
      Subject(entity: entity, type: .person, span: TextSpan(entity, entity + 1))
    }
    // Far more questions than it keeps: an answer is its question's or is asked for again.
    for position in 0..<500 {
      for types in UInt8(0)..<20 {
        let entity = position * 100 + Int(types)
        #expect(memo.subject(at: position, types) { subject(entity) }?.entity == entity)
        if types < 16 { #expect(memo.isAnswered(at: position, types)) }
        #expect(memo.subject(at: position, types) { subject(entity) }?.entity == entity)
      }
    }
    #expect(memo.subject(at: 7, 1) { nil } == nil)
    #expect(memo.subject(at: 7, 1) { subject(3) } == nil, "that there is none is remembered")
    #expect(!memo.isAnswered(at: 7, 2))
  }
}
