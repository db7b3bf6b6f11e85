extension Message {
  /// A walk that stopped at its bound.
  static func truncatedWalk(entities: Int) -> Message {
    Message(
      severity: .note, headline: "the walk stopped at \(count(entities, "entity", "entities"))",
      advice: "Narrow it with --depth or --predicate.")
  }

  /// A walk that stopped when its time was over.
  static func walkOutOfTime(seconds: Double, entities: Int) -> Message {
    Message(
      severity: .note,
      headline:
        "the walk stopped after \(seconds) seconds, at \(count(entities, "entity", "entities"))",
      advice: "Narrow it with --depth or --predicate, or give it more --timeout.")
  }

  /// A search for paths that stopped at its bound.
  static func truncatedPaths(paths: Int) -> Message {
    Message(
      severity: .note,
      headline: "the search stopped after \(count(paths, "path")); there may be more")
  }

  /// An answer that stopped at its bound.
  static func cutRows(_ rows: Int) -> Message {
    Message(
      severity: .note, headline: "the answer stopped at \(count(rows, "row"))",
      advice: "See more with --max-rows.")
  }

  /// Triples that were added.
  static func imported(_ file: String, _ triples: Int) -> Message {
    Message(severity: .note, headline: "read \(count(triples, "triple")) of \(file)")
  }

  /// An export of a graph with imported triples in a form that has no place for them.
  static let importsLeftOut = Message(
    severity: .note, headline: "imported triples are left out: only what documents say is written",
    advice: "The formats nt, ttl, nq and jsonld hold them too.")

  /// A graph that is whole.
  static func soundGraph(_ path: String) -> Message {
    Message(severity: .note, headline: "\(path): no faults")
  }

  /// Documents that were taken out.
  static func forgotten(_ ids: [String]) -> Message {
    Message(severity: .note, headline: "forgot \(count(ids.count, "document"))", details: ids)
  }

  /// Seeds, rules and queries are as they should be.
  static let noFaults = Message(severity: .note, headline: "no faults")

  /// Two graphs say the same.
  static let noDifference = Message(severity: .note, headline: "no difference")

  /// No figure is in doubt.
  static let noFindings = Message(severity: .note, headline: "no figure is in doubt")

  /// Nothing had to be read again.
  static func nothingChanged(documents: Int) -> Message {
    Message(
      severity: .note,
      headline: "nothing changed: the graph already holds \(count(documents, "document")) as given")
  }

  /// `1 fault`, `3 faults`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
