import Lexicon
import NewsText

/// Finds the names in an article: dictionaries and rules propose, the best path decides.
///
/// ```swift
/// let recogniser = try Recogniser(lexicon: lexicon)
/// let recognised = recogniser.recognise(article)
/// for mention in recognised.mentions { print(article.text.string(mention.span), mention.type) }
/// ```
///
/// Deterministic; safe to use from several tasks at once. Cost is proportional to the length of the
/// text.
public struct Recogniser: Sendable {
  /// The rules in force, in file order.
  public let rules: [NameRule]
  let lexicon: Lexicon
  let table: TraitTable
  let types: EntityTypes
  private(set) var grammars: Grammars
  private let workspaces = WorkspacePool()

  /// Reads the naming rules of a lexicon.
  /// - Throws: ``SeedFaults`` with every fault of every rule.
  public init(lexicon: Lexicon) throws {
    let (rules, faults) = NameRule.parse(lexicon.nameRules, lexicon: lexicon)
    guard faults.isEmpty else { throw SeedFaults(faults) }
    self.init(lexicon: lexicon, rules: rules)
  }

  /// Reads with other rules than the lexicon's, to try weights out.
  init(lexicon: Lexicon, rules: [NameRule]) {
    self.rules = rules
    self.lexicon = lexicon
    self.types = EntityTypes(ontology: lexicon.ontology)
    self.table = TraitTable(lexicon: lexicon, types: types, rules: rules)
    self.grammars = Grammars(rules: rules, types: types, lexicon: lexicon)
  }

  /// The same rules without the learned weights.
  func byRulesAlone() -> Recogniser {
    var recogniser = self
    recogniser.grammars.context = nil
    return recogniser
  }

  /// Reads every article of a page; names sure in one article are looked for in it a second time.
  public func recognise(_ page: Page) -> [RecognisedArticle] {
    workspaces.withWorkspace { recognise(page, explaining: false, $0) }
  }

  func recognise(_ page: Page, explaining: Bool, _ workspace: Workspace) -> [RecognisedArticle] {
    page.articles.map { recognise($0, explaining: explaining, workspace) }
  }

  /// Reads one article. An article without text gives no mentions.
  /// - Parameters:
  ///   - article: The article, as page reading gives it.
  ///   - explaining: Whether every mention carries its ``Mention/contributions``.
  /// - Returns: The article with its names and the best path of every sentence.
  public func recognise(_ article: Article, explaining: Bool = false) -> RecognisedArticle {
    workspaces.withWorkspace { recognise(article, explaining: explaining, $0) }
  }

  private func recognise(_ given: Article, explaining: Bool, _ workspace: Workspace)
    -> RecognisedArticle
  {
    let article = joiningUserEntries(given)
    article.text.withUnsafeBufferPointer {
      workspace.found.find(in: $0, stretches: stretches(of: article), lexicon: lexicon)
    }
    workspace.tellingMatches.removeAll(keepingCapacity: true)
    var readings: [SentenceReading] = []
    readings.reserveCapacity(article.sentences.count)
    let credited = creditedNames(article)
    for (index, sentence) in article.sentences.enumerated() {
      readings.append(
        read(
          article, sentence.span, credited[index] ?? [], memory: nil, found: [], explaining,
          workspace))
    }
    reread(article, credited, &readings, explaining, workspace)
    // A copy of its own: the workspace keeps its buffer.
    return assemble(article, readings, workspace.tellingMatches.map { $0 })
  }

  /// Second pass: what the article established is laid over the dictionaries, and the sentences in
  /// which it may stand unrecognised are read again.
  private func reread(
    _ article: Article, _ credited: [Int: [TextSpan]], _ readings: inout [SentenceReading],
    _ explaining: Bool, _ workspace: Workspace
  ) {
    let memory = remember(article, readings)
    guard !memory.isEmpty else { return }
    for (index, sentence) in article.sentences.enumerated() {
      let occurrences = memory.occurrences(in: article.text[sentence.span.range])
      // What the first pass found by itself, alone or inside a longer name, needs no reminder.
      let news = occurrences.filter { occurrence in
        let span = TextSpan(
          sentence.span.start + occurrence.start, sentence.span.start + occurrence.end)
        let type = types.names[Int(memory.entries[occurrence.entry].type)]
        return !readings[index].mentions.contains { $0.span.contains(span) && $0.type == type }
      }
      guard !news.isEmpty else { continue }
      readings[index] = read(
        article, sentence.span, credited[index] ?? [], memory: memory, found: news, explaining,
        workspace)
    }
  }

  /// Names of bylines and credits by the sentence they stand in.
  private func creditedNames(_ article: Article) -> [Int: [TextSpan]] {
    var names: [Int: [TextSpan]] = [:]
    let spans = article.credits.filter(\.isPerson).flatMap(\.names).sorted()
    guard !spans.isEmpty else { return names }
    var index = 0
    for (number, sentence) in article.sentences.enumerated() {
      while index < spans.count, spans[index].start < sentence.span.start { index += 1 }
      while index < spans.count, sentence.span.contains(spans[index]) {
        names[number, default: []].append(spans[index])
        index += 1
      }
    }
    return names
  }

  private func assemble(
    _ article: Article, _ readings: [SentenceReading], _ matches: [LexiconMatch]
  ) -> RecognisedArticle {
    var mentions: [Mention] = []
    var tokens: [[Token]] = []
    tokens.reserveCapacity(readings.count)
    for reading in readings {
      let offset = mentions.count
      mentions.append(contentsOf: reading.mentions)
      tokens.append(
        reading.tokens.map { token in
          Token(span: token.span, mention: token.mention.map { $0 + offset }, group: token.group)
        })
    }
    if mentions.contains(where: { $0.abbreviationOf != nil }) {
      var atStart: [Int: Int] = [:]
      for index in mentions.indices { atStart[mentions[index].span.start] = index }
      for index in mentions.indices {
        mentions[index].abbreviationOf = mentions[index].abbreviationOf.flatMap { atStart[$0] }
      }
    }
    linkAbbreviations(article, &mentions)
    return RecognisedArticle(
      article: article, mentions: mentions, tokens: tokens, matches: matches)
  }
}
