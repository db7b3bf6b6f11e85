import Lexicon

/// Bodies without any word for one, named by what follows: the post of a person (「甲创始人王远」) or
/// their founding (「甲成立于1998年」).
///
/// The heads of the rule are those posts and verbs; a post counts only before a person or where the
/// name stands behind an appointment (「王远出任甲总裁」), a verb only before 于 and a date. The name is whatever stands between the last boundary and the head: nouns
/// and characters that no dictionary has.
struct PostedGrammar: Sendable {
  let rule: Int
  let type, person: Int8
  /// Plain nouns that are no such name: 平台, 公司.
  let plain: GroupFlags
  /// What may open a post (中国区, 全球) beside the prefixes of titles (首席, 前).
  let openers: GroupFlags
  /// Appointments (出任, 兼任) that a name may follow.
  let tenures: GroupFlags
  let base, rare, latin, boundary, word, founding: Float

  init(
    rule: Int, type: Int8, person: Int8, plain: GroupID?, openers: GroupID?,
    tenures: [GroupID], weights: [String: Float]
  ) {
    self.rule = rule
    self.type = type
    self.person = person
    self.plain = GroupFlags(plain.map { [$0] } ?? [])
    self.openers = GroupFlags(openers.map { [$0] } ?? [])
    self.tenures = GroupFlags(tenures)
    base = weights["base"] ?? 8
    rare = weights["rare"] ?? 3
    latin = weights["latin"] ?? 3
    boundary = weights["boundary"] ?? 2
    word = weights["word"] ?? -6
    founding = weights["founding"] ?? 0
  }

  /// Most characters of such a name.
  static let longest = 10

  /// What cannot be part of the name: words that join, point, count, judge or do.
  private static let foreign: Traits = [
    .function, .pronoun, .preposition, .time, .title, .titlePrefix, .personKind, .speech,
    .notAName, .label, .honorific, .numeral, .unit, .measure, .pressRole, .honour,
  ]

  /// Proposes the bodies of a sentence; persons must have been proposed before.
  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon) {
    guard scan.heads.contains(.posted) else { return }
    var persons: Set<Int32>?
    var done = -1
    for position in 2..<max(2, scan.count) where position != done {
      guard let (head, isPost) = head(at: position, scan) ?? openedHead(at: position, scan, lexicon)
      else { continue }
      var needsTenure = false
      if isPost {
        let known = persons ?? starts(scan, lattice)
        persons = known
        guard !known.isEmpty else { continue }
        needsTenure = !stands(person: known, behind: head, scan, lexicon)
      } else {
        guard isDate(head, scan) else { continue }
      }
      done = position
      propose(
        endingAt: position, isPost: isPost, needsTenure: needsTenure, scan, &lattice, lexicon)
    }
  }

  /// Whether 于 and a figure follow.
  private func isDate(_ head: Int, _ scan: SentenceScan) -> Bool {
    var position = head
    if position < scan.count, scan.scalars[position] == "于" || scan.scalars[position] == "於" {
      position += 1
    }
    while position < scan.count, scan.positions[position].scalarClass == .space { position += 1 }
    return position + 1 < scan.count
      && scan.positions[position].scalarClass == .digit
      && scan.positions[position + 1].scalarClass == .digit
  }

  private func propose(
    endingAt end: Int, isPost: Bool, needsTenure: Bool, _ scan: SentenceScan,
    _ lattice: inout Lattice,
    _ lexicon: Lexicon
  ) {
    var end = end
    // 「甲公司CEO|兼总裁」: another post, no name.
    if scan.positions[end].traitsEnding.contains(.title) { return }
    // 「甲的创始人」
    let hasParticle = isPost && end > 2 && scan.scalars[end - 1] == "的"
    if hasParticle { end -= 1 }
    // 「“甲”创始人」: the marks stay outside.
    var isQuoted = false
    if scan.positions[end - 1].scalarClass == .close, scan.scalars[end - 1].value == 0x201D {
      isQuoted = true
      end -= 1
    }
    var start = end
    var unknown = 0
    var nouns = 0
    var words = 0
    var verbs = 0
    var isKnown = false
    var endsInside = true
    while end - start <= Self.longest {
      guard start > 0, isName(scan.positions[start - 1]) else {
        endsInside = start > 0 && scan.positions[start - 1].scalarClass == .dot
        break
      }
      let position = scan.positions[start]
      let from = Int(position.wordStart)
      if position.wordHit >= 0 {
        let hit = scan.hits[Int(position.wordHit)]
        guard isPart(hit, scan, lexicon) else {
          // 首席|宏观|分析师: a word of the post.
          if hit.traits.contains(.titlePrefix) { return }
          endsInside = false
          break
        }
        if isVerb(hit) {
          // 创新|小站: one verb that names are made of.
          guard verbs == 0, start < end, hit.traits.contains(.namingWord) else {
            endsInside = false
            break
          }
          verbs += 1
        }
        isKnown = isKnown || hit.traits.contains(.knownName)
        words += 1
        if !hit.traits.isDisjoint(with: Self.nominal) { nouns += 1 }
        if hit.asWord < Self.rareWord { unknown += 1 }
      } else {
        unknown += 1
      }
      start = from
    }
    guard end - start >= 2, end - start <= Self.longest, nouns + unknown > 0 || isKnown,
      isQuoted ? start > 0 && scan.scalars[start - 1].value == 0x201C : !endsInside
    else { return }
    let isTenure = isBehindTenure(isQuoted ? start - 1 : start, scan, lexicon)
    if needsTenure, !isTenure { return }
    if hasParticle, !isTenure, !isQuoted, unknown == 0 { return }
    if words == 1, unknown == 0,
      scan.positions[start].traitsStarting.isDisjoint(with: Traits.anyPlace) == false
    {
      return
    }
    add(
      start, end, isPost: isPost, isWord: words == 1 && unknown == 0 && !isKnown, verbs, unknown,
      scan, &lattice)
  }

  /// ln probability from which on a character of its own (是, 有, 人) is no part of a name.
  private static let everyday: Float = -6.5
  /// The same of a verb (让, 受, 据).
  private static let everydayVerb: Float = -8.2
  /// ln probability below which a word is rare enough for a name.
  private static let rareWord: Float = -12.5

  private static let nominal: Traits = [
    .noun, .personWord, .placeWord, .organizationWord, .idiom, .industry, .product,
  ]

  func isName(_ position: ScannedPosition) -> Bool {
    position.scalarClass == .han || position.scalarClass == .latin
      || position.scalarClass == .digit
  }

  /// Whether a word of several characters is a verb and no noun.
  private func isVerb(_ hit: Hit) -> Bool {
    hit.end - hit.start > 1
      && (hit.traits.contains(.action)
        || hit.traits.contains(.verb) && hit.traits.isDisjoint(with: Self.nominal))
  }

  /// Whether a word can be part of such a name.
  private func isPart(_ hit: Hit, _ scan: SentenceScan, _ lexicon: Lexicon) -> Bool {
    if hit.end - hit.start == 1 {
      // A character of its own says little: 禾 is a surname too.
      let position = scan.positions[Int(hit.start)]
      return !position.isFunction && !position.isPreposition && hit.asWord < Self.everyday
        && hit.traits.isDisjoint(with: [.pronoun, .titlePrefix])
        && !(hit.traits.contains(.verb) && hit.asWord > Self.everydayVerb)
    }
    guard hit.traits.isDisjoint(with: Self.foreign) else { return false }
    return !(hit.firstSense..<hit.lastSense).contains {
      plain.contains(lexicon.sense($0).group)
    }
  }

  private func add(
    _ start: Int, _ end: Int, isPost: Bool, isWord: Bool, _ verbs: Int, _ unknown: Int,
    _ scan: SentenceScan,
    _ lattice: inout Lattice
  ) {
    let isAtMark = start == 0 || !isName(scan.positions[start - 1])
    let hasLatin = scan.positions[start..<end].contains { $0.scalarClass == .latin }
    let summands: [(String, Float)] = [
      ("read as plain words", scan.plain(start, end)),
      (isPost ? "named by the post behind" : "named by its founding", base),
      ("founding", isPost ? 0 : founding),
      ("letters", hasLatin ? latin : 0),
      ("rare characters", unknown > 0 ? rare : 0),
      ("boundary on the left", isAtMark ? boundary : 0),
      ("a single ordinary word", isWord ? word : 0),
      ("a verb inside", verbs > 0 ? word : 0),
    ]
    let score = summands.reduce(0) { $0 + $1.1 }
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: CollectionOfOne(
        Part(kind: .brand, start: Int32(start), end: Int32(end), hit: -1, score: score)),
      explanation: summands.filter { $0.1 != 0 }.map { Contribution(name: $0.0, value: $0.1) })
  }
}
