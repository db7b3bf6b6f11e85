import Lexicon

/// Names a dictionary gives outright: national bodies, a user's own entries, and words jieba tags
/// as bodies.
struct DictionaryGrammar: Sendable {
  let rule: Int
  let organization: Int8
  let base: Float
  let word: Float
  let user: Float
  /// What is taken from a body that stands for its wares.
  let brand: Float

  init(rule: Int, organization: Int8, weights: [String: Float]) {
    self.rule = rule
    self.organization = organization
    base = weights["base"] ?? -7
    word = weights["word"] ?? 0
    user = weights["user"] ?? 200
    brand = weights["brand"] ?? -20
  }

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, table: TraitTable)
  {
    for index in scan.hits.indices {
      let hit = scan.hits[index]
      guard !hit.traits.isDisjoint(with: [.knownName, .userName, .organizationWord]) else {
        continue
      }
      for sense in hit.firstSense..<hit.lastSense {
        propose(lexicon.sense(sense), hit, Int32(index), scan, &lattice, table)
      }
    }
  }

  private func propose(
    _ sense: Sense, _ hit: Hit, _ index: Int32, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ table: TraitTable
  ) {
    let group = Int(sense.group.rawValue)
    let traits = table.traits[group]
    let start = Int(hit.start)
    let end = Int(hit.end)
    if table.nameTypes[group] >= 0 {
      let isUser = traits.contains(.userName)
      guard isUser || !scan.isClaimed(start, end, table.nameTypes[group]) else { return }
      let isBrand =
        !isUser && table.nameTypes[group] == organization && scan.isListedAsBrand(end)
      let score = isUser ? user : base + sense.weight + (isBrand ? brand : 0)
      add(
        start, end, table.nameTypes[group], score, index,
        isUser
          ? "user's dictionary"
          : isBrand ? "dictionary name in a list of brands" : "dictionary name", scan, &lattice)
    } else if traits.contains(.organizationWord), end - start > 2 {
      add(start, end, organization, sense.weight + word, index, "dictionary body", scan, &lattice)
    }
  }

  private func add(
    _ start: Int, _ end: Int, _ type: Int8, _ score: Float, _ hit: Int32, _ name: String,
    _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: CollectionOfOne(
        Part(kind: .head, start: Int32(start), end: Int32(end), hit: hit, score: score)),
      explanation: [Contribution(name: "\(name) \(scan.text(start, end))", value: score)])
  }
}
