import NewsText
import Recognition

/// authorOf from bylines and picture credits: `structure.byline`, `structure.credit`.
struct Bylines {
  /// What the credits say.
  private(set) var statements: [StatementDraft] = []
  private let reading: ArticleReading
  private let linker: NameLinker

  /// Reads the credits of an article; persons must be mentions.
  init(_ reading: ArticleReading, linker: NameLinker) {
    self.reading = reading
    self.linker = linker
    let headline = reading.article.headline
    for credit in reading.article.credits where credit.isPerson && credit.work != .editing {
      let isText = credit.work == .text
      let caption = isText ? nil : caption(near: credit.block)
      let work = caption ?? headline
      guard !work.isEmpty else { continue }
      for name in credit.names { state(name, credit, work: work, isText: isText) }
    }
  }

  private mutating func state(_ name: TextSpan, _ credit: Credit, work: String, isText: Bool) {
    guard let index = mention(at: name) else { return }
    var qualifiers: [Qualifier] = []
    if let role = credit.role {
      let isKind = role.unicodeScalars.contains { $0 == "摄" || $0 == "文" || $0 == "图" || $0 == "供" }
      qualifiers.append(Qualifier(name: isKind ? "kind" : "role", value: role))
    }
    if !isText, !qualifiers.contains(where: { $0.name == "kind" }) {
      qualifiers.append(Qualifier(name: "kind", value: credit.work == .photograph ? "摄" : "图"))
    }
    statements.append(
      StatementDraft(
        subject: linker.entities[index], predicate: .authorOf, object: .literal(work),
        qualifiers: qualifiers, span: name, rule: isText ? "structure.byline" : "structure.credit",
        score: 0.95))
  }

  private func mention(at name: TextSpan) -> Int? {
    for position in name.range {
      let index = Int(reading.mentionOver[position])
      if index >= 0 { return reading.mentions[index].type == .person ? index : nil }
    }
    return nil
  }

  /// First sentence of the caption in or next before the credit's block, else next after it.
  private func caption(near block: Int) -> String? {
    let blocks = reading.article.blocks
    guard blocks.indices.contains(block) else { return nil }
    var candidates = [block]
    if block > 0 { candidates.append(block - 1) }
    if block + 1 < blocks.count { candidates.append(block + 1) }
    for candidate in candidates where blocks[candidate].kind == .caption {
      for sentence in reading.article.sentences where sentence.block == candidate {
        return reading.printed(sentence.span)
      }
    }
    return nil
  }
}
