import GRDB

/// Named steps from an empty file to the present version. A step is never edited once shipped.
enum GraphMigrations {
  /// `PRAGMA application_id` of a graph: "mluo" in ASCII.
  static let applicationID: Int32 = 0x6D6C_756F
  /// `PRAGMA user_version` this program writes and the newest it reads.
  static let version = 8

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 terms, triples, statements and their evidence") { database in
      for part in [
        GraphTables.triples, GraphTables.documents, GraphTables.entities, GraphTables.statements,
        GraphViews.readings, GraphViews.entities, GraphViews.rows, GraphViews.statementRows,
        GraphViews.relations, GraphViews.evidence, GraphViews.digests,
      ] {
        try database.execute(sql: part)
      }
      for predicate in BuiltInPredicate.allCases {
        try database.execute(
          sql: "INSERT INTO term (id, kind, value) VALUES (?, ?, ?)",
          arguments: [predicate.rawValue, TermKind.predicate.rawValue, predicate.name])
      }
      try database.execute(sql: "PRAGMA application_id = 1835824495")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 the timeline knows when last year was") { database in
      try database.execute(sql: GraphViews.timelineWithBounds)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 corrections and how names were linked") { database in
      for part in [GraphTables.corrections, GraphViews.corrections, GraphViews.links] {
        try database.execute(sql: part)
      }
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 inferred dates") { database in
      try database.execute(sql: GraphViews.inferredDates)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5 terms of any RDF and named graphs") { database in
      for part in [RDFTables.terms, RDFTables.graphs, RDFTables.documentGraphs] {
        try database.execute(sql: part)
      }
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6 triple terms, evidence with rows, what imports share") {
      database in
      for part in [TripleTermTables.terms, TripleTermTables.readings, TripleTermTables.imported] {
        try database.execute(sql: part)
      }
      try database.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("7 names of any graph by their grams") { database in
      for part in [NameIndexTables.tables, NameIndexTables.replaced] {
        try database.execute(sql: part)
      }
      try database.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("8 types and names of resources at hand") { database in
      for part in [ShownTables.tables, ShownTables.view, ShownTables.renewed] {
        try database.execute(sql: part)
      }
      try database.execute(sql: "PRAGMA user_version = 8")
    }
    return migrator
  }
}
