import NewsText

extension Lexicon {
  /// The words that tell the parts of a page apart, from the groups `press.*`. Built at each call:
  /// keep the result. O(entries of those groups).
  public var newsCues: NewsCues {
    NewsCues(entries: entries(inGroupsWithPrefix: "press."), simplified: folded)
  }
}
