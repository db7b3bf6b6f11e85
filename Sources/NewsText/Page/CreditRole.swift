/// A word that says what somebody made, and on which side of the name it stands.
struct CreditRole: Equatable {
  var works: [Credit.Work]
  var mayPrecede: Bool
  var mayFollow: Bool
  /// 供图: what it names may be a body.
  var isSupply = false
  /// 来源: what it names is a medium.
  var isSource = false

  private static let before: [(NewsCues.Group, [Credit.Work])] = [
    (.textRole, [.text]), (.photographRole, [.photograph]), (.drawingRole, [.drawing]),
    (.videoRole, [.video]), (.editingRole, [.editing]), (.sourceRole, [.text]),
  ]
  private static let after: [(NewsCues.Group, [Credit.Work])] = [
    (.reportRoleAfter, [.text, .photograph]), (.textRoleAfter, [.text]),
    (.photographRoleAfter, [.photograph]), (.drawingRoleAfter, [.drawing]),
  ]

  /// The role that `text[range]` is, letter for letter.
  init?(exactly text: [Unicode.Scalar], _ range: Range<Int>, _ cues: NewsCues) {
    let preceding = CreditRole.before.first { cues[$0.0].contains(text, range) }
    let following = CreditRole.after.first { cues[$0.0].contains(text, range) }
    guard let works = following?.1 ?? preceding?.1 else { return nil }
    self.init(works: works, mayPrecede: preceding != nil, mayFollow: following != nil)
    isSupply = cues[.supplyAfter].contains(text, range)
    isSource = preceding?.0 == .sourceRole
  }

  /// The role that a longer word ends with: 本报特约通讯员, 新华社记者, 特约摄影.
  init?(endOf text: [Unicode.Scalar], _ range: Range<Int>, _ cues: NewsCues) {
    guard range.count <= 14 else { return nil }
    for (group, works) in CreditRole.before where group != .sourceRole && group != .editingRole {
      guard let length = cues[group].suffixLength(of: text, range), length >= 2 else { continue }
      self.init(works: works, mayPrecede: true, mayFollow: false)
      return
    }
    // 本版责编, 二版编辑.
    guard range.count <= 8, let length = cues[.editingRole].suffixLength(of: text, range),
      length >= 2
    else { return nil }
    self.init(works: [.editing], mayPrecede: true, mayFollow: false)
  }

  private init(works: [Credit.Work], mayPrecede: Bool, mayFollow: Bool) {
    self.works = works
    self.mayPrecede = mayPrecede
    self.mayFollow = mayFollow
  }
}
