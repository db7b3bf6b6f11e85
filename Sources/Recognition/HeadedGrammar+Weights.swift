extension HeadedGrammar {
  /// The rule's weights in nats, by the names its file gives them; see ``NameRule/weightNames``.
  struct Weights: Sendable {
    let base, place, innerPlace, level, brand, common, verb, modifier, function: Float
    let industry, number, quoted, parenthesis, head, person, organisation, prefix, time: Float
    let idiom, generic, alone, long, leftCue, rightCue, boundary, titleRight, conjunction,
      bonus: Float
    let measure, predicate, shortHead, innerPlaceHead, afterNumber, reserve, longest, functionBrand,
      weakHead, post, frequentVerb, action, size, starts, shortBrand, titledAlone, opensTitle,
      placePlace, echoed: Float

    /// What everything but cues and titles around a name can add to it at most.
    let always: Float

    private static func mostGained(_ summands: [Float]) -> Float {
      summands.reduce(0) { $0 + max(0, $1) }
    }

    init(_ weights: [String: Float]) {
      base = weights["base"] ?? -3
      place = weights["place"] ?? 2
      innerPlace = weights["inner-place"] ?? -3
      level = weights["level"] ?? 0
      brand = weights["brand"] ?? -7.5
      common = weights["common"] ?? 0
      verb = weights["verb"] ?? -2
      modifier = weights["modifier"] ?? -1
      function = weights["function"] ?? -9
      industry = weights["industry"] ?? 1
      number = weights["number"] ?? -1
      quoted = weights["quoted"] ?? -6
      parenthesis = weights["parenthesis"] ?? -6
      head = weights["head"] ?? 0
      person = weights["person"] ?? -2
      organisation = weights["organisation"] ?? 0
      prefix = weights["prefix"] ?? 0
      time = weights["time"] ?? -5
      idiom = weights["idiom"] ?? -2
      generic = weights["generic"] ?? -6
      alone = weights["alone"] ?? -20
      long = weights["long"] ?? 0
      leftCue = weights["left-cue"] ?? 1
      rightCue = weights["right-cue"] ?? 1
      boundary = weights["boundary"] ?? 0.5
      titleRight = weights["title-right"] ?? 0.5
      conjunction = weights["conjunction"] ?? -6
      bonus = weights["bonus"] ?? 1
      measure = weights["measure"] ?? -6
      predicate = weights["predicate"] ?? -7
      shortHead = weights["short-head"] ?? -2
      afterNumber = weights["after-number"] ?? -4
      longest = weights["longest"] ?? 42
      functionBrand = weights["function-brand"] ?? -5
      post = weights["post"] ?? -7
      frequentVerb = weights["frequent-verb"] ?? -6
      weakHead = weights["weak-head"] ?? 0
      action = weights["action"] ?? 0
      size = weights["size"] ?? 0
      starts = weights["starts-with-action"] ?? 0
      shortBrand = weights["short-brand"] ?? 0
      opensTitle = weights["opens-title"] ?? 0
      placePlace = weights["place-place"] ?? -3
      titledAlone = weights["titled-alone"] ?? -20
      echoed = weights["echoed-head"] ?? 0
      reserve = weights["reserve"] ?? 2
      innerPlaceHead = weights["inner-place-head"] ?? 0
      // What a long description gains never outweighs what it costs to tell nothing.
      always = Self.mostGained([
        boundary + 1.5, boundary, alone, titledAlone, shortHead * 2.5, weakHead, afterNumber * 3,
        starts * 3, generic, shortBrand, opensTitle,
      ])
    }
  }
}
