import Lexicon

/// What a dictionary entry can be used for, as a set of bits, so that the hot loops never look at
/// group names.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt64

  static let word = Traits(rawValue: 1 << 0)
  static let noun = Traits(rawValue: 1 << 1)
  static let verb = Traits(rawValue: 1 << 2)
  static let function = Traits(rawValue: 1 << 3)
  static let modifier = Traits(rawValue: 1 << 4)
  static let numeral = Traits(rawValue: 1 << 5)
  static let measure = Traits(rawValue: 1 << 6)
  static let idiom = Traits(rawValue: 1 << 7)
  static let personWord = Traits(rawValue: 1 << 8)
  static let placeWord = Traits(rawValue: 1 << 9)
  static let organizationWord = Traits(rawValue: 1 << 10)
  static let division = Traits(rawValue: 1 << 11)
  static let shortDivision = Traits(rawValue: 1 << 12)
  static let knownPlace = Traits(rawValue: 1 << 13)
  static let surname = Traits(rawValue: 1 << 14)
  static let given = Traits(rawValue: 1 << 15)
  static let foreignCharacter = Traits(rawValue: 1 << 16)
  static let title = Traits(rawValue: 1 << 17)
  static let titlePrefix = Traits(rawValue: 1 << 18)
  static let personKind = Traits(rawValue: 1 << 19)
  static let honorific = Traits(rawValue: 1 << 20)
  static let speech = Traits(rawValue: 1 << 21)
  static let organizationHead = Traits(rawValue: 1 << 22)
  static let placeHead = Traits(rawValue: 1 << 23)
  static let projectHead = Traits(rawValue: 1 << 24)
  static let industry = Traits(rawValue: 1 << 25)
  static let level = Traits(rawValue: 1 << 26)
  static let namePrefix = Traits(rawValue: 1 << 27)
  static let knownName = Traits(rawValue: 1 << 28)
  static let userName = Traits(rawValue: 1 << 29)
  static let notAName = Traits(rawValue: 1 << 30)
  static let unit = Traits(rawValue: 1 << 31)
  static let time = Traits(rawValue: 1 << 32)
  static let pronoun = Traits(rawValue: 1 << 33)
  static let preposition = Traits(rawValue: 1 << 34)
  static let region = Traits(rawValue: 1 << 35)
  static let pressRole = Traits(rawValue: 1 << 36)
  static let ethnic = Traits(rawValue: 1 << 37)
  static let foreignPlace = Traits(rawValue: 1 << 38)
  static let japaneseSurname = Traits(rawValue: 1 << 39)

  /// A post (书记, 局长, 董事长), as opposed to a trade (律师, 教师).
  static let post = Traits(rawValue: 1 << 41)
  /// Listed as no name by the user, whose word is final.
  static let userNotAName = Traits(rawValue: 1 << 42)
  /// 与, 和, 及, 暨: joins words inside some names.
  static let conjunction = Traits(rawValue: 1 << 43)
  static let companyList = Traits(rawValue: 1 << 40)
  /// What an honour ends with (文明村, 龙头企业): no name goes on across it.
  static let honour = Traits(rawValue: 1 << 44)
  /// A ware that places are famous for (牛肉, 红枣): 平遥牛肉 is a brand.
  static let product = Traits(rawValue: 1 << 45)
  /// A verb that takes an object (建设, 组建): names do not run across it.
  static let action = Traits(rawValue: 1 << 46)
  /// 至: joins the two ends of a road.
  static let range = Traits(rawValue: 1 << 48)
  /// A word that streets, parks and villages are named by: 胜利, 和平.
  static let namingWord = Traits(rawValue: 1 << 49)
  /// A unit of time; four digits before it make a year.
  static let timeUnit = Traits(rawValue: 1 << 50)
  /// A post with the body it is in: 党委书记, 工会主席.
  static let bodyPost = Traits(rawValue: 1 << 51)
  /// A part of Mongolian, Tibetan or Uyghur names: 巴特尔, 卓玛.
  static let ethnicName = Traits(rawValue: 1 << 52)
  /// What stands before a name and is no part of it: 施工单位, 控制性工程.
  static let label = Traits(rawValue: 1 << 53)
  /// A unit of size (吨, 千伏, 公里), as opposed to money, people and counts.
  static let size = Traits(rawValue: 1 << 47)

  /// Any of the place senses.
  static let anyPlace: Traits = [.division, .shortDivision, .knownPlace, .foreignPlace]
}

/// Bits of every group of a lexicon, computed once.
struct TraitTable: Sendable {
  /// Indexed by ``GroupID/rawValue``.
  let traits: [Traits]
  /// What scanning asks of a group, side by side.
  let uses: [GroupUse]
  /// For `division.*` and `division-short.*` groups the level 1…5, else 0.
  let levels: [UInt8]
  /// For `name.T` and `user.T` groups, the index of T; else -1.
  let nameTypes: [Int8]

  init(lexicon: Lexicon, types: EntityTypes, rules: [NameRule]) {
    let heads = HeadMask.ofGroups(rules, lexicon: lexicon)
    var traits: [Traits] = []
    var levels: [UInt8] = []
    var uses: [GroupUse] = []
    var names: [Int8] = []
    for index in 0..<lexicon.groupCount {
      let name = lexicon.name(of: GroupID(rawValue: UInt16(index)))
      traits.append(Self.traits(of: name))
      levels.append(Self.level(of: name))
      uses.append(
        GroupUse(
          name, traits: traits[index], leftCue: types.index(afterPrefix: "cue.left.", in: name),
          rightCue: types.index(afterPrefix: "cue.right.", in: name), heads: heads[index]))
      names.append(
        max(
          types.index(afterPrefix: "name.", in: name), types.index(afterPrefix: "user.", in: name)))
    }
    self.traits = traits
    self.levels = levels
    self.uses = uses
    self.nameTypes = names
  }

  private static func traits(of group: String) -> Traits {
    if let tag = suffix(of: group, after: "word.") { return wordTraits(tag) }
    let families: [(String, Traits)] = [
      ("division-short.", .shortDivision), ("division-former.", .knownPlace),
      ("division.", .division), ("place.country-abbreviation", []), ("place.abbreviation", []),
      ("place.region", [.knownPlace, .region]), ("place.foreign", .foreignPlace),
      ("place.country", .foreignPlace), ("place.", .knownPlace),
      ("surname.japanese", .japaneseSurname), ("surname", .surname), ("given.", .given),
      ("foreign.character", .foreignCharacter), ("title.prefix", .titlePrefix),
      ("title.kind", .personKind), ("title.honorific", .honorific),
      ("title.party", [.title, .post]),
      ("title.government", [.title, .post]), ("title.company", [.title, .post]),
      ("title.", .title),
      ("head.", .organizationHead), ("placehead.", .placeHead), ("projecthead.", .projectHead),
      ("industry", .industry), ("level", .level), ("organisation.prefix", .namePrefix),
      ("name.", .knownName), ("user.not-a-name", [.notAName, .userNotAName]), ("user.", .userName),
      ("not-a-name", .notAName), ("numeral", .numeral),
      ("unit.money", .unit), ("unit.people", .unit), ("unit.count", .unit),
      ("unit.percent", .unit), ("unit.other", .unit), ("unit.time", [.unit, .timeUnit]),
      ("unit.", [.unit, .size]),
      ("cue.speech", .speech), ("press.role.text", .pressRole), ("ethnic-name", .ethnicName),
      ("ethnic", .ethnic),
      ("enumeration.company", .companyList), ("honour", .honour), ("product", .product),
      ("action", .action), ("road-prefix", .namePrefix), ("naming-word", .namingWord),
      ("body-post", .bodyPost), ("label", .label), ("conjunction.range", .range),
      ("conjunction", [.function, .conjunction]),
    ]
    return families.first { group.hasPrefix($0.0) }?.1 ?? []
  }

  /// jieba's tags: https://github.com/fxsjy/jieba (the ICTCLAS tag set).
  private static func wordTraits(_ tag: String) -> Traits {
    switch tag {
    case "nr", "nrt", "nrfg": [.word, .personWord]
    case "ns": [.word, .placeWord]
    case "nt": [.word, .organizationWord]
    case "i", "l": [.word, .idiom]
    case "p": [.word, .function, .preposition]
    case "r", "rr", "rz", "rg": [.word, .function, .pronoun]
    case "c": [.word, .function, .conjunction]
    case "u", "uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "d", "df", "dg", "k", "h":
      [.word, .function]
    case "v", "vd", "vg", "vi", "vq": [.word, .verb]
    case "vn": [.word, .noun, .verb]
    case "a", "ad", "ag", "an", "b", "z": [.word, .modifier]
    case "m", "mg", "mq": [.word, .numeral]
    case "q": [.word, .measure]
    case "t", "tg": [.word, .time]
    default: tag.hasPrefix("n") || tag == "j" || tag == "s" || tag == "g" ? [.word, .noun] : .word
    }
  }

  private static func level(of group: String) -> UInt8 {
    for prefix in ["division.", "division-short.", "division-former."] {
      guard let name = suffix(of: group, after: prefix) else { continue }
      return switch name {
      case "province": 1
      case "prefecture": 2
      case "county": 3
      case "township": 4
      case "village": 5
      default: 0
      }
    }
    return 0
  }

  static func suffix(of name: String, after prefix: String) -> String? {
    name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }
}

/// The entity types of the ontology, numbered.
struct EntityTypes: Sendable {
  let names: [EntityType]

  /// The ontology's types in order; the four built-in ones are always among them.
  init(ontology: Ontology) {
    var names = ontology.types.map { EntityType(rawValue: $0.name) }
    for type in [EntityType.organization, .person, .place, .project] where !names.contains(type) {
      names.append(type)
    }
    self.names = names
  }

  func index(of type: EntityType) -> Int8 { Int8(names.firstIndex(of: type) ?? -1) }

  func index(afterPrefix prefix: String, in group: String) -> Int8 {
    guard let name = TraitTable.suffix(of: group, after: prefix) else { return -1 }
    return index(of: EntityType(rawValue: name))
  }
}
