import GRDB
import Linking
import Recognition

extension GraphSnapshot {
  /// Editors' decisions that had a say about an entity, by document, file and line.
  public func corrections(of term: TermID) throws -> [CorrectionRecord] {
    try rows(
      """
      SELECT d.name AS document, c.action, c.name, c.other, c.file, c.line
      FROM correction AS c JOIN document AS d ON d.id = c.document WHERE c.entity = ?
      ORDER BY d.name, c.file, c.line
      """, [term.rawValue]
    ).map {
      CorrectionRecord(
        document: $0["document"], action: $0["action"], name: $0["name"], other: $0["other"],
        file: $0["file"], line: $0["line"])
    }
  }

  /// Entities of the same type shown under the same name that may be the same one.
  ///
  /// Nothing but the name speaks for it, so they were kept apart: persons, whatever body they belong
  /// to; other entities that only their document tells apart. What an editor has settled is none.
  public func namesakes(of entity: EntityReference) throws -> [Namesake] {
    // Nothing imported is told apart by a document.
    guard try entity.type == .person || resources.hasDocuments() else { return [] }
    let form = folding.formText(of: entity.name)
    let others = try entities(withFormOf: entity.name).filter { other in
      other.id != entity.id && other.type == entity.type
        && folding.formText(of: other.name).utf8.elementsEqual(form.utf8)
    }
    guard !others.isEmpty else { return [] }
    let settled = Set(
      try corrections(of: entity.term).filter { $0.action == "different" }
        .flatMap { [$0.name, $0.other] })
    let own = try distinction(of: entity)
    return try others.compactMap { other in
      let distinction = try distinction(of: other)
      guard !settled.contains(other.id.rawValue),
        try entity.type == .person || isDocument(own) || isDocument(distinction)
      else { return nil }
      return Namesake(entity: other, distinction: distinction)
    }
  }

  private func distinction(of entity: EntityReference) throws -> String? {
    try firstRow("SELECT distinction FROM entity WHERE id = ?", [entity.term.rawValue])?[0]
  }

  private func isDocument(_ name: String?) throws -> Bool {
    guard let name else { return false }
    return try firstRow("SELECT 1 FROM document WHERE name = ?", [name]) != nil
  }
}
