extension Lexicon {
  /// Number of administrative divisions; their indices are `0..<divisionCount`.
  public var divisionCount: Int { base.divisions.count }

  /// The division of that index, which is the payload of a sense of a `division…` group.
  public func division(_ index: UInt32) -> Division {
    let record = base.divisions[Int(index)]
    let text = base.divisionText(record)
    return Division(
      code: text.code, name: text.name, shortName: text.short, level: divisionLevel(index),
      parent: divisionParent(index))
  }

  /// The level of a division, without building its texts.
  public func divisionLevel(_ index: UInt32) -> Division.Level {
    Division.Level(rawValue: UInt8(truncatingIfNeeded: base.divisions[Int(index)].level))
      ?? .village
  }

  /// The parent of a division, without building its texts; `nil` for provinces.
  public func divisionParent(_ index: UInt32) -> UInt32? {
    let parent = base.divisions[Int(index)].parent
    return parent == DivisionRecord.none ? nil : parent
  }

  /// The divisions that have `name` as full name, short form or former name, by index.
  public func divisions(named name: String) -> [UInt32] {
    let indices = senses(of: name).filter { self.name(of: $0.group).hasPrefix("division") }
    return Set(indices.map(\.payload)).sorted()
  }
}
