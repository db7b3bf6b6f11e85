import NewsText
import Recognition

/// The subject of a clause: the name it begins with, the person behind a post, a head noun.
extension Topics {
  /// The end of 半年多来, 三年间.
  func elapsed(at position: Int) -> Int? {
    let quantity = Int(reading.quantityAt[position])
    guard quantity >= 0, reading.cues.figures.timeUnits.contains(reading.quantities[quantity].group)
    else {
      return nil
    }
    var end = reading.quantities[quantity].span.end
    while end < reading.text.count, reading.text[end] == "多" { end += 1 }
    switch end < reading.text.count ? reading.text[end] : " " {
    case "来", "间", "内", "后", "前": return end + 1
    default: return nil
    }
  }

  func subject(of span: TextSpan, employers: [Int: Int]) -> Subject? {
    let lead = lead(of: span)
    guard lead < span.end else { return nil }
    if reading.end(of: reading.cues.delegations, at: lead) != nil { return nil }
    if let headed = headNoun(of: span, from: lead) { return headed }
    if let end = reading.end(of: reading.cues.occasions, at: lead),
      let occasion = topic(at: lead, types: [.project])
    {
      return Subject(entity: occasion.entity, type: .project, span: TextSpan(lead, end))
    }
    if onlyHosts(span) { return nil }
    if reading.text[lead] == "由" { return nil }
    if reading.end(of: reading.cues.locatives, at: lead) != nil { return nil }
    if reading.mentionAt[lead] >= 0 {
      return named(from: lead, in: span, employers: employers)
    }
    if let anaphor = anaphor(at: lead) { return anaphor }
    return person(after: lead, in: span, employers: employers)
  }

  /// Whether the clause only adds a host or builder: 河阳县文化馆承办. The topic stays.
  func onlyHosts(_ span: TextSpan) -> Bool {
    guard reading.mention(at: lead(of: span))?.mention.type == .organization else { return false }
    for start in stride(from: span.end - 1, through: max(span.start, span.end - 6), by: -1) {
      guard reading.mentionOver[start] < 0 else { return false }
      let isRole = reading.anyMark(at: start) {
        Int($0.end) == span.end && reading.cues.hosting.contains($0.group)
      }
      if isRole, start > span.start {
        let before = Int(reading.mentionOver[start - 1])
        if before >= 0, reading.mentions[before].type == .organization { return true }
      }
    }
    return false
  }

  /// A name at the beginning; with a post and a person behind it, the person.
  func named(from lead: Int, in span: TextSpan, employers: [Int: Int]) -> Subject? {
    guard let (index, mention) = reading.mention(at: lead) else { return nil }
    if isBeside(mention, in: span) { return nil }
    if let kin = Topics.kin(after: mention, in: reading, limit: span.end) {
      if kin < span.end, let (relative, _) = reading.mention(at: kin), isKin(relative, of: mention)
      {
        return subject(relative, employers: employers, limit: span.end)
      }
      // 甲旗下的一家机构, 甲夫人: the clause only says what was named before it.
      if mention.type == .organization || kin == span.end { return nil }
    }
    if mention.type != .person,
      let person = person(after: mention.span.end, in: span, employers: employers)
    {
      return person
    }
    let head = mention.type == .place ? body(of: mention, in: span) ?? index : index
    return subject(head, employers: employers, limit: span.end)
  }

  /// 河阳县的甲公司, 青石镇企业甲公司: the body that a place stands before.
  private func body(of place: Mention, in span: TextSpan) -> Int? {
    var position = place.span.end
    let limit = min(span.end - 1, position + 6)
    while position < limit, reading.mentionAt[position] < 0 { position += 1 }
    let next = Int(reading.mentionAt[position])
    guard next >= 0, reading.mentions[next].type == .organization, position > place.span.end else {
      return nil
    }
    let words = reading.printed(TextSpan(place.span.end, position))
    return words == "的" || words.hasSuffix("企业") ? next : nil
  }

  /// Whether a clause only says where something is: 青石河西侧.
  private func isBeside(_ place: Mention, in span: TextSpan) -> Bool {
    place.type == .place && (1...4).contains(span.end - place.span.end)
      && "侧畔旁边岸东西南北".unicodeScalars.contains(reading.text[span.end - 1])
  }

  private func isKin(_ relative: Int, of mention: Mention) -> Bool {
    let type = reading.mentions[relative].type
    return mention.type == .person ? type == .person : type == .organization || type == .project
  }

  /// A person close behind posts: 县长田文亮, 技术总监何志清, 党工委委员、武装部部长王远.
  func person(after start: Int, in span: TextSpan, employers: [Int: Int]) -> Subject? {
    var start = start
    var position = start
    while position < min(span.end, start + 16) {
      guard let (index, mention) = reading.mention(at: position) else {
        position += 1
        continue
      }
      if mention.type == .person {
        return endsPost(position, from: start)
          ? subject(index, employers: employers, limit: span.end) : nil
      }
      guard position > start + 1, "、兼".unicodeScalars.contains(reading.text[position - 1]),
        endsPost(position - 1, from: start)
      else { return nil }
      start = mention.span.end
      position = start
    }
    return nil
  }

  /// Whether a post or kind of people ends at `position`.
  private func endsPost(_ position: Int, from start: Int) -> Bool {
    reading.start(of: reading.cues.titles, endingAt: position, notBefore: start) != nil
      || reading.start(of: reading.cues.kinds, endingAt: position, notBefore: start) != nil
  }

  func subject(_ index: Int, employers: [Int: Int], limit: Int) -> Subject {
    let mention = reading.mentions[index]
    var subject = Subject(entity: entities[index], type: mention.type, span: mention.span)
    if mention.type == .person {
      subject.employer = employers[index]
      var position = mention.span.end
      while position < min(limit, mention.span.end + 6) {
        if reading.end(of: reading.cues.speech, at: position) != nil { subject.isSpeaking = true }
        position += 1
      }
    }
    return subject
  }

  /// Whether 他 or 她 begins at `position`: 她主持的剧团 is about the troupe.
  private func standsForPerson(_ position: Int) -> Bool {
    let kind = Int(reading.anaphorAt[position])
    return kind >= 0 && reading.cues.anaphors[kind].type == .person
  }

  /// 由甲投资建设的乙项目正在…: the head noun after 的 is the subject, not the agent before it.
  func headNoun(of span: TextSpan, from lead: Int) -> Subject? {
    guard
      reading.mentionAt[lead] >= 0 || standsForPerson(lead) || reading.text[lead] == "由"
        || reading.text[lead] == "总"
    else { return nil }
    for position in lead..<span.end where reading.text[position] == "的" {
      guard position + 1 < span.end, let (index, mention) = reading.mention(at: position + 1),
        mention.type == .project || mention.type == .organization && reading.mentionAt[lead] < 0,
        mention.span.end < span.end
      else { continue }
      return Subject(entity: entities[index], type: mention.type, span: mention.span)
    }
    return nil
  }
}
