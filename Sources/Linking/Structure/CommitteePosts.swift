import Lexicon
import NewsText
import Recognition

/// 集团党委书记、董事长: the chair is the company's, not the committee's; 县委副书记、县长: the county's.
///
/// Takes the posts that no committee has out of what is stated of one, and states them of the body or
/// place it belongs to; a body that nothing else names is called what stands before the committee.
struct CommitteePosts {
  private let reading: ArticleReading
  private let linker: NameLinker
  private let lexicon: Lexicon

  /// For the statements of one article.
  init(_ reading: ArticleReading, linker: NameLinker, lexicon: Lexicon) {
    self.reading = reading
    self.linker = linker
    self.lexicon = lexicon
  }

  /// The statements with such posts set right.
  func separated(_ statements: [StatementDraft]) -> [StatementDraft] {
    statements.flatMap(separated)
  }

  private func separated(_ statement: StatementDraft) -> [StatementDraft] {
    guard statement.predicate == .worksFor, case .entity(let committee) = statement.object,
      let place = statement.qualifiers.firstIndex(where: { $0.name == "role" }),
      let mention = linker.firstMention(of: committee), let end = end(of: mention)
    else { return [statement] }
    let roles = statement.qualifiers[place].value.split(separator: "、").map(String.init)
    guard let first = roles.firstIndex(where: { has($0, reading.cues.chiefs) }) else {
      return [statement]
    }
    let isOffice = has(roles[first], reading.cues.selfPlaced)
    guard let owner = owner(of: committee, mention, end, isOffice: isOffice) else {
      // 市委副书记、市长 of no city that is known: the mayor is none of the committee.
      guard isOffice else { return [statement] }
      return [its(roles[..<first], statement, place)].compactMap { $0 }
    }
    var theirs = statement
    theirs.object = .entity(owner)
    theirs.qualifiers[place].value = roles[first...].joined(separator: "、")
    theirs.score *= 0.92
    return [its(roles[..<first], statement, place), theirs].compactMap { $0 }
  }

  /// The statement with the posts that the committee has; `nil` if it has none.
  private func its(
    _ roles: ArraySlice<String>, _ statement: StatementDraft, _ role: Int
  ) -> StatementDraft? {
    guard !roles.isEmpty else { return nil }
    var result = statement
    result.qualifiers[role].value = roles.joined(separator: "、")
    return result
  }

  /// Where the words for a committee that end a name begin.
  private func end(of mention: Int) -> Int? {
    let span = reading.mentions[mention].span
    return reading.start(of: reading.cues.committees, endingAt: span.end, notBefore: span.start)
  }

  private func has(_ role: String, _ groups: GroupSet) -> Bool {
    lexicon.senses(of: role).contains { groups.contains($0.group) }
  }

  private func owner(of committee: Int, _ mention: Int, _ end: Int, isOffice: Bool) -> Int? {
    let draft = linker.ledger.drafts[committee]
    if isOffice { return draft.place ?? draft.parent }
    if let parent = draft.parent { return parent }
    let span = TextSpan(reading.mentions[mention].span.start, end)
    guard span.count > 3, linker.shapes[mention].bodyStart < end else { return nil }
    let name = reading.printed(span)
    let known =
      linker.ledger.inArticle(name, .organization) ?? linker.ledger.inDocument(name, .organization)
    if let known { return known }
    if let company = linker.company(shortenedTo: end, of: mention, except: committee) {
      return company
    }
    let entity = linker.ledger.add(
      EntityDraft(type: .organization, name: name, aliases: [name]))
    linker.ledger.name(entity, name, isFullName: true)
    return entity
  }
}
