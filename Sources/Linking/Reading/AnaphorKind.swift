import Lexicon
import Recognition

/// A group of words that stand for an entity: 该公司, 学校, 工程.
///
/// The group's name says for which: `relation.anaphor.Organization.head.school` for bodies whose
/// names end in a word of `head.school`, `relation.anaphor.Project` for any project.
struct AnaphorKind: Sendable {
  /// What the names of all such groups begin with.
  static let prefix = "relation.anaphor."
  /// The group itself.
  let group: GroupSet
  /// Type of what is meant.
  let type: EntityType
  /// Whether it stands for a name of whatever type is wanted: 其.
  var isOpen: Bool { type.rawValue == "Any" }
  /// Heads that its name may end in; `nil` for any.
  let heads: GroupSet?

  /// Reads the kind off the group's name.
  init(group: GroupID, lexicon: Lexicon) {
    let name = lexicon.name(of: group)
    self.group = GroupSet(lexicon: lexicon, prefixes: [], names: [name])
    let parts = name.dropFirst(AnaphorKind.prefix.count).split(separator: ".", maxSplits: 1)
    type = EntityType(rawValue: parts.first.map(String.init) ?? "")
    heads =
      parts.count > 1
      ? GroupSet(lexicon: lexicon, prefixes: [], names: [String(parts[1])]) : nil
  }
}
