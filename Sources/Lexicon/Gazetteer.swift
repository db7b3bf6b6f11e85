/// An administrative division of the gazetteer.
public struct Division: Sendable, Equatable {
  /// How deep in the hierarchy.
  public enum Level: UInt8, Sendable, Comparable, CaseIterable {
    /// 省, 自治区, 直辖市, 特别行政区.
    case province = 1
    /// 地级市, 地区, 自治州, 盟.
    case prefecture = 2
    /// 县, 市辖区, 县级市, 旗.
    case county = 3
    /// 乡, 镇, 街道.
    case township = 4
    /// 村, 社区.
    case village = 5

    /// Province first.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }
  /// National code, 2 to 12 digits: `140823`.
  public var code: String
  /// Full name: 闻喜县.
  public var name: String
  /// Usual short form 闻喜, or the full name again.
  public var shortName: String
  /// Level.
  public var level: Level
  /// Index of the parent, see ``Lexicon/division(_:)``; `nil` for provinces.
  public var parent: UInt32?

  /// Creates a division.
  public init(code: String, name: String, shortName: String, level: Level, parent: UInt32?) {
    self.code = code
    self.name = name
    self.shortName = shortName
    self.level = level
    self.parent = parent
  }
}
