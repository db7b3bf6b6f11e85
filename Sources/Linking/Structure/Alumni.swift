import Lexicon
import NewsText
import Recognition

/// Who graduated from a department is an alumnus of its school: 毕业于河阳大学中文系 → 河阳大学; not of
/// the school that another is attached to (河阳大学附属中学).
struct Alumni {
  private let linker: NameLinker
  private let cues: Cues
  private let lexicon: Lexicon

  /// For the statements of one article.
  init(_ reading: ArticleReading, linker: NameLinker, lexicon: Lexicon) {
    self.linker = linker
    self.lexicon = lexicon
    cues = reading.cues
  }

  /// The statements with schools in place of their departments.
  func ofSchools(_ statements: [StatementDraft]) -> [StatementDraft] {
    statements.map { statement in
      guard statement.predicate.rawValue == "alumniOf", case .entity(let body) = statement.object
      else { return statement }
      var result = statement
      result.object = .entity(school(of: body))
      return result
    }
  }

  private func school(of body: Int) -> Int {
    var school = body
    for _ in 0..<4 {
      let draft = linker.ledger.drafts[school]
      guard let parent = draft.parent, case let owner = linker.ledger.drafts[parent],
        owner.type == .organization, isSchool(owner.name), !isAttached(draft.name, to: owner.name)
      else { break }
      school = parent
    }
    return school
  }

  private func isSchool(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    return (2...4).contains { length in
      length < scalars.count
        && lexicon.senses(
          of: scalars.string(TextSpan(scalars.count - length, scalars.count))
        ).contains { cues.schools.contains($0.group) }
    }
  }

  private func isAttached(_ name: String, to owner: String) -> Bool {
    let rest = Array(name.unicodeScalars.dropFirst(owner.unicodeScalars.count))
    return rest.count > 1
      && lexicon.senses(of: rest.string(TextSpan(0, 2))).contains {
        cues.attached.contains($0.group)
      }
  }
}
