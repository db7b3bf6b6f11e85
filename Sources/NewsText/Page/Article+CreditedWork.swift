extension Article {
  /// What a credit is for, as text that names the work: the headline; for a picture the first
  /// sentence of its caption. Empty when neither was printed.
  ///
  /// 「孟文虎 摄」 under 「11月17日，…开班，这是学员们在学习电商直播。」 gives that sentence;
  /// 「本报记者 许 菲」 gives the headline.
  public func title(of credit: Credit) -> String {
    caption(of: credit).map { text.string($0) } ?? headline
  }

  /// The first sentence of the caption a picture credit stands at, `nil` for other credits.
  ///
  /// The credit stands at the end of the caption, in the line below it, or seldom above it;
  /// several captions in a row belong together.
  public func caption(of credit: Credit) -> TextSpan? {
    guard credit.work != .text, credit.work != .editing, blocks[credit.block].kind != .byline
    else { return nil }
    var first = credit.block
    if blocks[first].kind != .caption {
      if first > 0, blocks[first - 1].kind == .caption {
        first -= 1
      } else if first + 1 < blocks.count, blocks[first + 1].kind == .caption {
        first += 1
      } else {
        return nil
      }
    }
    while first > 0, blocks[first - 1].kind == .caption, !holdsCredit(first - 1) { first -= 1 }
    return sentences.first { $0.block == first }?.span
  }

  private func holdsCredit(_ block: Int) -> Bool { credits.contains { $0.block == block } }
}
