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
  let grammars: Grammars

  /// Reads the naming rules of a lexicon.
  /// - Throws: ``SeedFaults`` with every fault of every rule.
  public init(lexicon: Lexicon) throws {
    let (rules, faults) = NameRule.parse(lexicon.nameRules, lexicon: lexicon)
    guard faults.isEmpty else { throw SeedFaults(faults) }
    self.rules = rules
    self.lexicon = lexicon
    self.types = EntityTypes(ontology: lexicon.ontology)
    self.table = TraitTable(lexicon: lexicon, types: types)
    self.grammars = Grammars(rules: rules, types: types)
  }

  /// Reads every article of a page; names sure in one article are looked for in it a second time.
  public func recognise(_ page: Page) -> [RecognisedArticle] {
    let workspace = Workspace()
    return page.articles.map { recognise($0, explaining: false, workspace) }
  }

  /// Reads one article. An article without text gives no mentions.
  /// - Parameter explaining: whether every mention carries its ``Mention/contributions``.
  public func recognise(_ article: Article, explaining: Bool = false) -> RecognisedArticle {
    recognise(article, explaining: explaining, Workspace())
  }

  private func recognise(_ article: Article, explaining: Bool, _ workspace: Workspace) -> RecognisedArticle {
    var readings: [SentenceReading] = []
    readings.reserveCapacity(article.sentences.count)
    let credited = creditedNames(article)
    for (index, sentence) in article.sentences.enumerated() {
      readings.append(
        read(article, sentence.span, credited[index] ?? [], memory: nil, found: [], explaining, workspace))
    }
    reread(article, credited, &readings, explaining, workspace)
    return assemble(article, readings)
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
        let span = TextSpan(sentence.span.start + occurrence.start, sentence.span.start + occurrence.end)
        let type = types.names[Int(memory.entries[occurrence.entry].type)]
        return !readings[index].mentions.contains { $0.span.contains(span) && $0.type == type }
      }
      guard !news.isEmpty else { continue }
      readings[index] = read(
        article, sentence.span, credited[index] ?? [], memory: memory, found: news, explaining, workspace)
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

  private func assemble(_ article: Article, _ readings: [SentenceReading]) -> RecognisedArticle {
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
    var atStart: [Int: Int] = [:]
    for index in mentions.indices { atStart[mentions[index].span.start] = index }
    for index in mentions.indices {
      mentions[index].abbreviationOf = mentions[index].abbreviationOf.flatMap { atStart[$0] }
    }
    linkAbbreviations(article, &mentions)
    return RecognisedArticle(article: article, mentions: mentions, tokens: tokens)
  }
}

/// Mentions and tokens of one sentence, in article positions.
struct SentenceReading {
  var mentions: [Mention] = []
  var tokens: [Token] = []
}

/// The grammars that the rules configure, in the order in which they build on one another.
struct Grammars: Sendable {
  var places: [HeadedGrammar] = []
  var address: AddressGrammar?
  var person: PersonGrammar?
  var foreign: ForeignPersonGrammar?
  var dictionary: DictionaryGrammar?
  var quoted: QuotedGrammar?
  var organisations: [HeadedGrammar] = []
  var projects: [HeadedGrammar] = []
  var enumeration: EnumerationGrammar?
  /// Rule indices and base weights of the grammars that need no other state.
  var abbreviation: (rule: Int, base: Float, character: Float)?
  var credit: (rule: Int, base: Float)?
  var projectHeads: Set<GroupID> = []

  init(rules: [NameRule], types: EntityTypes) {
    let roles = HeadedGrammar.Roles(
      organization: types.index(of: .organization), person: types.index(of: .person),
      place: types.index(of: .place), project: types.index(of: .project))
    for (index, rule) in rules.enumerated() {
      let type = types.index(of: rule.type)
      switch rule.grammar {
      case .headed:
        let grammar = HeadedGrammar(
          rule: index, type: type, id: rule.id, heads: Set(rule.heads),
          weights: HeadedGrammar.Weights(rule.weights), roles: roles)
        if type == roles.place {
          places.append(grammar)
        } else if type == roles.project {
          projects.append(grammar)
          projectHeads.formUnion(rule.heads)
        } else {
          organisations.append(grammar)
        }
      case .person:
        person = PersonGrammar(rule: index, type: type, weights: PersonGrammar.Weights(rule.weights))
      case .foreignPerson: foreign = ForeignPersonGrammar(rule: index, type: type, weights: rule.weights)
      case .address:
        address = AddressGrammar(rule: index, type: type, weights: AddressGrammar.Weights(rule.weights))
      case .dictionary:
        dictionary = DictionaryGrammar(rule: index, organization: roles.organization, weights: rule.weights)
      case .quoted: quoted = QuotedGrammar(rule: index, type: type, weights: rule.weights)
      case .abbreviation:
        abbreviation = (index, rule.weights["base"] ?? -7, rule.weights["character"] ?? -0.5)
      case .credit: credit = (index, rule.weights["base"] ?? 30)
      case .enumeration: enumeration = EnumerationGrammar(rule: index, type: type, weights: rule.weights)
      }
    }
  }
}

/// Buffers of one reading thread. A class so that sentences hand them on without copying; while a
/// sentence is read its buffers are out on loan.
final class Workspace {
  private var scan = SentenceScan()
  private var lattice = Lattice()
  private var walk = HeadedGrammar.Walk()
  private var closers: [Int32] = []

  /// Lends the buffers to `body`, uniquely referenced, so that they are changed in place.
  func withBuffers<Result>(
    _ body: (inout SentenceScan, inout Lattice, inout HeadedGrammar.Walk, inout [Int32]) -> Result
  ) -> Result {
    body(&scan, &lattice, &walk, &closers)
  }
}
