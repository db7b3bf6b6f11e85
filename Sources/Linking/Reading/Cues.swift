import Lexicon
import NewsText

/// The dictionary groups that linking looks at, resolved to numbers once.
///
/// A class because it holds dozens of sets and is handed to every reader: one reference to count.
final class Cues: Sendable {
  /// Units of measure, `unit.*`.
  let units: GroupSet
  /// `unit.money` alone.
  let moneyUnits: GroupSet
  /// Money units by ISO 4217 code, `currency.*`.
  let currencies: [(code: String, units: GroupSet)]
  /// `unit.percent` alone.
  let percentUnits: GroupSet
  /// `unit.time`: 年, 天, 小时.
  let timeUnits: GroupSet
  /// `unit.count` and `unit.people`: classifiers a counted noun follows.
  let classifiers: GroupSet
  /// Posts and professions that make someone work for a body.
  let titles: GroupSet
  /// `title.kind`: 村民, 学员.
  let kinds: GroupSet
  /// `title.party`.
  let partyTitles: GroupSet
  /// `title.government`.
  let governmentTitles: GroupSet
  /// `title.company`.
  let companyTitles: GroupSet
  /// 副, 原, 代.
  let titlePrefixes: GroupSet
  /// 时任, 新一任: say when a post is held.
  let tenures: GroupSet
  /// 导演, 出品人: posts of those who make a film or a play.
  let credits: GroupSet
  /// Words that end the name of a body.
  let heads: GroupSet
  /// `head.party`.
  let partyHeads: GroupSet
  /// 党委, 县委, 党支部: committees, which have no directors.
  let committees: GroupSet
  /// 以下简称, 又称: introduce another name of what stands before.
  let defining: GroupSet
  /// 更名为, 原名: between the names that one body had at different times.
  let formerNames: GroupSet
  /// 更名, 改制: what a body did that had the name before.
  let renamings: GroupSet
  /// 旗下, 子公司: between an owner and what it owns.
  let owning: GroupSet
  /// 子公司, 母公司, 控股股东: what a body of another's is called before its name.
  let kin: GroupSet
  /// 附属, 附中: a school of its own beside the one its name begins with.
  let attached: GroupSet
  /// 村民, 选手: what people of a place are called.
  let residents: GroupSet
  /// Nouns and adjectives: what may stand between a place and a post.
  let attributes: GroupSet
  /// 总部: the seat of a company, which is the company.
  let headquarters: GroupSet
  /// 分别: each of several its own.
  let respectively: GroupSet
  /// 活动: what only says that a name is an activity's.
  let activityKinds: GroupSet
  /// What registered names end in: 有限公司, 有限责任公司.
  let legalForms: GroupSet
  /// 村委会: names whose first character is no elided place.
  let wholeNames: GroupSet
  /// 户数 for 户: names of what a unit counts.
  let countNames: [String: String]
  /// 剩余, 其余: of what was counted before.
  let remainders: GroupSet
  /// 正式, 陆续: adverbs that are adjectives by their tag.
  let adverbs: GroupSet
  /// 半年, 半数: words with 半 that are no half of the unit before.
  let notHalf: GroupSet
  /// Heads of bodies that are known by their house: schools, hospitals, institutes.
  let housed: GroupSet
  /// 迁建, 扩建: what is done to the house of a body.
  let rebuildings: GroupSet
  /// `head.team`, `head.sport`: 代表队 of a hospital.
  let teams: GroupSet
  /// `head.school`.
  let schools: GroupSet
  /// 县委, 区政府, 党工委: bodies that stand for their unit.
  let publicHeads: GroupSet
  /// Heads of bodies that have departments of their own: 县委, 大学, 医院, 总工会.
  let bodiesOfBodies: GroupSet
  /// 分园, 分校: end the name of a branch behind that of the whole.
  let branches: GroupSet
  /// Names of departments that are bare without their body, by the heads of such bodies: 车间 in
  /// `head.company`.
  let departments: [(names: GroupSet, heads: GroupSet)]
  /// 指导, 技术, 高级: words before a post that name no body.
  let postModifiers: GroupSet
  /// 和, 与, 由: words behind which a post may begin.
  let joints: GroupSet
  /// 董事长, 校长, 县长: posts that no committee has.
  let chiefs: GroupSet
  /// 现任, 曾任, 卸任: posts follow; the dictionary marks those taken up with 1, those left with -1.
  let careers: GroupSet
  /// 引进, 引入: what comes after is the next subject.
  let bringing: GroupSet
  /// 双方, 后者: the two bodies spoken of together last, or one of them.
  let bothSides: GroupSet
  /// `head.company`.
  let companyHeads: GroupSet
  /// Words that end the name of a place below the township.
  let placeHeads: GroupSet
  /// 村, 社区, 镇: end a unit of an address that the gazetteer may not know.
  let villageHeads: GroupSet
  /// Divisions under full, short and former names.
  let divisions: GroupSet
  /// Divisions under their full names.
  let fullDivisions: GroupSet
  /// Divisions of country, province and prefecture level with their short names: 山西, 长治.
  let shortDivisions: GroupSet
  /// 说, 表示, 介绍.
  let speech: GroupSet
  /// Ordinary verbs.
  let verbs: GroupSet
  /// Verbs that cannot be part of a post's name: 邀请, 调研; without verbal nouns.
  let actions: GroupSet
  /// Ordinary nouns.
  let nouns: GroupSet
  /// Words that may stand before a subject: 目前, 据悉, 截至.
  let openers: GroupSet
  /// Words that put a name out of the subject's place: 在, 从, 赴.
  let locatives: GroupSet
  /// 该公司, 企业, 工程…: words that stand for an entity.
  let anaphors: [AnaphorKind]
  /// Index in ``anaphors`` by group, or -1.
  let anaphorOfGroup: [Int16]
  /// Words before a number that belong to neither the name nor the value: 达, 约, 突破.
  let beforeNumber: GroupSet
  /// Words that make the number before them inexact: 左右, 以上.
  let afterNumber: GroupSet
  /// 提高到, 降至: between a former and a new value.
  let becomes: GroupSet
  /// 共有, 拥有, 下设: say nothing but that there is so much.
  let having: GroupSet
  /// 周期, 用时: nouns that make a time a figure.
  let durations: GroupSet
  /// 计划, 预计, 拟, 将.
  let planned: GroupSet
  /// 预计, 有望: of those, the ones that foresee rather than intend.
  let expected: GroupSet
  /// 未, 没有, 不再.
  let negations: GroupSet
  /// 县长, 镇长: posts whose body is the unit itself.
  let selfPlaced: GroupSet
  /// Countries.
  let states: GroupSet
  /// 部长, 大臣: offices of countries.
  let stateOffices: GroupSet
  /// 参加, 参展: what the counted did at an activity.
  let attends: GroupSet
  /// 现场, 此次: a clause that begins so is about the activity.
  let occasions: GroupSet
  /// 考察组, 视察组: all who came along.
  let delegations: GroupSet
  /// 硕士, 博士: what somebody took at a school rather than a post there.
  let degrees: GroupSet
  /// 邀请, 走访: verbs that part a body from a person's post.
  let partings: GroupSet
  /// 邀请, 采访: the person after it belongs elsewhere.
  let outsiders: GroupSet
  /// Posts by the heads of the bodies that have them: 庭长 in `head.court`.
  let postsByHead: [(posts: GroupSet, heads: GroupSet)]
  /// `relation.member`: 委员, 会员, 学生.
  let members: GroupSet
  /// The words of that group.
  private let memberWords: Set<String>
  /// 承办, 承建: what an additional host or builder does.
  let hosting: GroupSet
  /// 建成, 举办: verbs that bring their object into being.
  let creations: GroupSet
  /// 陪同, 一同: after the names of those who came along.
  let companions: GroupSet
  /// 调研, 考察.
  let visits: GroupSet
  /// 路, 街: end the names of places that lie in a town or county.
  let streets: GroupSet
  /// 公路, 铁路: end the names of ways that leave the county.
  let throughRoads: GroupSet
  /// `unit.area`.
  let areaUnits: GroupSet
  /// Prepositions and adverbs, which end a noun phrase.
  let particles: GroupSet
  /// 捐赠, 补助: verbs of giving; the amount is no figure of the giver.
  let gifts: GroupSet
  /// 投资, 出资.
  let investments: GroupSet
  /// Words that begin a list's tail: 等单位.
  let listTails: GroupSet
  /// 企业: stands for a body only where it begins a clause.
  let leadOnly: GroupSet
  /// 捐赠, 送来: verbs of giving goods.
  let giftsInKind: GroupSet
  /// 原计划, 计划书: words that hold one of ``planned`` and plan nothing.
  let notPlanned: GroupSet
  /// 与, 及, 因: the number after them is not the subject's.
  let besides: GroupSet
  /// 为, 给, 向: what is counted after one of them and a name went to that name.
  let towards: GroupSet
  /// Words before a number that show it is no figure of the subject: 第, 时间.
  let noFigure: GroupSet
  /// Time words with their own groups, `time.*`.
  let time: TimeCues
  /// Every group above.
  let all: GroupSet
  /// What a group is to rules, by its number.
  let usesOfGroup: [MarkUses]
  /// What scalars are, whatever the dictionaries say.
  let scalarKinds = ScalarKindTable()

  /// Resolves the groups in one lexicon.
  init(lexicon: Lexicon) {
    func prefixed(_ prefixes: String...) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: prefixes)
    }
    func named(_ names: String...) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: [], names: names)
    }
    units = prefixed("unit.")
    moneyUnits = named("unit.money")
    currencies = lexicon.groups(withPrefix: "currency.").map { group in
      let name = lexicon.name(of: group)
      return (
        String(name.dropFirst("currency.".count)),
        GroupSet(lexicon: lexicon, prefixes: [], names: [name])
      )
    }
    percentUnits = named("unit.percent")
    timeUnits = named("unit.time")
    classifiers = named("unit.count", "unit.people", "unit.other")
    titles = named(
      "title.party", "title.government", "title.company", "title.education", "title.military",
      "title.profession", "title.post")
    kinds = named("title.kind")
    partyTitles = named("title.party")
    governmentTitles = named("title.government")
    companyTitles = named("title.company")
    titlePrefixes = named("title.prefix")
    tenures = named("relation.tenure")
    credits = named("relation.credit")
    heads = prefixed("head.")
    partyHeads = named("head.party")
    defining = named("defined-name")
    formerNames = named("relation.former-name")
    renamings = named("relation.renaming")
    headquarters = named("relation.headquarters")
    respectively = named("relation.respectively")
    activityKinds = named("relation.activity-kind")
    legalForms = named("relation.legal-form")
    wholeNames = named("relation.whole-name")
    countNames = Cues.countNames(lexicon)
    remainders = named("relation.remainder")
    adverbs = named("word.ad")
    notHalf = named("relation.not-half")
    kin = named("relation.kin-body")
    owning = named("relation.own")
    attached = named("relation.attached")
    residents = named("relation.resident")
    attributes = GroupSet(
      lexicon: lexicon, prefixes: ["word.n"],
      names: ["word.b", "word.a", "word.vn", "word.j", "industry", "product"])
    committees = named("relation.committee")
    rebuildings = named("relation.rebuild")
    housed = named("head.school", "head.hospital", "head.institute")
    teams = named("head.team", "head.sport")
    schools = named("head.school")
    publicHeads = named("relation.public-body")
    bodiesOfBodies = named(
      "head.party", "head.school", "head.hospital", "head.union", "head.court", "head.institute",
      "head.government")
    branches = named("relation.branch")
    departments = Cues.byHead("relation.department-of.", lexicon)
    bothSides = named("relation.both-sides")
    bringing = named("relation.bring")
    careers = named("relation.career")
    joints = named("relation.joint")
    postModifiers = named("relation.post-modifier")
    chiefs = named("relation.chief", "title.company")
    companyHeads = named("head.company")
    placeHeads = prefixed("placehead.")
    villageHeads = named("relation.unit-end")
    divisions = prefixed("division.", "division-short.", "division-former.")
    fullDivisions = prefixed("division.")
    shortDivisions = prefixed("division-short.")
    speech = named("cue.speech")
    verbs = prefixed("word.v")
    actions = named("word.v")
    nouns = prefixed("word.n")
    openers = named("relation.opener")
    locatives = named("relation.locative")
    anaphors = lexicon.groups(withPrefix: AnaphorKind.prefix).map {
      AnaphorKind(group: $0, lexicon: lexicon)
    }
    var anaphorOfGroup = [Int16](repeating: -1, count: lexicon.groupCount)
    for (index, kind) in anaphors.enumerated() {
      for group in lexicon.groups(withPrefix: AnaphorKind.prefix) where kind.group.contains(group) {
        anaphorOfGroup[Int(group.rawValue)] = Int16(index)
      }
    }
    self.anaphorOfGroup = anaphorOfGroup
    beforeNumber = named("relation.before-number")
    afterNumber = named("relation.after-number")
    becomes = named("relation.becomes")
    having = named("relation.having")
    durations = named("relation.duration")
    planned = named("relation.planned", "relation.expected")
    expected = named("relation.expected")
    negations = named("relation.negation")
    selfPlaced = named("relation.self-placed")
    states = named("place.country")
    stateOffices = named("relation.state-office")
    attends = named("relation.attend", "relation.attend-figure")
    occasions = named("relation.occasion")
    delegations = named("relation.delegation")
    degrees = named("relation.degree")
    partings = named("relation.not-post")
    outsiders = named("relation.outsider")
    members = named("relation.member")
    memberWords = Set(
      lexicon.entries(inGroupsWithPrefix: "relation.member").map { String($0.entry) })
    postsByHead = Cues.byHead("relation.post-of.", lexicon)
    hosting = named("relation.role", "relation.build")
    creations = named("relation.create")
    companions = named("relation.companion")
    visits = named("relation.visit")
    areaUnits = named("unit.area")
    streets = named("relation.street-end")
    throughRoads = named("relation.through-road")
    particles = named("word.p", "word.d")
    gifts = named("relation.donate")
    investments = named("relation.invest")
    listTails = named("relation.list-tail")
    leadOnly = named("relation.lead-only")
    giftsInKind = named("relation.gift-in-kind")
    notPlanned = named("relation.not-planned")
    besides = named("relation.besides")
    towards = named("relation.towards")
    noFigure = named("relation.no-figure")
    time = TimeCues(lexicon: lexicon)
    all = prefixed(
      "unit.", "currency.", "title.", "head.", "placehead.", "division.", "division-short.",
      "division-former.", "relation.", "time.", "cue.", "projecthead.", "place.", "defined-name")
    usesOfGroup = MarkUses.ofGroups(
      all, count: lexicon.groupCount,
      sets: [
        (titles, .title), (delegations, .standsForSeveral), (bothSides, .standsForSeveral),
        (time.starts, .time), (visits, .visit), (careers, .career),
      ], anaphors: anaphors)
  }

  /// Whether a post is a word for members: 党组成员, but not 检察委员会委员.
  func isMember(_ role: String) -> Bool { memberWords.contains(role) }

  /// Units of `relation.count-unit.people` with the entry of `relation.count-name.people`.
  private static func countNames(_ lexicon: Lexicon) -> [String: String] {
    let names = lexicon.entries(inGroupsWithPrefix: "relation.count-name.")
    var result: [String: String] = [:]
    for unit in lexicon.entries(inGroupsWithPrefix: "relation.count-unit.") {
      let kind = unit.group.dropFirst("relation.count-unit.".count)
      let name = names.first { $0.group.dropFirst("relation.count-name.".count) == kind }
      if let name { result[String(unit.entry)] = String(name.entry) }
    }
    return result
  }

  /// Groups named by a prefix and the group of heads they go with: `relation.post-of.head.court`.
  private static func byHead(_ prefix: String, _ lexicon: Lexicon) -> [(GroupSet, GroupSet)] {
    lexicon.groups(withPrefix: prefix).map { group in
      let name = lexicon.name(of: group)
      return (
        GroupSet(lexicon: lexicon, prefixes: [], names: [name]),
        GroupSet(lexicon: lexicon, prefixes: [], names: [String(name.dropFirst(prefix.count))])
      )
    }
  }
}
