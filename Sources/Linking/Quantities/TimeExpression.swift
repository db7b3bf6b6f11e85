import NewsText

/// A date or period in the text, as printed and resolved.
public struct TimeExpression: Sendable, Hashable {
  /// Where it stands in the article's repaired text; the time of day is left out.
  public var span: TextSpan
  /// The first of two dates (10月15日 in 10月15日至16日), else the whole.
  public var first: TextSpan
  /// The second of two dates, if there are two.
  public var last: TextSpan?
  /// When it begins or is, with the printed precision, without a year where none is known;
  /// `nil` when it cannot be resolved at all (去年 in a page without a date).
  public var from: CalendarDate?
  /// When a period ends.
  public var to: CalendarDate?
  /// Whether a part (usually the year) was supplied from elsewhere.
  public var isInferred: Bool
  /// 近日, 日前, 目前: no date can be given.
  public var isVague: Bool
  /// One past what belongs to it for the reader: a time of day, 上午, 以来, 起, 前, in brackets…
  public var reach: Int
  /// 以来: a period that has not ended; the dictionary marks such words with -1.
  public var isOpen: Bool
}
