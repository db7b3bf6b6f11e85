import Lexicon

/// Kinds of posts by what they say of their holders, resolved to group numbers once.
struct PostCues: Sendable {
  /// 作家, 农民: what people are without a body that they work for.
  let freelances: GroupSet
  /// Posts by the heads of the bodies that have them: 庭长 in `head.court`.
  let byHead: [(posts: GroupSet, heads: GroupSet)]
  /// `relation.member`: 委员, 会员, 学生.
  let members: GroupSet
  /// The words of that group.
  private let memberWords: Set<String>
  /// 记者, 队员: posts that persons named one after the other share.
  private let sharedPosts: [String]

  /// Resolves the groups in one lexicon.
  init(lexicon: Lexicon) {
    func named(_ name: String) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: [], names: [name])
    }
    freelances = named("relation.freelance")
    members = named("relation.member")
    memberWords = Set(
      lexicon.entries(inGroupsWithPrefix: "relation.member").map { String($0.entry) })
    sharedPosts = lexicon.entries(inGroupsWithPrefix: "relation.shared-post").map {
      String($0.entry)
    }
    byHead = Cues.byHead("relation.post-of.", lexicon)
  }

  /// Whether a post is a word for members: 党组成员, but not 检察委员会委员.
  func isMember(_ role: String) -> Bool { memberWords.contains(role) }

  /// Whether a post is one that persons named one after the other share: 特派记者甲和乙.
  func isShared(_ role: String) -> Bool { sharedPosts.contains { role.hasSuffix($0) } }
}
