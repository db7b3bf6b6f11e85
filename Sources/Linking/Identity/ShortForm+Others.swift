/// Names that look like one name and a shorter form of it, and are those of two bodies.
extension ShortForm {
  /// Whether `short` is complete in its own way, so that it cannot stand for `full`: 北京大学 beside
  /// 北京师范大学, 中国银行 beside 中国工商银行, 青石集团有限公司 beside 青石物流集团有限公司, 区委 beside
  /// 河东区商务区管理委员会. Leaving out the beginning (师范大学) is another matter.
  static func isAnother(_ short: Name, than full: Name) -> Bool {
    guard short.scalars.count < full.scalars.count, !full.ends(with: short.scalars[...]) else {
      return false
    }
    if let end = short.legalStart, let last = full.legalStart {
      return short.scalars[..<end] != full.scalars[..<last]
    }
    if isGroup(short), isGroup(full) {
      return full.scalars.starts(with: short.scalars.dropLast(2))
    }
    return isOfPlace(short, full) || isWithinGroup(short, full) || isOtherSchool(short, full)
      || isOtherOfCountry(short, full)
      || isOtherLevel(short, full) || isOwner(short, full)
  }

  /// 县委 means the body that 洪洞县委理论学习中心组 is part of, not the part.
  private static func isOwner(_ short: Name, _ full: Name) -> Bool {
    guard short.elidedLevel != nil else { return false }
    let start = max(0, full.bodyStart - 1)
    return full.bodyEnds.contains { end in
      start < end && end < full.scalars.count && full.scalars[start] == short.scalars.first
        && full.scalars[end - 1] == short.scalars.last
        && isSubsequence(short.scalars, of: full.scalars[start..<end])
    }
  }

  /// 青石工业公司 beside 青石工业河东公司: one place of a company that both names tell in full.
  private static func isOfPlace(_ short: Name, _ full: Name) -> Bool {
    short.isCompany && full.isCompany && full.innerPlaces.contains(short.headStart)
      && full.scalars.starts(with: short.scalars[..<short.headStart])
  }

  /// 青石集团 beside 青石集团河东乳业有限公司: behind the group's name another begins.
  private static func isWithinGroup(_ short: Name, _ full: Name) -> Bool {
    guard isGroup(short) else { return false }
    return [0, full.bodyStart].contains { start in
      let end = start + short.scalars.count
      return end < full.scalars.count && full.headStart > end
        && full.scalars[start..<end].elementsEqual(short.scalars)
    }
  }

  /// 北京大学 and 北大 beside 北京师范大学, 西南大学 beside 西南农业大学: nothing is left of what stands
  /// between the beginning and 大学.
  private static func isOtherSchool(_ short: Name, _ full: Name) -> Bool {
    guard full.isSchool, full.scalars.count > 4 else { return false }
    let kind = full.scalars.count - 2
    if short.scalars.count > 3, full.scalars[kind...].elementsEqual(short.scalars.suffix(2)) {
      return full.scalars.starts(with: short.scalars.dropLast(2))
    }
    let place = max(full.bodyStart, full.placeEnd)
    guard short.scalars.count == 2, place > 0, place < kind,
      full.scalars.first == short.scalars.first
    else { return false }
    return !full.scalars[place..<kind].contains(short.scalars[1])
  }

  /// 中国银行 beside 中国工商银行: nothing is left of what stands behind the country.
  private static func isOtherOfCountry(_ short: Name, _ full: Name) -> Bool {
    let country = short.placeEnd
    guard country > 0, country == full.placeEnd, short.scalars.count > country + 1,
      full.scalars.starts(with: short.scalars[..<country])
    else { return false }
    return full.ends(with: short.scalars[country...])
  }

  /// 区委 is no committee of something in the district, nor 市人大常委会: what follows the level goes on
  /// alike.
  private static func isOtherLevel(_ short: Name, _ full: Name) -> Bool {
    guard let level = short.elidedLevel, short.scalars.count == 2 else { return false }
    let start = full.elidedLevel == nil ? full.bodyStart : 1
    guard start > 0, start < full.scalars.count, full.scalars[start - 1] == level else {
      return false
    }
    return full.scalars[start] != short.scalars[1]
  }
}

extension ShortForm.Name {
  fileprivate func ends(with end: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= end.count && scalars.suffix(end.count).elementsEqual(end)
  }
}
