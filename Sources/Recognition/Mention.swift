import Lexicon
import NewsText

/// Type of an entity: an open set, extended in `seeds/ontology.yaml`.
public struct EntityType: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// Name in records.
  public let rawValue: String
  /// Wraps a type name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Companies, bodies, schools, teams.
  public static let organization = EntityType(rawValue: "Organization")
  /// Human beings.
  public static let person = EntityType(rawValue: "Person")
  /// Divisions, villages, zones, parks, roads, rivers.
  public static let place = EntityType(rawValue: "Place")
  /// Works, programmes, campaigns, named activities.
  public static let project = EntityType(rawValue: "Project")

  /// By name.
  public static func < (left: EntityType, right: EntityType) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A named summand of a score, so that every decision can be printed.
public struct Contribution: Sendable, Hashable {
  /// What it is for: `rule org.company`, `surname 许`, `left cue 由`.
  public var name: String
  /// How much it adds, in nats.
  public var value: Float

  /// Creates a contribution.
  public init(name: String, value: Float) {
    self.name = name
    self.value = value
  }
}

/// A piece of a name's inside, as the grammar that proposed it read it.
public struct MentionPart: Sendable, Hashable {
  /// The part's function.
  public enum Kind: String, Sendable {
    /// A division or other known place: 平遥县 in 平遥县委组织部.
    case place
    /// The distinguishing words of a company: 晖禾.
    case brand
    /// Words of a trade: 纺织, 新材料, 科技.
    case trade
    /// Ordinary words: 重型, 老干部.
    case common
    /// 第十, 二, 2025.
    case number
    /// 「书香同行 好书有约」 with its marks.
    case quoted
    /// (集团), （有限合伙）.
    case parenthesis
    /// A head inside or at the end: 县委, 组织部, 有限公司, 党支部.
    case head
    /// A person's name inside.
    case person
    /// Surname or given name of a person.
    case personal
  }
  /// Function.
  public var kind: Kind
  /// Where it stands, in the article's repaired text.
  public var span: TextSpan
  /// Dictionary group of the part (`head.party`, `division.county`), if it has one.
  public var group: GroupID?
  /// Index of the division in the gazetteer for `place` parts found there.
  public var division: UInt32?

  /// Creates a part.
  public init(kind: Kind, span: TextSpan, group: GroupID? = nil, division: UInt32? = nil) {
    self.kind = kind
    self.span = span
    self.group = group
    self.division = division
  }
}

/// A name found in an article, and why it is one.
public struct Mention: Sendable {
  /// Where it stands in the article's repaired text.
  public var span: TextSpan
  /// Type.
  public var type: EntityType
  /// Id of the rule or dictionary that proposed it: `person.surname`, `dictionary divisions`.
  public var rule: String
  /// Confidence 0…1: logistic of the margin over the best path without it.
  public var score: Double
  /// Inside of the name from left to right; empty when nothing is known.
  public var parts: [MentionPart]
  /// For a shortened name proposed from a longer one in the article: index of that mention.
  public var abbreviationOf: Int?
  /// Named summands; empty unless the recogniser was asked to explain.
  public var contributions: [Contribution]

  /// Creates a mention.
  public init(
    span: TextSpan, type: EntityType, rule: String, score: Double, parts: [MentionPart] = [],
    abbreviationOf: Int? = nil, contributions: [Contribution] = []
  ) {
    self.span = span
    self.type = type
    self.rule = rule
    self.score = score
    self.parts = parts
    self.abbreviationOf = abbreviationOf
    self.contributions = contributions
  }
}

/// A step of a sentence's best path: a name or a plain word.
public struct Token: Sendable {
  /// Where it stands in the article's repaired text.
  public var span: TextSpan
  /// Index into ``RecognisedArticle/mentions`` when the token is a name.
  public var mention: Int?
  /// Dictionary group of a plain word (`word.v`, `title.post`, `unit.money`…); `nil` for names,
  /// numbers, punctuation and characters no dictionary knows.
  public var group: GroupID?

  /// Creates a token.
  public init(span: TextSpan, mention: Int? = nil, group: GroupID? = nil) {
    self.span = span
    self.mention = mention
    self.group = group
  }
}

/// An article with its names and words.
public struct RecognisedArticle: Sendable {
  /// The article.
  public let article: Article
  /// Its names in text order, none overlapping.
  public let mentions: [Mention]
  /// Best path of each sentence; parallel to ``Article/sentences``.
  public let tokens: [[Token]]
  /// The dictionary entries found in the sentences that are more than plain words (`word.…`) and
  /// characters of names, by end, in the article's repaired text; `nil` when nobody kept them. Kept so
  /// that later floors need not look the text up again.
  public let matches: [LexiconMatch]?

  /// Assembles a recognised article.
  public init(
    article: Article, mentions: [Mention], tokens: [[Token]], matches: [LexiconMatch]? = nil
  ) {
    self.matches = matches
    self.article = article
    self.mentions = mentions
    self.tokens = tokens
  }
}
