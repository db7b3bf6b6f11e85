import NewsText

/// What became of a span of text that someone expected to be a name.
public enum NameVerdict: Sendable {
  /// It is one; what stood against it.
  case found(Competition)
  /// It was proposed, but another reading was better.
  case overruled(Competition)
  /// No rule proposed it: how it was read instead, and what kept each rule from it, the rule that
  /// came nearest first.
  case notProposed(reading: [TracedStep], obstacles: [Obstacle])
  /// It reaches over the end of a sentence, or stands where nothing is read.
  case acrossSentences
}

/// The first thing a rule asks for that a span does not have.
public struct Obstacle: Sendable, Hashable {
  /// The rules that ask for it, in file order.
  public var rules: [String]
  /// How their candidates are made.
  public var grammar: NameRule.Grammar
  /// What is missing.
  public var reason: Reason
  /// Share of what the rule asks for that was there before, 0 to 1.
  public var progress: Double

  /// What a rule may miss.
  public enum Reason: Sendable, Hashable {
    /// Fewer characters than any name of the kind has.
    case tooShort(least: Int)
    /// More characters than any name of the kind has.
    case tooLong(most: Int)
    /// A character that is neither Chinese nor a space between surname and given name.
    case notHan(String)
    /// The span does not begin with a surname.
    case noSurname(String)
    /// Too many or too few characters behind the surname.
    case givenNameLength(surname: String, given: String)
    /// A name set wide that begins in the middle of other words.
    case notSetOff
    /// A character that transliterations are not written with.
    case noTransliteration(String)
    /// No entry of the rule's heads ends where the span ends.
    case noHead
    /// A longer head ends there, which takes precedence.
    case coveredHead(String, by: String)
    /// A mark or a bracket that no name has inside.
    case cannotStandInside(String)
    /// A reading was found, but it is too far behind the plain words to be proposed.
    case behindPlainWords(by: Float, allowed: Float, contributions: [Contribution])
    /// Other beginnings before the same head were better, and only so many are kept.
    case crowdedOut(most: Int)
    /// The span does not begin with a known place.
    case noPlaceBegins
    /// A known place begins the span, but none goes on from there to its end.
    case noPlaceFollows(String)
    /// Two known places stand side by side, the second not within the first.
    case notWithin(inner: String, outer: String)
    /// No dictionary lists it as a name; the groups it is listed in otherwise.
    case notListed(groups: [String])
    /// It does not stand between quotation marks.
    case notQuoted
    /// What stands between quotation marks does not end in the head of a project.
    case noProjectHead
    /// The text establishes no longer name that it might be short for.
    case nothingEstablished
    /// It stands in no byline or credit.
    case notCredited
    /// No list of companies (等企业) ends behind it.
    case noCompanyList
    /// No word before it introduces it as a short name.
    case notIntroduced
    /// Neither a post with its person nor a founding with its date stands behind it.
    case noPostBehind
    /// The words around and inside it rather make something else of it: ln odds of a name of that
    /// type by learned weights alone.
    case readOtherwise(EntityType, odds: Float)
    /// The rule needs learned weights, and the seeds have none.
    case noWeights
  }
}

extension Recogniser {
  /// Why a span of a page is a name or is none.
  /// - Parameters:
  ///   - span: Raw code points of the page's document.
  ///   - page: The page.
  ///   - type: Only candidates of this type; `nil` for any.
  /// - Returns: The verdict of the reading that stands, with the reasons.
  public func verdict(on span: TextSpan, of page: Page, as type: EntityType? = nil) -> NameVerdict {
    let typeIndex = type.map { types.index(of: $0) }
    let notes = observe(page, explaining: true) { trace in
      trace.local(ofRaw: span).map { self.verdict(on: $0, in: trace, type: typeIndex) }
    }.notes
    let verdicts = page.articles.flatMap { notes[$0.number] ?? [] }
    return verdicts.lazy.compactMap(\.self).first ?? .acrossSentences
  }

  private func verdict(on range: Range<Int>, in trace: StretchTrace, type: Int8?) -> NameVerdict {
    for case .name(let index) in trace.path where trace.range(of: .name(index)) == range {
      guard type == nil || trace.lattice.candidates[index].type == type else { continue }
      return .found(trace.competition(of: index, named: self))
    }
    if let index = trace.bestCandidate(over: range, type: type) {
      return .overruled(trace.competition(through: index, named: self))
    }
    let reading = trace.path.filter { trace.range(of: $0).overlaps(range) }
    return .notProposed(
      reading: reading.map { trace.traced($0, self) },
      obstacles: ObstacleFinder(recogniser: self, trace: trace, range: range).obstacles(type: type))
  }
}

extension StretchTrace {
  /// Positions within the stretch of a raw span that begins and ends with characters of it.
  fileprivate func local(ofRaw raw: TextSpan) -> Range<Int>? {
    guard !raw.isEmpty, !span.isEmpty, let start = position(ofRaw: raw.start),
      let last = position(ofRaw: raw.end - 1)
    else { return nil }
    return start..<last + 1
  }

  /// Binary search, as raw offsets ascend.
  private func position(ofRaw offset: Int) -> Int? {
    var low = span.start
    var high = span.end
    while low < high {
      let middle = (low + high) / 2
      if article.rawOffsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < span.end && article.rawOffsets[low] == offset ? low - span.start : nil
  }
}
