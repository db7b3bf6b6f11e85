import NewsText
import Recognition

/// Names as they are compared with each other.
extension NameLinker {
  /// The head of the company whose seat a name means: 甲有限公司总部 is the company.
  static func company(of mention: Mention, in reading: ArticleReading) -> TextSpan? {
    let span = mention.span
    guard mention.type == .organization else { return nil }
    for seat in span.range {
      // 有限公司总部 ends in 公司总部 too, before which there is no company.
      let isSeat = reading.anyMark(at: seat) {
        Int($0.end) == span.end && reading.cues.headquarters.contains($0.group)
      }
      if isSeat,
        let head = reading.start(
          of: reading.cues.companyHeads, endingAt: seat, notBefore: span.start)
      {
        return TextSpan(head, seat)
      }
    }
    return nil
  }

  /// A mention as short forms are compared.
  static func name(_ mention: Mention, _ shape: NameShape, in reading: ArticleReading)
    -> ShortForm.Name
  {
    var start = mention.span.start
    var end = mention.span.end
    if end - start > 2, Punctuation.opensQuote(reading.text[start]),
      Punctuation.closesQuote(reading.text[end - 1])
    {
      start += 1
      end -= 1
    }
    let seated = company(of: mention, in: reading)
    end = seated?.end ?? end
    func offset(_ position: Int) -> Int { min(max(0, position - start), end - start) }
    var boundaries = shape.units.map { offset($0.span.end) } + shape.innerBodyEnds.map(offset)
    if shape.finalHeadStart < end { boundaries.append(offset(shape.finalHeadStart)) }
    var placeEnd = 0
    if let state = reading.end(of: reading.cues.states, at: start), state < end {
      placeEnd = offset(state)
      boundaries.append(placeEnd)
    }
    if mention.type == .project,
      let edition = NameLinker.edition(in: reading, from: max(start, shape.bodyStart), to: end)
    {
      boundaries.append(offset(edition))
    }
    for position in start..<end where Punctuation.closesQuote(reading.text[position]) {
      boundaries.append(offset(position + 1))
    }
    var name = ShortForm.Name(
      scalars: Array(reading.text[start..<end]), boundaries: boundaries,
      bodyStart: offset(shape.bodyStart), headStart: offset(seated?.start ?? shape.finalHeadStart),
      isCompany: seated != nil
        || shape.finalHead.map(reading.cues.companyHeads.contains) ?? false,
      bodyEnds: shape.innerBodyEnds.map(offset), elidedLevel: shape.elidedLevel)
    name.placeEnd = placeEnd
    name.innerPlaces = shape.innerUnits.map { offset($0.span.start) }
    name.isSchool = shape.finalHead.map(reading.cues.schools.contains) ?? false
    name.legalStart = reading.start(
      of: reading.cues.legalForms, endingAt: end, notBefore: start
    ).map(offset)
    return name
  }

  /// The end of 第六届 or 首届 at the beginning of an activity's name, which is known without it too.
  static func edition(in reading: ArticleReading, from start: Int, to end: Int) -> Int? {
    guard start < end, "第首".unicodeScalars.contains(reading.text[start]) else { return nil }
    return (start + 1..<min(end, start + 6)).first { reading.text[$0] == "届" }.map { $0 + 1 }
  }
}
