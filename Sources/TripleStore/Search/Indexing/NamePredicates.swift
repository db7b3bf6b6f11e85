import GRDB

/// Predicates whose literals are names: table `name_predicate`.
///
/// The graph's own are the label and the alias. Of imported ones those count whose IRI ends as that
/// of a well-known vocabulary's predicate for names: `rdfs:label`, `skos:prefLabel`, `schema:name`,
/// `foaf:name` and the like in any namespace.
enum NamePredicates {
  /// Ends of IRIs, with the place a name of that kind has when one must be shown: the smallest first.
  private static let ranks: [String: Int] = [
    "label": 0, "prefLabel": 1, "name": 2, "fullName": 3, "officialName": 3, "legalName": 3,
    "title": 4, "altLabel": 8, "alternateName": 8, "hiddenLabel": 9, "alias": 8, "nick": 8,
    "shortName": 8, "abbreviation": 8,
  ]

  /// The place of a kind of name, by the end of its predicate's IRI; `nil` for what names nothing. Of a
  /// graph that is there, table `name_predicate` knows them.
  static func rank(ofLocalName name: String) -> Int? { ranks[name] }

  /// Looks through the predicates that imports counted; new ones are noted.
  static func update(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT term.id, term.value
        FROM (SELECT predicate FROM predicate_count UNION SELECT DISTINCT p FROM quad) AS c
        JOIN term ON term.id = c.predicate JOIN namespace ON namespace.id = term.kind
        WHERE namespace.form = 1 AND term.id NOT IN (SELECT id FROM name_predicate)
        """)
    for row in rows {
      let (id, local): (Int64, String) = (row[0], row[1])
      guard let rank = rank(ofLocalName: local) else { continue }
      try database.execute(
        sql: "INSERT INTO name_predicate (id, rank) VALUES (?, ?)", arguments: [id, rank])
    }
  }
}
