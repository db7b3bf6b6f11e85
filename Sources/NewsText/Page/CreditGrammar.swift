/// Tells which names belong to which role: roles stand before their names (记者 甲 乙), after
/// them (甲 乙 摄, 甲/文), or on both sides (本报记者 甲 摄).
struct CreditGrammar {
  private let parts: [CreditPart]
  private var credits: [ReadCredit] = []
  private var names: [Range<Int>] = []
  private var hasBody = false
  /// The role before the names being collected.
  private var open: (role: CreditRole, range: Range<Int>)?
  private var hasRole = false
  private var isFaulty = false

  init(parts: [CreditPart]) { self.parts = parts }

  /// The credits, or `nil` where roles and names do not fit together.
  mutating func parse() -> CreditLine? {
    for (index, part) in parts.enumerated() {
      guard let role = part.role else {
        names.append(part.range)
        if part.kind == .body { hasBody = true }
        continue
      }
      hasRole = true
      guard take(role, part, at: index) else { return nil }
    }
    guard hasRole else { return bareNames() }
    if !names.isEmpty { closeNames() }
    return credits.isEmpty || isFaulty ? nil : CreditLine(credits: credits)
  }

  private mutating func take(_ role: CreditRole, _ part: CreditPart, at index: Int) -> Bool {
    guard !names.isEmpty else {
      if role.mayFollow, extendLast(role, part) { return true }
      guard role.mayPrecede || role.mayFollow else { return false }
      combine(role, part)
      return true
    }
    if role.mayFollow, !belongsToFollowing(role, part, at: index) {
      finish(works: role.works, after: (role, part.range))
    } else {
      closeNames()
      open = (role, part.range)
    }
    return true
  }

  /// 「文/图 本报记者 甲」: roles before one name add up.
  private mutating func combine(_ role: CreditRole, _ part: CreditPart) {
    guard let before = open else {
      open = (role, part.range)
      return
    }
    var united = role
    united.works = before.role.works + role.works.filter { !before.role.works.contains($0) }
    united.isSupply = before.role.isSupply || role.isSupply
    // 本报记者 says more than 文.
    let range = before.range.count > part.range.count ? before.range : part.range
    open = (united, range)
  }

  /// 「甲 文/图」: a second role after the same names.
  private mutating func extendLast(_ role: CreditRole, _ part: CreditPart) -> Bool {
    guard open == nil, let last = credits.last, let lastRole = last.role,
      part.separator == .slash || part.separator == .comma || part.separator == .space,
      lastRole.upperBound <= part.range.lowerBound
    else { return false }
    for work in role.works
    where !credits.contains(where: { $0.names == last.names && $0.work == work }) {
      credits.append(ReadCredit(work: work, role: part.range, names: last.names))
    }
    return true
  }

  /// Whether a role that may stand on either side belongs to the names after it.
  private func belongsToFollowing(_ role: CreditRole, _ part: CreditPart, at index: Int) -> Bool {
    guard role.mayPrecede || part.next == .slash, index + 1 < parts.count,
      parts[index + 1].role == nil
    else { return false }
    if part.separator == .slash { return false }
    if part.next == .slash || part.next == .colon { return true }
    return role.mayPrecede && parts[0].role != nil
  }

  /// Names that no role follows: they belong to the role before, or are bare writers.
  private mutating func closeNames() { finish(works: open?.role.works ?? [.text], after: nil) }

  private mutating func finish(
    works: [Credit.Work], after: (role: CreditRole, range: Range<Int>)?
  ) {
    let role = open?.range ?? after?.range
    // A body without any role is no credit.
    if hasBody, role == nil { isFaulty = true }
    let isPerson = !hasBody && open?.role.isSource != true
    for work in works {
      credits.append(ReadCredit(work: work, role: role, names: names, isPerson: isPerson))
    }
    names = []
    hasBody = false
    open = nil
  }

  /// A list of names: at most four.
  private func bareNames() -> CreditLine? {
    guard (1...4).contains(names.count),
      parts.allSatisfy({ $0.isBareName && $0.separator != .colon && $0.separator != .slash })
    else { return nil }
    let credit = ReadCredit(work: .text, role: nil, names: names)
    return CreditLine(credits: [credit], isBare: true)
  }
}
