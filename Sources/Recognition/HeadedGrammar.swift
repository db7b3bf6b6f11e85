import Lexicon

/// Names that end in a head: 长治市 + 琢光 + 新材料 + 有限公司, 县 + 教育局, 东张联 + 村,
/// “书香同行 好书有约” + 流动 + 图书节.
///
/// From each head the grammar walks left, part by part, keeping for every start the best-scoring
/// reading of the inside (dynamic programming over at most ``maximumLength`` characters). What the
/// rule's weights say of each kind of part is added to the part's own probability as a word, so
/// the sum competes with plain words on one scale.
struct HeadedGrammar: Sendable {
  let rule: Int
  let type: Int8
  let id: String
  let heads: GroupFlags
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
    var reaches: [Reach] = []
    /// Whether the head at work tells by itself what it ends: 工程, but not 二期.
    var isStrongHead = false
    var proposals: [(score: Float, start: Int, state: Int)] = []
    var parts: [Part] = []
  }

  /// Proposes the names that end in the head hits of this rule.
  func propose(
    _ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, walk: inout Walk,
    closers: [Int32]
  ) {
    for index in scan.headHits {
      let hit = scan.hits[Int(index)]
      guard let weight = headWeight(hit, lexicon), !isCovered(hit, scan) else { continue }
      propose(head: hit, index, weight, scan, &lattice, &walk, closers)
    }
  }

  func headWeight(_ hit: Hit, _ lexicon: Lexicon) -> Float? {
    for index in hit.firstSense..<hit.lastSense {
      let sense = lexicon.sense(index)
      if heads.contains(sense.group) { return sense.weight }
    }
    return nil
  }

  /// Whether a longer head ends where this one does: 会展中心 is a venue, whatever 中心 may be.
  func isCovered(_ head: Hit, _ scan: SentenceScan) -> Bool {
    for index in Int(scan.endIndex[Int(head.end)])..<Int(scan.endIndex[Int(head.end) + 1]) {
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
    let window = head - low + 1
    walk.reaches.removeAll(keepingCapacity: true)
    walk.reaches.append(contentsOf: repeatElement(Reach(), count: window * 2))
    let headScore =
      hit.asHead + weights.base + weight * weights.bonus
    walk.reaches[(window - 1) * 2] = Reach(
      score: headScore, next: hit.end, kind: .head, hit: hitIndex, partScore: headScore,
      content: type == roles.organization && beginsWithLevel(hit, scan) ? .level : [])
    coverHead(hit, headScore, low, window, scan, &walk)
    walk.isStrongHead = weight >= 0.8
    var position = head
    while position >= low {
      for state in 0...1 {
        let slot = (position - low) * 2 + state
        if walk.reaches[slot].score > -.infinity, position > low {
          extend(position, state, low, scan, &lattice, &walk, closers)
        }
      }
      position -= 1
    }
    collect(
      low, window, Int(hit.end),
      nature(of: hit, weight, scan),
      scan, &lattice, &walk)
  }

  /// A plain word that ends in the head (产业协会) may stand for its first part and the head.
  func coverHead(
    _ head: Hit, _ headScore: Float, _ low: Int, _ window: Int, _ scan: SentenceScan,
    _ walk: inout Walk
  ) {
    for index in Int(scan.endIndex[Int(head.end)])..<Int(scan.endIndex[Int(head.end) + 1]) {
      let word = scan.hits[index]
      guard word.start < head.start, word.start >= low, word.word > -.infinity,
        word.traits.contains(.noun)
      else { continue }
      let slot = (Int(word.start) - low) * 2
      let score = headScore - head.asHead + word.asHead
      guard score > walk.reaches[slot].score, !beginsWithLevel(word, scan) else { continue }
      walk.reaches[slot] = Reach(
        score: score, next: word.end, kind: .head, hit: Int32(index), partScore: score)
    }
  }

  /// What the head of that weight says by itself.
  func nature(of head: Hit, _ weight: Float, _ scan: SentenceScan) -> HeadNature {
    HeadNature(
      isShort: head.end - head.start == 1, isWeak: weight < 1, opensTitle: opensTitle(head, scan),
      isAction: head.traits.contains(.action), isProduct: head.traits.contains(.product),
      isDepartment: type == roles.organization && head.end - head.start >= 3)
  }

  /// Whether a title begins with the head and goes on behind it: 党委书记, 工会主席.
  func opensTitle(_ head: Hit, _ scan: SentenceScan) -> Bool {
    var next = scan.firstAtStart[Int(head.start)]
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
    var next = scan.firstAtStart[Int(head.start)]
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
