import NewsText
import Recognition

/// What the names of works say of those who build them.
extension NameLinker {
  /// 河阳县第二医院|迁建项目: the school or hospital whose house is built anew undertakes the work, while a
  /// works (河阳县水厂扩建工程) is what others build; `structure.work-name`.
  mutating func linkBuilder(_ index: Int, _ mention: Mention) {
    let span = mention.span
    guard
      let work = (span.start..<span.end).first(where: {
        reading.end(of: reading.cues.rebuildings, at: $0) != nil
      }), work - span.start > 3,
      reading.start(of: reading.cues.housed, endingAt: work, notBefore: span.start + 2) != nil
    else { return }
    let builder = body(TextSpan(span.start, work), of: shapes[index])
    add(
      PredicateName(rawValue: "undertakes"), builder, entities[index], span,
      rule: "structure.work-name", score: 0.6)
  }
}
