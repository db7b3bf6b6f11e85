import Lexicon

/// A set of dictionary groups with a look-up that costs one array access.
struct GroupSet: Sendable {
  /// One flag for every group of the lexicon.
  private let flags: [Bool]

  /// The groups whose names start with one of the prefixes; `title.` does not mean `title`.
  init(lexicon: Lexicon, prefixes: [String], names: [String] = []) {
    var flags = [Bool](repeating: false, count: lexicon.groupCount)
    for group in prefixes.flatMap(lexicon.groups(withPrefix:)) { flags[Int(group.rawValue)] = true }
    for group in names.compactMap(lexicon.group(named:)) { flags[Int(group.rawValue)] = true }
    self.flags = flags
  }

  /// Whether `group` is one of them.
  func contains(_ group: GroupID) -> Bool {
    Int(group.rawValue) < flags.count && flags[Int(group.rawValue)]
  }

  /// Whether a token's group is one of them; a token without a group is not.
  func contains(_ group: GroupID?) -> Bool { group.map { contains($0) } ?? false }

  /// The set with the groups of both.
  func union(_ other: GroupSet) -> GroupSet {
    GroupSet(flags: zip(flags, other.flags).map { $0 || $1 })
  }

  private init(flags: [Bool]) { self.flags = flags }
}
