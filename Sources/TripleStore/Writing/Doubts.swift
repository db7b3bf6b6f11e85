/// What may have lost its last support in a transaction and is looked at again at its end.
struct Doubts {
  /// A name of an entity.
  struct Alias: Hashable {
    let entity: Int64
    let alias: Int64
  }
  /// Rows of statements.
  var statements: Set<Int64> = []
  /// Rows of entities.
  var entities: Set<Int64> = []
  /// Names of entities.
  var aliases: Set<Alias> = []
  /// Rows of entities of which more is said now.
  var renewed: Set<Int64> = []
  /// Rows of terms.
  var terms: Set<Int64> = []

  /// Whether there is nothing to look at.
  var isEmpty: Bool {
    statements.isEmpty && entities.isEmpty && aliases.isEmpty && terms.isEmpty
  }
}
