import Foundation
import Lexicon
import NewsText

extension Recogniser {
  /// Longest stretch read in one lattice; longer sentences are cut at a comma or, failing that,
  /// anywhere.
  static let maximumStretch = 600

  /// Reads one sentence into names and tokens.
  func read(
    _ article: Article, _ span: TextSpan, _ credited: [TextSpan], memory: ArticleMemory?,
    found: [ArticleMemory.Occurrence], _ explaining: Bool, _ workspace: Workspace
  ) -> SentenceReading {
    var reading = SentenceReading()
    var start = span.start
    while start < span.end {
      let end = max(start + 1, workspace.found.end(ofStretchFrom: start))
      let offset = start - span.start
      read(
        article, TextSpan(start, end), credited, memory,
        found.filter { $0.start >= offset && $0.end <= end - span.start }, offset, explaining,
        workspace,
        into: &reading)
      start = end
    }
    return reading
  }

  /// The stretches in which the sentences of an article are read.
  func stretches(of article: Article) -> [Range<Int>] {
    var entries = userSpans(article.text)[...]
    var stretches: [Range<Int>] = []
    stretches.reserveCapacity(article.sentences.count)
    for sentence in article.sentences {
      var start = sentence.span.start
      while start < sentence.span.end {
        var end = Self.stretchEnd(article.text, start, sentence.span.end)
        while let entry = entries.first, entry.upperBound <= end { entries.removeFirst() }
        if let cut = entries.first, cut.lowerBound < end, end < sentence.span.end {
          end = cut.lowerBound > start ? cut.lowerBound : min(cut.upperBound, sentence.span.end)
        }
        stretches.append(start..<end)
        start = end
      }
    }
    return stretches
  }

  private static func stretchEnd(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int {
    guard end - start > maximumStretch else { return end }
    var cut = start + maximumStretch
    while cut > start + maximumStretch / 2 {
      if text[cut - 1] == "，" || text[cut - 1] == "；" || text[cut - 1] == " " { return cut }
      cut -= 1
    }
    return start + maximumStretch
  }

  private func read(
    _ article: Article, _ span: TextSpan, _ credited: [TextSpan], _ memory: ArticleMemory?,
    _ found: [ArticleMemory.Occurrence], _ offset: Int, _ explaining: Bool, _ workspace: Workspace,
    into reading: inout SentenceReading
  ) {
    workspace.withBuffers { scan, lattice, walk, closers, context in
      scan.scan(
        article.text, span, workspace.found.matches(ofStretchFrom: span.start), lexicon: lexicon,
        table: table, typeCount: types.names.count)
      // The first pass reads every stretch once.
      if memory == nil { workspace.tellingMatches += scan.tellingMatches }
      lattice.reset(count: scan.count, explaining: explaining)
      BracketPairs.find(scan, into: &closers)
      proposeRemembered(memory, found, offset, scan, &lattice)
      proposeCredited(credited, span, scan, &lattice)
      propose(scan, &lattice, &walk, closers)
      if let grammar = grammars.context {
        lattice.bestNames(scan, into: &context.names)
        context.unweighed = explaining ? (lattice, context.names) : nil
        grammar.model.weigh(
          scan, lattice, context.names, &context.reader, &context.sums, lexicon: lexicon,
          into: &context.evidence)
        grammar.weigh(scan, context.evidence, &lattice, lexicon: lexicon)
      }
      discourage(scan, &lattice, closers)
      settleUserEntries(scan, &lattice)
      let path = lattice.bestPath(scan)
      workspace.observer?(
        StretchTrace(
          article: article, span: span, scan: scan,
          matches: workspace.found.matches(ofStretchFrom: span.start), lattice: lattice, path: path,
          context: context))
      collect(path, span, memory, scan, lattice, into: &reading)
    }
  }

  /// Runs the grammars; later ones use what earlier ones proposed.
  func propose(
    _ scan: SentenceScan, _ lattice: inout Lattice, _ walk: inout HeadedGrammar.Walk,
    _ closers: [Int32]
  ) {
    grammars.address?.proposeUnits(
      scan, &lattice, lexicon: lexicon, table: table, units: &walk.units)
    for grammar in grammars.places {
      grammar.propose(scan, &lattice, lexicon: lexicon, walk: &walk, closers: closers)
    }
    grammars.dictionary?.propose(scan, &lattice, lexicon: lexicon, table: table)
    grammars.address?.proposeChains(
      scan, &lattice, lexicon: lexicon, table: table, units: &walk.units)
    grammars.person?.propose(scan, &lattice, lexicon: lexicon, table: table)
    grammars.foreign?.propose(scan, &lattice)
    for grammar in grammars.organisations {
      grammar.propose(scan, &lattice, lexicon: lexicon, walk: &walk, closers: closers)
    }
    grammars.enumeration?.propose(scan, &lattice)
    grammars.posted?.propose(scan, &lattice, lexicon: lexicon)
    for grammar in grammars.projects {
      grammar.propose(scan, &lattice, lexicon: lexicon, walk: &walk, closers: closers)
    }
    grammars.defined?.propose(scan, &lattice)
    grammars.quoted?.propose(
      scan, &lattice, closers: closers, heads: grammars.projectHeads, lexicon: lexicon)
    grammars.bracketedEnds.propose(scan, &lattice, closers: closers)
  }

  private func proposeRemembered(
    _ memory: ArticleMemory?, _ found: [ArticleMemory.Occurrence], _ offset: Int,
    _ scan: SentenceScan,
    _ lattice: inout Lattice
  ) {
    guard let memory, let rule = grammars.abbreviation else { return }
    // Of two names with one short form the one printed first is meant; later proposals win ties.
    for occurrence in found.reversed() {
      let entry = memory.entries[occurrence.entry]
      let start = occurrence.start - offset
      let end = occurrence.end - offset
      let score = rule.base + rule.character * Float(end - start)
      lattice.add(
        start, end, rule: rule.rule, type: entry.type, score: score,
        parts: CollectionOfOne(
          Part(kind: .brand, start: Int32(start), end: Int32(end), hit: -1, score: score)),
        memory: Int32(occurrence.entry),
        explanation: [
          Contribution(
            name: (occurrence.isWhole ? "named before: " : "short for ") + string(entry.scalars),
            value: score)
        ])
    }
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String {
    scalars.string(TextSpan(0, scalars.count))
  }

  private func proposeCredited(
    _ credited: [TextSpan], _ span: TextSpan, _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    guard let rule = grammars.credit else { return }
    let type = types.index(of: .person)
    for name in credited where span.contains(name) {
      let start = name.start - span.start
      let end = name.end - span.start
      lattice.add(
        start, end, rule: rule.rule, type: type, score: scan.plain(start, end) + rule.base,
        parts: CollectionOfOne(
          Part(kind: .personal, start: Int32(start), end: Int32(end), hit: -1, score: rule.base)),
        explanation: [Contribution(name: "byline or credit", value: rule.base)])
    }
  }

  /// Spans that a dictionary says are no names lose; a user's word is final.
  private func discourage(_ scan: SentenceScan, _ lattice: inout Lattice, _ closers: [Int32]) {
    for hit in scan.hits where hit.traits.contains(.notAName) {
      var next = lattice.firstAtEnd[Int(hit.end)]
      while next >= 0 {
        let candidate = lattice.candidates[Int(next)]
        if candidate.start == hit.start {
          let isUsers = hit.traits.contains(.userNotAName)
          lattice.raise(Int(next), by: isUsers ? -10000 : -100, "listed as not a name")
        }
        next = candidate.nextAtEnd
      }
    }
    discourageTitles(scan, &lattice, closers)
    grammars.address?.doubtShortNames(scan, &lattice)
    grammars.quotationDoubt.apply(scan, &lattice, closers: closers)
  }

  /// Names inside the title of a book, law or song 《…》 are words of that title.
  private func discourageTitles(_ scan: SentenceScan, _ lattice: inout Lattice, _ closers: [Int32])
  {
    let titles = closers.indices.filter { closers[$0] >= 0 && scan.scalars[$0].value == 0x300B }
    guard !titles.isEmpty else { return }
    for index in lattice.candidates.indices {
      let candidate = lattice.candidates[index]
      let isInside = titles.contains { Int32($0) >= candidate.end && closers[$0] < candidate.start }
      if isInside { lattice.raise(index, by: -80, "inside a title 《…》") }
    }
  }

  private func collect(
    _ steps: [Step], _ span: TextSpan, _ memory: ArticleMemory?, _ scan: SentenceScan,
    _ lattice: Lattice,
    into reading: inout SentenceReading
  ) {
    reading.tokens.reserveCapacity(reading.tokens.count + steps.count)
    for step in steps {
      switch step {
      case .word(let hit):
        let word = scan.hits[hit]
        reading.tokens.append(
          Token(
            span: TextSpan(span.start + Int(word.start), span.start + Int(word.end)),
            group: word.group))
      case .bare(let start, let end):
        reading.tokens.append(Token(span: TextSpan(span.start + start, span.start + end)))
      case .name(let index):
        let mention = self.mention(index, span, memory, scan, lattice)
        reading.tokens.append(Token(span: mention.span, mention: reading.mentions.count))
        reading.mentions.append(mention)
      }
    }
  }

  private func mention(
    _ index: Int, _ span: TextSpan, _ memory: ArticleMemory?, _ scan: SentenceScan,
    _ lattice: Lattice
  ) -> Mention {
    let candidate = lattice.candidates[index]
    let start = Int(candidate.start)
    let end = Int(candidate.end)
    let margin = Double(candidate.score - scan.plain(start, end)) * confidenceScale
    let parts = lattice.parts[Int(candidate.firstPart)..<Int(candidate.lastPart)].map { part in
      mentionPart(part, span.start, scan)
    }
    var mention = Mention(
      span: TextSpan(span.start + start, span.start + end), type: types.names[Int(candidate.type)],
      rule: rules[Int(candidate.rule)].id, score: Self.confidence(margin), parts: parts,
      contributions: lattice.isExplaining ? lattice.contributions[index] : [])
    if candidate.memory >= 0, let memory {
      // Until the whole article is read, the start of the longer name stands for its index.
      mention.abbreviationOf = memory.entries[Int(candidate.memory)].mention
    }
    return mention
  }

  /// Learned weights are nats of their own; rules' nats are worth less beside them.
  var confidenceScale: Double { grammars.context == nil ? 1 : 0.25 }

  /// Logistic of the margin, four nats to the scale, rounded so that output is short and stable.
  static func confidence(_ margin: Double) -> Double {
    (1000 / (1 + exp(-margin / 4))).rounded() / 1000
  }

  private func mentionPart(_ part: Part, _ offset: Int, _ scan: SentenceScan) -> MentionPart {
    var result = MentionPart(
      kind: part.kind, span: TextSpan(offset + Int(part.start), offset + Int(part.end)))
    guard part.hit >= 0 else { return result }
    let hit = scan.hits[Int(part.hit)]
    for index in hit.firstSense..<hit.lastSense {
      let sense = lexicon.sense(index)
      let traits = table.traits[Int(sense.group.rawValue)]
      switch part.kind {
      case .place where !traits.isDisjoint(with: [.division, .shortDivision]):
        if result.division == nil {
          result.group = sense.group
          result.division = sense.payload
        }
      case .place where traits.contains(.level): result.group = result.group ?? sense.group
      case .head where !traits.isDisjoint(with: [.organizationHead, .placeHead, .projectHead]):
        result.group = sense.group
      default: break
      }
    }
    return result
  }
}

/// Mentions and tokens of one sentence, in article positions.
struct SentenceReading {
  var mentions: [Mention] = []
  var tokens: [Token] = []
}
