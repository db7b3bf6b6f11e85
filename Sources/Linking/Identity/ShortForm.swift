import Lexicon
import NewsText
import Recognition

/// Decides whether a short name can mean a longer one of the same article.
enum ShortForm {
  /// A name with its inside, ready to be compared.
  struct Name {
    /// Folded scalars without outer quotation marks.
    var scalars: [Unicode.Scalar]
    /// Offsets in `scalars` where an address unit or nested body ends.
    var boundaries: [Int]
    /// Offset after the address units.
    var bodyStart: Int
    /// Offset where the last head starts.
    var headStart: Int
    /// Offset after a country at the beginning: 2 in 中国工商银行.
    var placeEnd = 0
    /// Whether the last head is one of companies or cooperatives.
    var isCompany: Bool
    /// Ends of nested bodies.
    var bodyEnds: [Int]
    /// Level character at the beginning: 县体育公园.
    var elidedLevel: Unicode.Scalar?
    /// Whether the last head is one of schools.
    var isSchool = false
    /// Offsets where places begin that stand behind its beginning: 4 in 青石工业河东公司.
    var innerPlaces: [Int] = []
    /// Offset where a legal form begins, 有限公司, that names in registers end in.
    var legalStart: Int?
  }

  /// Whether `short` can stand for `full`.
  ///
  /// Either the beginning is elided at a boundary (县体育公园 for 洪洞县体育公园), or characters are
  /// left out of a company's or project's name with its distinguishing word kept whole.
  static func isShort(_ short: Name, of full: Name, type: EntityType) -> Bool {
    guard short.scalars.count >= 2, short.scalars.count < full.scalars.count else { return false }
    if isSuffix(short, of: full) || isInitials(short, full) { return true }
    guard type != .place, isSubsequence(short.scalars, of: full.scalars) else { return false }
    guard !full.bodyEnds.contains(short.scalars.count) || !full.starts(with: short) else {
      return false
    }
    if type == .project { return isShortProject(short, full) }
    if full.isCompany { return isShortCompany(short, full) }
    guard let last = short.scalars.last, full.scalars[full.headStart...].contains(last) else {
      return false
    }
    let isSameStart =
      short.scalars.first == full.scalars.first
      || short.elidedLevel != nil && full.bodyStart > 0
        && full.scalars[full.bodyStart - 1] == short.elidedLevel
    return isSameStart && !full.starts(with: short)
  }

  /// The beginning left out, at a boundary, or before the level character.
  private static func isSuffix(_ short: Name, of full: Name) -> Bool {
    let cut = full.scalars.count - short.scalars.count
    // 联通 for 中国联通, a head alone for nothing.
    let isOfCountry = cut > 1 && cut == full.placeEnd && short.headStart > 0
    guard
      short.scalars.count >= 3 || isOfCountry
        || full.isCompany && cut == full.bodyStart && cut > 1,
      full.scalars[cut...].elementsEqual(short.scalars)
    else {
      return false
    }
    if full.boundaries.contains(cut) { return true }
    return short.elidedLevel != nil && full.boundaries.contains(cut + 1)
  }

  /// 岚禾储能 for 山西岚禾储能科技有限公司, 锦泰源纺织, 金穗源公司.
  private static func isShortCompany(_ short: Name, _ full: Name) -> Bool {
    guard short.headStart == short.scalars.count || short.isCompany else { return false }
    if isGroup(short), isGroup(full) { return false }
    let place = max(full.bodyStart, full.placeEnd)
    // 新泰联化 for 山东|新泰|联合化工有限公司 keeps the last place of several.
    let starts = [0, full.bodyStart] + full.boundaries.filter { $0 < full.bodyStart }
    return starts.contains { start in
      start + 2 <= full.scalars.count
        && full.scalars[start..<start + 2].elementsEqual(short.scalars[0..<2])
        // 中国银行 is none for 中国工商银行: behind the place the name goes on alike.
        && (start >= place || !short.scalars.starts(with: full.scalars[..<place])
          || short.scalars.count > place && short.scalars[place] == full.scalars[place])
    } && (short.scalars.count > 2 || full.bodyStart > 0)
  }

  /// 农行 for 中国农业银行: the first character behind the place and the last one of the head.
  private static func isInitials(_ short: Name, _ full: Name) -> Bool {
    guard short.scalars.count == 2, short.scalars[1] == "行",
      let bank = full.scalars.lastIndex(of: "行"), bank > 0, full.scalars[bank - 1] == "银"
    else { return false }
    return [0, full.bodyStart, full.placeEnd].contains {
      $0 < bank - 1 && full.scalars[$0] == short.scalars[0]
    }
  }

  /// Of two groups the one with the shorter name is the other's owner: 华清集团, 华清燃气集团.
  static func isGroup(_ name: Name) -> Bool {
    name.scalars.suffix(2).elementsEqual("集团".unicodeScalars)
  }

  /// Whether a name consists of characters of a longer one in their order: 旅发局, 旅游发展局.
  static func isAbbreviation(_ short: Name, of full: Name) -> Bool {
    short.scalars.count < full.scalars.count && isSubsequence(short.scalars, of: full.scalars)
  }

  /// 流动图书节, 通江水厂改造扩建工程: the end of the name is kept.
  private static func isShortProject(_ short: Name, _ full: Name) -> Bool {
    short.scalars.count >= 4 && short.scalars.suffix(2).elementsEqual(full.scalars.suffix(2))
      && short.scalars.first == full.scalars.first
  }

  static func isSubsequence(
    _ short: [Unicode.Scalar], of full: some Sequence<Unicode.Scalar>
  ) -> Bool {
    var next = 0
    for scalar in full where next < short.count && short[next] == scalar { next += 1 }
    return next == short.count
  }
}

extension ShortForm.Name {
  fileprivate func starts(with other: ShortForm.Name) -> Bool {
    scalars.starts(with: other.scalars)
  }
}
