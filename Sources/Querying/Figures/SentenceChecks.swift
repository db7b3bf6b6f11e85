import Lexicon
import Linking
import TripleStore

/// Looks at the figures of one sentence together.
///
/// A semicolon ends what figures have to do with one another.
struct SentenceChecks {
  let rules: FigureRules
  /// The sentence.
  private let text: [Unicode.Scalar]
  /// Its figures from left to right.
  private let figures: [FigureReading]
  /// What was found.
  private(set) var findings: [FigureFinding] = []

  /// Checks the figures of a sentence.
  init(_ figures: [FigureReading], rules: FigureRules) {
    self.rules = rules
    self.figures = figures.sorted { ($0.end, $0.statement.id) < ($1.end, $1.statement.id) }
    text = Array((figures.first?.evidence.sentence ?? "").unicodeScalars)
    for rule in rules.rules {
      switch rule.check {
      case .bound: bound(rule)
      case .ratio, .beside: ratio(rule)
      case .price: price(rule)
      case .pace: pace(rule)
      case .rate: rate(rule)
      case .part: part(rule)
      case .unit: break
      }
    }
  }

  private mutating func bound(_ rule: FigureRule) {
    for figure in figures where rule.concerns(figure, rules) {
      let value = figure.inBaseUnit(rules).value
      judge(.bound, value, [figure], rule)
    }
  }

  private mutating func ratio(_ rule: FigureRule) {
    for figure in figures where rule.concerns(figure, rules) {
      let others = figures.filter {
        $0 != figure && rule.concernsOther($0, rules)
          && (rule.check == .beside ? areSideBySide(figure, $0) : areTogether(figure, $0))
      }
      guard
        let other = others.min(by: { abs($0.end - figure.end) < abs($1.end - figure.end) })
      else { continue }
      let value = figure.inBaseUnit(rules).value
      let base = other.inBaseUnit(rules).value
      guard base > 0 else { continue }
      judge(.ratio, value / base, [figure, other], rule)
    }
  }

  /// Adds a finding unless the value lies within the rule's bounds.
  private mutating func judge(
    _ kind: FigureFinding.Kind, _ value: Double, _ figures: [FigureReading], _ rule: FigureRule
  ) {
    let bounds = (rule.least ?? 0)...max(rule.least ?? 0, rule.most ?? .infinity)
    guard !bounds.contains(value) else { return }
    let isBelow = value < bounds.lowerBound
    let isTooMany = bounds.lowerBound > 0 && bounds.contains(value / 10_000)
    let shift = isBelow && bounds.contains(value * 10_000) ? 1 : isTooMany ? -1 : 0
    findings.append(
      FigureFinding(
        kind, figures, found: value, expected: bounds, note: rule.note,
        missingTenThousands: kind == .ratio ? shift : 0))
  }

  /// Each price, its quantity and the total.
  private mutating func price(_ rule: FigureRule) {
    let factor = rule.most ?? 1
    for price in prices(rule) {
      for total in figures
      where total.unit.hasSuffix("元") && rule.otherNames.contains(where: total.name.contains) {
        let quantities = figures.filter { quantity in
          quantity != total && areTogether(quantity, total)
            && quantity.inBaseUnit(rules).unit == (rules.units[price.unit]?.base ?? price.unit)
        }
        guard quantities.count == 1, let quantity = quantities.first else { continue }
        let perBase = price.value / (rules.units[price.unit]?.factor ?? 1)
        let product = perBase * quantity.inBaseUnit(rules).value
        guard product > 0, total.number > 0 else { continue }
        let ratio = max(product / total.number, total.number / product)
        guard ratio > factor else { continue }
        findings.append(
          FigureFinding(
            .price, [quantity, total], found: product, expected: total.range, note: rule.note))
      }
    }
  }

  /// 每公斤6元, 6元/公斤: prices in the sentence, whether or not the graph has them.
  private func prices(_ rule: FigureRule) -> [(value: Double, unit: String)] {
    var result: [(Double, String)] = []
    for figure in figures {
      let parts = figure.unit.split(separator: "/")
      if parts.count == 2, parts[0].hasSuffix("元") {
        result.append((figure.number, String(parts[1])))
      }
    }
    for word in rule.names {
      let mark = Array(word.unicodeScalars)
      for range in text.ranges(of: mark) {
        for length in 1...3 {
          let start = range.upperBound + length
          guard start < text.count, let number = PrintedNumber(in: text, at: start),
            number.end < text.count, text[number.end] == "元"
          else { continue }
          let unit = String(String.UnicodeScalarView(text[range.upperBound..<start]))
          result.append((number.value, unit))
          break
        }
      }
    }
    return result
  }

  private mutating func pace(_ rule: FigureRule) {
    let days = rule.most ?? 365
    for year in figures where year.statement.qualifier("period") == "year" {
      for day in figures where day != year && areTogether(year, day) {
        guard day.statement.qualifier("period") == "day", year.number > 0 else { continue }
        let product = day.number * days
        guard !(0.9...1.1).contains(product / year.number) else { continue }
        findings.append(
          FigureFinding(
            .pace, [year, day], found: product, expected: year.range, note: rule.note))
      }
    }
  }

  /// 「项目14个，已投产6个，投产率64.52%」
  private mutating func rate(_ rule: FigureRule) {
    let tolerance = rule.most ?? 1
    for share in figures {
      guard rule.units.isEmpty || rule.units.contains(share.unit),
        let suffix = rule.names.first(where: share.name.hasSuffix)
      else { continue }
      let stem = String(share.name.dropLast(suffix.count))
      guard stem.count >= 2 else { continue }
      let parts = figures.filter {
        $0.end < share.end && $0.name.hasSuffix(stem) && areTogether($0, share)
      }
      let pairs = parts.flatMap { part in wholes(of: part).map { (part: part, whole: $0) } }
      guard let last = pairs.last else { continue }
      func rate(_ pair: (part: FigureReading, whole: FigureReading)) -> Double {
        pair.part.number / pair.whole.number * 100
      }
      let isTrue = allPairs(before: share).contains {
        abs(rate($0) - share.number) <= tolerance
      }
      guard !isTrue else { continue }
      findings.append(
        FigureFinding(
          .rate, [last.whole, last.part, share], found: rate(last),
          expected: share.number...share.number, note: rule.note))
    }
  }

  /// Figures of the same unit before a part that it may be part of, nearest last.
  private func wholes(of part: FigureReading) -> [FigureReading] {
    figures.filter {
      $0.end < part.end && $0.unit == part.unit && $0.number >= part.number && $0.number > 0
        && areTogether($0, part)
    }
  }

  /// Any two figures of one unit before a share that it may be the quotient of.
  private func allPairs(
    before share: FigureReading
  ) -> [(part: FigureReading, whole: FigureReading)] {
    figures.filter { $0.end < share.end && areTogether($0, share) }
      .flatMap { part in wholes(of: part).map { (part, $0) } }
  }

  /// 「总投资3亿元，其中设备5亿元」
  private mutating func part(_ rule: FigureRule) {
    for word in rule.names {
      for mark in text.ranges(of: Array(word.unicodeScalars)) {
        for part in figures where part.end > mark.upperBound {
          let totals = figures.filter {
            $0.end <= mark.lowerBound && $0.unit == part.unit && areTogether($0, part)
          }
          // Behind a further mark, or another sentence of the same thought, it is not this part.
          guard !part.unit.isEmpty, part.unit != "%", let total = totals.last,
            !text[mark.upperBound..<part.end].contains(where: Self.endsThought),
            part.range.lowerBound > total.range.upperBound
          else { continue }
          findings.append(FigureFinding(.part, [total, part], note: rule.note))
        }
      }
    }
  }

  private static func endsThought(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "；" || scalar == "。"
  }

  /// Whether no semicolon stands between two figures.
  private func areTogether(_ left: FigureReading, _ right: FigureReading) -> Bool {
    let range = min(left.end, right.end)..<max(left.end, right.end)
    return !text[range].contains(where: Self.endsThought)
  }

  /// Whether nothing but a comma of a list stands between two figures.
  private func areSideBySide(_ left: FigureReading, _ right: FigureReading) -> Bool {
    let (first, second) = left.end < right.end ? (left, right) : (right, left)
    let length = second.statement.object.text.unicodeScalars.count
    return areTogether(left, right) && (0...1).contains(second.end - length - first.end)
  }
}
