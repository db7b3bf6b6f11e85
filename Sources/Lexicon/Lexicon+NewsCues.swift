import NewsText

extension Lexicon {
  /// The words that tell the parts of a page apart, from the dictionary groups `press.*`.
  public var newsCues: NewsCues { NewsCues(entries: entries(inGroupsWithPrefix: "press.")) }
}
