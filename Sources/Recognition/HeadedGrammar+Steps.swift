import Lexicon

extension HeadedGrammar {
  /// What a place as the leftmost part says.
  @inline(__always)
  func placeContent(_ start: Int, _ hit: Int32, _ scan: SentenceScan) -> Content {
    // 「协会和县文化馆」: 和县 behind a body may be 和 and 县.
    var content: Content =
      scan.positions[start].isFunction ? [.place, .startsWithConjunction, .joined] : .place
    guard hit >= 0 else { return content.union([.startsWithDivision, .startsWithFullDivision]) }
    let traits = scan.hits[Int(hit)].traits
    if traits.contains(.division) {
      content.formUnion([.startsWithDivision, .startsWithFullDivision])
    } else if traits.contains(.shortDivision) {
      content.formUnion(.startsWithDivision)
    }
    return content
  }

  /// What a second place in a row costs, or `nil` where it cannot stand: 大连 黄海 能源公司, 市 长江
  /// 河道管理局, but not 黎城县 山西…有限公司, where a new name begins.
  @inline(__always)
  func besidePlace(_ inner: Content, _ outer: Content) -> Float? {
    if type == roles.project { return weights.placePlace }
    guard type == roles.organization else { return nil }
    let areDivisions =
      inner.contains(.startsWithDivision) && outer.contains(.startsWithFullDivision)
    return areDivisions ? nil : weights.placePlace
  }

  /// Offers `start..<position` as a part before the inside that starts at `position`. State 1 marks
  /// insides whose leftmost part is a place: nothing but a prefix, number or quotation is usual
  /// before it.
  @inline(__always)
  func step(
    _ position: Int, _ state: Int, _ start: Int, _ score: Float, _ kind: MentionPart.Kind,
    _ hit: Int32,
    _ content: Content, _ low: Int, _ walk: inout Walk
  ) {
    let from = walk.reach(position, state)
    let isPlace = content.contains(.place)
    if state == 1, content.contains(.level) { return }
    var gain = score
    if state == 1, isPlace {
      guard let cost = besidePlace(from.content, content) else { return }
      gain += cost
    }
    if state == 1, !content.contains(.prefix), kind != .number, kind != .quoted {
      gain += kind == .head ? weights.innerPlaceHead : weights.innerPlace
    }
    if from.content.contains(.startsWithLevel), !isPlace, !content.contains(.prefix) { gain -= 4 }
    // 「锁定寿阳县…项目」: a verb before a place is the sentence's.
    if state == 1, content.contains(.verb) { gain += weights.predicate }
    // 「促进会和县文化馆」, 「医院综合楼和小学扩建工程」: a body before 和 ends there; 「大学化学与
    // 材料学院」 is one, as nothing behind 与 is a name.
    if kind == .head || content.contains(.organisation)
      ? from.content.contains(.joined) && !from.content.isDisjoint(with: .telling)
      : isPlace && from.content.contains(.startsWithConjunction)
    {
      gain += weights.predicate
    }
    // 「襄垣县举行…活动」: a place or body before a verb is its subject.
    let isBody = isPlace || !content.isDisjoint(with: [.organisation, .person, .body])
    if isBody, !from.content.isDisjoint(with: [.startsWithVerb, .startsWithPreposition]) {
      gain += weights.predicate
    }
    let isLone = kind == .brand && from.kind != .brand
    let total = from.score + gain
    walk.offer(
      start, isPlace ? 1 : 0,
      Reach(
        score: total, next: Int32(position), nextState: Int8(state), kind: kind, hit: hit,
        partScore: gain,
        count: from.count + 1,
        content: from.content.subtracting(.atStart).union(content).union(isLone ? .loneBrand : [])),
      total)
  }
}
