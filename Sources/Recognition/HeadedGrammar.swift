import Lexicon

/// Names that end in a head: 长治市 + 琢光 + 新材料 + 有限公司, 县 + 教育局, 东张联 + 村,
/// “书香同行 好书有约” + 流动 + 图书节.
///
/// From each head the grammar walks left, part by part, keeping for every start the best-scoring
/// reading of the inside (dynamic programming over at most ``maximumLength`` characters). What the
/// rule's weights say of each kind of part is added to the part's own probability as a word, so
/// the sum competes with plain words on one scale.
///
/// A class, as the loop over the grammars would otherwise copy all weights for every sentence.
final class HeadedGrammar: Sendable {
  let rule: Int
  let type: Int8
  let id: String
  let heads: GroupFlags
  let mask: HeadMask
  let weights: Weights
  /// Numbers of the built-in types.
  let roles: Roles

  /// Indices in ``EntityTypes``.
  struct Roles: Sendable {
    let organization, person, place, project: Int8
  }

  /// ln probability from which on a verb is common enough to be the sentence's, not the name's.
  static let commonVerb: Float = -11.2

  /// ln probability from which on a verb (进行, 开展, 举行) is hardly ever part of a name.
  static let frequentVerb: Float = -9.6

  /// ln probability from which on a word that ends like a place is just a word (家乡, 生产线).
  static let ordinaryWord: Float = -13.5

  /// Most that a count (两次, 三十) may be worth inside a name.
  static let cardinal: Float = -3

  /// No name is longer than this many characters before its head.
  static let maximumLength = 42
  /// How many starts of one head are handed to the lattice: more than an address of four units has,
  /// or 「在…镇…村开展“…”活动」 crowds out the start after its verb.
  static let maximumProposals = 16

  /// What a name is made of so far.
  struct Content: OptionSet {
    let rawValue: UInt32
    static let place = Content(rawValue: 1)
    static let level = Content(rawValue: 2)
    static let brand = Content(rawValue: 4)
    static let number = Content(rawValue: 8)
    static let quoted = Content(rawValue: 16)
    static let person = Content(rawValue: 32)
    static let organisation = Content(rawValue: 64)
    static let prefix = Content(rawValue: 128)
    /// The leftmost part is a verb and nothing else.
    static let startsWithVerb = Content(rawValue: 256)
    /// The leftmost part is a level (县, 市): only a place or an opening stands before it.
    static let startsWithLevel = Content(rawValue: 512)
    /// A head stands inside: the name is a part of a body.
    static let body = Content(rawValue: 1024)
    /// The leftmost part is 和, 与 or the like.
    static let startsWithConjunction = Content(rawValue: 2048)
    /// The part just offered is a verb and nothing else.
    static let verb = Content(rawValue: 4096)
    /// The leftmost part is a verb with its object behind it (建设…生产线).
    static let startsWithAction = Content(rawValue: 8192)
    /// 和, 与 stand somewhere inside.
    static let joined = Content(rawValue: 16384)
    /// The leftmost part is a brand of one character.
    static let loneBrand = Content(rawValue: 32768)
    /// The leftmost part is 把, 在, 对 or the like: what stands before it is another phrase.
    static let startsWithPreposition = Content(rawValue: 65536)
    /// The leftmost part is a division, in full (黎城县) or short (大连).
    static let startsWithDivision = Content(rawValue: 1 << 17)
    static let startsWithFullDivision = Content(rawValue: 1 << 18)
    static let atStart: Content = [
      .startsWithVerb, .startsWithLevel, .startsWithConjunction, .verb, .startsWithAction,
      .loneBrand, .startsWithPreposition, .startsWithDivision, .startsWithFullDivision,
    ]
    static let telling: Content = [
      .place, .level, .brand, .number, .quoted, .person, .organisation, .prefix,
    ]
  }

  /// What the head alone says: one character (局, 队), or an ending that many common nouns share.
  struct HeadNature {
    let isShort: Bool
    let isWeak: Bool
    /// The head opens a title: 党委 in 党委书记.
    let opensTitle: Bool
    /// The head is a verb as well: 建设 ends names of companies, if a brand stands before it.
    let isAction: Bool
    /// The head is a ware as well: 青岛啤酒 is more often the beer.
    let isProduct: Bool
    /// 组织部, 铸造车间: a part of a body, of three characters or more.
    let isDepartment: Bool
    /// The post that follows repeats the head: 审批股|原股长, 第九师|师长, 区政府|副区长.
    let isEchoed: Bool
  }

  /// The best inside that starts at a position.
  struct Reach {
    var score: Float = -.infinity
    var next: Int32 = 0
    var nextState: Int8 = 0
    var kind: MentionPart.Kind = .head
    var hit: Int32 = -1
    var partScore: Float = 0
    var count: Int16 = 0
    var content: Content = []
  }

  /// Buffers of the &walk, reused.
  struct Walk {
    /// Two for each position from ``low`` on; of use from ``leftmost`` on.
    private(set) var reaches = [Reach](repeating: Reach(), count: 2 * (maximumLength + 1))
    private(set) var low = 0
    private(set) var head = 0
    /// Start of the longest inside so far.
    private(set) var leftmost = 0
    /// Whether the head at work tells by itself what it ends: 工程, but not 二期.
    var isStrongHead = false
    /// Places the dictionaries know; see ``AddressGrammar``.
    var units: [AddressGrammar.Unit] = []
    var proposals: [(score: Float, start: Int, state: Int)] = []
    var parts: [Part] = []

    /// Begins anew at a head; nothing left of it is reached.
    mutating func begin(_ head: Int, low: Int) {
      (self.low, self.head, leftmost) = (low, head, head + 1)
      clear(to: head)
    }

    /// The best inside that starts at `start`.
    @inline(__always)
    func reach(_ start: Int, _ state: Int) -> Reach {
      start < leftmost ? Reach() : reaches[(start - low) * 2 + state]
    }

    /// Keeps an inside if it is the best one that starts there.
    @inline(__always)
    mutating func offer(
      _ start: Int, _ state: Int, _ reach: @autoclosure () -> Reach, _ score: Float
    ) {
      if start < leftmost { clear(to: start) }
      let slot = (start - low) * 2 + state
      if score > reaches[slot].score { reaches[slot] = reach() }
    }

    private mutating func clear(to start: Int) {
      for slot in (start - low) * 2..<(leftmost - low) * 2 { reaches[slot] = Reach() }
      leftmost = start
    }
  }

  init(
    rule: Int, type: Int8, id: String, heads: GroupFlags, mask: HeadMask, weights: Weights,
    roles: Roles
  ) {
    self.rule = rule
    self.type = type
    self.id = id
    self.heads = heads
    self.mask = mask
    self.weights = weights
    self.roles = roles
  }

  /// Proposes the names that end in the head hits of this rule.
  func propose(
    _ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, walk: inout Walk,
    closers: [Int32]
  ) {
    guard !scan.heads.isDisjoint(with: mask) else { return }
    for index in scan.headHits {
      let hit = scan.hits[Int(index)]
      guard let weight = headWeight(hit, lexicon), !isCovered(hit, scan) else { continue }
      propose(head: hit, index, weight, scan, &lattice, &walk, closers)
    }
  }

  func headWeight(_ hit: Hit, _ lexicon: Lexicon) -> Float? {
    guard !hit.heads.isDisjoint(with: mask) else { return nil }
    for index in hit.firstSense..<hit.lastSense {
      let sense = lexicon.sense(index)
      if heads.contains(sense.group) { return sense.weight }
    }
    return nil
  }

  /// Whether a longer head ends where this one does: 会展中心 is a venue, whatever 中心 may be.
  func isCovered(_ head: Hit, _ scan: SentenceScan) -> Bool {
    for index in scan.hitsEnding(at: Int(head.end)) {
      let hit = scan.hits[index]
      if hit.start < head.start, hit.headWeight > -.infinity, !beginsWithLevel(hit, scan) {
        return true
      }
      // 家乡 and 进村 are words, not the villages 家 and 进.
      if type == roles.place, head.end - head.start == 1, hit.start < head.start,
        hit.word > Self.ordinaryWord, !hit.traits.isDisjoint(with: [.noun, .verb]),
        hit.traits.isDisjoint(with: [.division, .shortDivision, .knownPlace])
      {
        return true
      }
      // 龙头企业 is an honour, not a company.
      if hit.start <= head.start, hit.traits.contains(.honour) { return true }
    }
    return false
  }

  func propose(
    head hit: Hit, _ hitIndex: Int32, _ weight: Float, _ scan: SentenceScan,
    _ lattice: inout Lattice,
    _ walk: inout Walk, _ closers: [Int32]
  ) {
    let head = Int(hit.start)
    let low = max(0, head - min(Self.maximumLength, Int(weights.longest)))
    walk.begin(head, low: low)
    let headScore =
      hit.asHead + weights.base + weight * weights.bonus
    let own = Reach(
      score: headScore, next: hit.end, kind: .head, hit: hitIndex, partScore: headScore,
      content: type == roles.organization && beginsWithLevel(hit, scan) ? .level : [])
    walk.offer(head, 0, own, headScore)
    coverHead(hit, headScore, low, scan, &walk)
    walk.isStrongHead = weight >= 0.8
    var position = head
    while position > low, position >= walk.leftmost {
      for state in 0...1 where walk.reach(position, state).score > -.infinity {
        extend(position, state, low, scan, &lattice, &walk, closers)
      }
      position -= 1
    }
    collect(Int(hit.end), nature(of: hit, weight, scan), scan, &lattice, &walk)
  }

  /// A plain word that ends in the head (产业协会) may stand for its first part and the head.
  func coverHead(
    _ head: Hit, _ headScore: Float, _ low: Int, _ scan: SentenceScan, _ walk: inout Walk
  ) {
    for index in scan.hitsEnding(at: Int(head.end)) {
      let word = scan.hits[index]
      guard word.start < head.start, word.start >= low, word.word > -.infinity,
        word.traits.contains(.noun)
      else { continue }
      let score = headScore - head.asHead + word.asHead
      guard score > walk.reach(Int(word.start), 0).score, !beginsWithLevel(word, scan) else {
        continue
      }
      let reach = Reach(
        score: score, next: word.end, kind: .head, hit: Int32(index), partScore: score)
      walk.offer(Int(word.start), 0, reach, score)
    }
  }

  /// What the head of that weight says by itself.
  func nature(of head: Hit, _ weight: Float, _ scan: SentenceScan) -> HeadNature {
    HeadNature(
      isShort: head.end - head.start == 1, isWeak: weight < 1, opensTitle: opensTitle(head, scan),
      isAction: head.traits.contains(.action), isProduct: head.traits.contains(.product),
      isDepartment: type == roles.organization && head.end - head.start >= 3,
      isEchoed: isEchoed(head, scan))
  }

  /// Whether a title begins with the head and goes on behind it: 党委书记, 工会主席.
  func opensTitle(_ head: Hit, _ scan: SentenceScan) -> Bool {
    var next = scan.positions[Int(head.start)].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.end > head.end, hit.traits.contains(.bodyPost) { return true }
      next = hit.nextAtStart
    }
    return false
  }

  /// 县委, 团市委, 市政协 say by themselves which body they are.
  func beginsWithLevel(_ head: Hit, _ scan: SentenceScan) -> Bool {
    guard head.end - head.start > 1 else { return false }
    var next = scan.positions[Int(head.start)].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.traits.contains(.level), hit.end < head.end { return true }
      next = hit.nextAtStart
    }
    return false
  }
}

extension Hit {
  /// ln probability as a head inside a name.
  var asHead: Float { word > -.infinity ? max(word, -11) : -9.5 }
}
