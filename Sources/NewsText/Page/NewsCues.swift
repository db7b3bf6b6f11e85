/// The words that tell the parts of a page apart: roles in bylines and credits, datelines,
/// beginnings of captions, column names, the printer's line.
///
/// They come from the dictionary groups `press.*` (`seeds/dictionary/press.tsv` explains each);
/// entries of other groups are ignored.
public struct NewsCues: Sendable {
  /// Groups of the dictionary that are read here.
  public enum Group: Int, Sendable, CaseIterable {
    /// 记者, 通讯员: before a writer's name, also at the end of a longer word (本报特约通讯员).
    case textRole
    /// 文, 撰文: after a writer's name.
    case textRoleAfter
    /// 摄影: before a photographer's name.
    case photographRole
    /// 摄, 图: after a photographer's name.
    case photographRoleAfter
    /// 摄影报道: after the name of one who wrote and photographed.
    case reportRoleAfter
    /// 漫画: before a draughtsman's name.
    case drawingRole
    /// 绘: after a draughtsman's name.
    case drawingRoleAfter
    /// 视频: before the name of one who filmed.
    case videoRole
    /// 责编, 校对: before the names of those who made the page.
    case editingRole
    /// 来源, 据: before the name of a medium.
    case sourceRole
    /// Roles that may follow a name without a space: 孟文虎摄.
    case attachedRole
    /// 图片由: before a supplier.
    case supplyBefore
    /// 供图: after a supplier, person or body.
    case supplyAfter
    /// Last characters of a body rather than a person: 区, 局, 公司.
    case bodyEnd
    /// 新华社: agencies and papers, as sources and in datelines.
    case agency
    /// 本报: what a dateline begins with.
    case datelineStart
    /// 报, 网: what stands before 讯 in the dateline of any paper.
    case datelineMedium
    /// 讯: what a dateline ends with.
    case datelineEnd
    /// 电: what the dateline of an agency, or of our own correspondent, ends with.
    case agencyDatelineEnd
    /// 电, 报道: after the name of a source.
    case sourceAfter
    /// 图为: what a caption begins with.
    case captionStart
    /// 现场图: what a caption ends with.
    case captionEnd
    /// 副刊, 要闻: words column names consist of.
    case label
    /// 公告, 启事: what the headline of a notice ends with.
    case noticeEnd
    /// 新闻热线, 邮发代号: what a printer's line begins with.
    case imprint
    /// Short words on a line of their own that are no names: 编者按.
    case notAName
    /// 预计, 将: the time after it has not come yet.
    case future
    /// 到, 至: stand right before a time that has not come.
    case until
    /// 以来: the time before it has not ended.
    case current

    /// The group's name in the dictionary.
    public var name: String {
      switch self {
      case .textRole: "press.role.text"
      case .textRoleAfter: "press.role.text.after"
      case .photographRole: "press.role.photograph"
      case .photographRoleAfter: "press.role.photograph.after"
      case .reportRoleAfter: "press.role.report.after"
      case .drawingRole: "press.role.drawing"
      case .drawingRoleAfter: "press.role.drawing.after"
      case .videoRole: "press.role.video"
      case .editingRole: "press.role.editing"
      case .sourceRole: "press.role.source"
      case .attachedRole: "press.role.attached"
      case .supplyBefore: "press.supply.before"
      case .supplyAfter: "press.supply.after"
      case .bodyEnd: "press.body.end"
      case .agency: "press.agency"
      case .datelineStart: "press.dateline.start"
      case .datelineMedium: "press.dateline.medium"
      case .datelineEnd: "press.dateline.end"
      case .agencyDatelineEnd: "press.dateline.end.agency"
      case .sourceAfter: "press.source.after"
      case .captionStart: "press.caption.start"
      case .captionEnd: "press.caption.end"
      case .label: "press.label"
      case .noticeEnd: "press.notice.end"
      case .imprint: "press.imprint"
      case .notAName: "press.not-a-name"
      case .future: "press.time.future"
      case .until: "press.time.until"
      case .current: "press.time.current"
      }
    }
  }

  private let sets: [CueSet]

  /// Builds the cues from dictionary entries, in any order. They are found in both spellings.
  ///
  /// - Parameters:
  ///   - entries: entries of any groups.
  ///   - simplified: the simplified form of a character (`記` → `记`), itself where it has no other.
  public init(
    entries: [(group: String, entry: String)],
    simplified: (Unicode.Scalar) -> Unicode.Scalar = { $0 }
  ) {
    let groups = Dictionary(uniqueKeysWithValues: Group.allCases.map { ($0.name, $0) })
    var words = [[String]](repeating: [], count: Group.allCases.count)
    for (name, entry) in entries {
      if let group = groups[name] { words[group.rawValue].append(entry) }
    }
    let spelling = Spelling(simplified)
    sets = words.map { CueSet($0, spelling: spelling) }
  }

  subscript(group: Group) -> CueSet { sets[group.rawValue] }
}
