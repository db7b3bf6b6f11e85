import Lexicon

/// Divisions and the words that end the names of places, resolved to group numbers once.
struct PlaceCues: Sendable {
  /// Words that end the name of a place below the township.
  let placeHeads: GroupSet
  /// 村, 社区, 镇: end a unit of an address that the gazetteer may not know.
  let villageHeads: GroupSet
  /// Divisions under full, short and former names.
  let divisions: GroupSet
  /// Divisions under their full names.
  let fullDivisions: GroupSet
  /// Divisions of country, province and prefecture level with their short names: 山西, 长治.
  let shortDivisions: GroupSet
  /// 路, 街: end the names of places that lie in a town or county.
  let streets: GroupSet
  /// 公路, 铁路: end the names of ways that leave the county.
  let throughRoads: GroupSet

  /// Resolves the groups in one lexicon.
  init(lexicon: Lexicon) {
    func prefixed(_ prefixes: String...) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: prefixes)
    }
    func named(_ names: String...) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: [], names: names)
    }
    placeHeads = prefixed("placehead.")
    villageHeads = named("relation.unit-end")
    divisions = prefixed("division.", "division-short.", "division-former.")
    fullDivisions = prefixed("division.")
    shortDivisions = prefixed("division-short.")
    streets = named("relation.street-end")
    throughRoads = named("relation.through-road")
  }
}
