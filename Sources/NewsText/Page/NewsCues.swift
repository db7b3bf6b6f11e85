/// The words that tell the parts of a page apart: roles in bylines and credits, datelines,
/// beginnings of captions, column names, the printer's line.
///
/// They come from the dictionary groups `press.*` (`seeds/dictionary/press.tsv` explains each);
/// entries of other groups are ignored.
public struct NewsCues: Sendable {
  /// Groups of the dictionary that are read here.
  public enum Group: String, Sendable, CaseIterable {
    /// 记者, 通讯员: before a writer's name, also at the end of a longer word (本报特约通讯员).
    case textRole = "press.role.text"
    /// 文, 撰文: after a writer's name.
    case textRoleAfter = "press.role.text.after"
    /// 摄影: before a photographer's name.
    case photographRole = "press.role.photograph"
    /// 摄, 图: after a photographer's name.
    case photographRoleAfter = "press.role.photograph.after"
    /// 摄影报道: after the name of one who wrote and photographed.
    case reportRoleAfter = "press.role.report.after"
    /// 漫画: before a draughtsman's name.
    case drawingRole = "press.role.drawing"
    /// 绘: after a draughtsman's name.
    case drawingRoleAfter = "press.role.drawing.after"
    /// 视频: before the name of one who filmed.
    case videoRole = "press.role.video"
    /// 责编, 校对: before the names of those who made the page.
    case editingRole = "press.role.editing"
    /// 来源, 据: before the name of a medium.
    case sourceRole = "press.role.source"
    /// Roles that may follow a name without a space: 孟文虎摄.
    case attachedRole = "press.role.attached"
    /// 图片由: before a supplier.
    case supplyBefore = "press.supply.before"
    /// 供图: after a supplier, person or body.
    case supplyAfter = "press.supply.after"
    /// Last characters of a body rather than a person: 区, 局, 公司.
    case bodyEnd = "press.body.end"
    /// 新华社: agencies and papers, as sources and in datelines.
    case agency = "press.agency"
    /// 本报: what a dateline begins with.
    case datelineStart = "press.dateline.start"
    /// 报, 网: what stands before 讯 in the dateline of any paper.
    case datelineMedium = "press.dateline.medium"
    /// 讯, 电: what a dateline ends with.
    case datelineEnd = "press.dateline.end"
    /// 图为: what a caption begins with.
    case captionStart = "press.caption.start"
    /// 现场图: what a caption ends with.
    case captionEnd = "press.caption.end"
    /// 副刊, 要闻: words column names consist of.
    case label = "press.label"
    /// 公告, 启事: what the headline of a notice ends with.
    case noticeEnd = "press.notice.end"
    /// 新闻热线, 邮发代号: what a printer's line begins with.
    case imprint = "press.imprint"
    /// Short words on a line of their own that are no names: 编者按.
    case notAName = "press.not-a-name"
    /// 预计, 将: the time after it has not come yet.
    case future = "press.time.future"
    /// 以来: the time before it has not ended.
    case current = "press.time.current"
  }

  private let sets: [CueSet]

  /// Builds the cues from dictionary entries, in any order.
  public init(entries: [(group: String, entry: String)]) {
    var words: [Group: [String]] = [:]
    for (name, entry) in entries {
      if let group = Group(rawValue: name) { words[group, default: []].append(entry) }
    }
    sets = Group.allCases.map { CueSet(words[$0] ?? []) }
  }

  subscript(group: Group) -> CueSet { sets[group.index] }
}

extension NewsCues.Group {
  /// Position in ``allCases``.
  fileprivate var index: Int { NewsCues.Group.positions[self] ?? 0 }
  private static let positions: [NewsCues.Group: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
