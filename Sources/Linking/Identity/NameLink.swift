/// Why a name stands for an entity that is called otherwise: an open set, as rules are.
public struct NameLink: RawRepresentable, Hashable, Sendable {
  /// Name in records.
  public let rawValue: String
  /// Wraps a name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A shorter form of a longer name in the article: 锦泰源纺织.
  public static let shortForm = NameLink(rawValue: "link.short-form")
  /// Characters of a longer name, found by the recogniser's second pass: 公投.
  public static let abbreviation = NameLink(rawValue: "link.abbreviation")
  /// The text says that the body had or took the other name: 更名为.
  public static let renaming = NameLink(rawValue: "link.renaming")
  /// The place that is left out stands in the article: 县委.
  public static let elidedPlace = NameLink(rawValue: "link.elided-place")
  /// The gazetteer knows the place under this name too: 新绛, 新绛县.
  public static let gazetteer = NameLink(rawValue: "link.gazetteer")
  /// The place is read as a unit of an address: 三泉镇 in 新绛县三泉镇.
  public static let address = NameLink(rawValue: "link.address")
  /// Printed with spaces or other marks inside.
  public static let spelling = NameLink(rawValue: "link.spelling")
  /// An editor said so.
  public static let correction = NameLink(rawValue: "link.correction")
}
