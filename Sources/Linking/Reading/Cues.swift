import Lexicon
import NewsText

/// The dictionary groups that linking looks at, resolved to numbers once.
///
/// A class because it holds dozens of sets and is handed to every reader: one reference to count.
final class Cues: Sendable {
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
  /// 旗下, 下属, 子公司: behind a body, say that what follows is of it.
  let belonging: GroupSet
  /// 夫人, 之子: behind a person, say whose kin somebody is.
  let relatives: GroupSet
  /// 毕业于, 就读于: before the school somebody studied at.
  let studying: GroupSet
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
  /// 承办, 承建: what an additional host or builder does.
  let hosting: GroupSet
  /// 建成, 举办: verbs that bring their object into being.
  let creations: GroupSet
  /// 陪同, 一同: after the names of those who came along.
  let companions: GroupSet
  /// 调研, 考察.
  let visits: GroupSet
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
  /// What kinds of posts there are.
  let posts: PostCues
  /// Divisions and the words that end the names of places.
  let places: PlaceCues
  /// Units of measure and the words around figures.
  let figures: FigureCues
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
    titles = named(
      "title.party", "title.government", "title.company", "title.education", "title.military",
      "title.profession", "relation.post")
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
    kin = named("relation.kin-body")
    owning = named("relation.own")
    belonging = named("relation.belonging")
    relatives = named("relation.relative")
    studying = named("relation.studying")
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
    hosting = named("relation.role", "relation.build")
    creations = named("relation.create")
    companions = named("relation.companion")
    visits = named("relation.visit")
    particles = named("word.p", "word.d")
    gifts = named("relation.donate")
    investments = named("relation.invest")
    listTails = named("relation.list-tail")
    leadOnly = named("relation.lead-only")
    giftsInKind = named("relation.gift-in-kind")
    notPlanned = named("relation.not-planned")
    posts = PostCues(lexicon: lexicon)
    places = PlaceCues(lexicon: lexicon)
    figures = FigureCues(lexicon: lexicon)
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

  /// Groups named by a prefix and the group of heads they go with: `relation.post-of.head.court`.
  static func byHead(_ prefix: String, _ lexicon: Lexicon) -> [(GroupSet, GroupSet)] {
    lexicon.groups(withPrefix: prefix).map { group in
      let name = lexicon.name(of: group)
      return (
        GroupSet(lexicon: lexicon, prefixes: [], names: [name]),
        GroupSet(lexicon: lexicon, prefixes: [], names: [String(name.dropFirst(prefix.count))])
      )
    }
  }
}
