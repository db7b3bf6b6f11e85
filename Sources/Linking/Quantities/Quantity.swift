import Lexicon
import NewsText

/// A figure with its unit, as printed and normalised.
public struct Quantity: Sendable, Hashable {
  /// Where it stands in the article's repaired text, without words such as 约 or 达 before it.
  public var span: TextSpan
  /// Its lower or only value; `nil` when it cannot be normalised (数十).
  public var number: DecimalNumber?
  /// The upper value of a range 5~7.
  public var upper: DecimalNumber?
  /// The unit as printed: 元, 平方米, %, 吨/日; empty for a bare 万.
  public var unit: String
  /// Dictionary group of the unit (`unit.money`); `nil` for a bare 万 and for 成.
  public var group: GroupID?
  /// Where the unit starts.
  public var unitStart: Int
  /// `about` 约, 左右, 余; `over` 超, 以上; `under` 近, 不足, 以内; `nil` when exact.
  public var approximation: String?
}
