import SeededNumbers

/// Damages texts at random: cuts, doubles, swaps and inserts what breaks readers.
struct Mutation {
  /// Texts of ours with what pages have: marks, bylines, captions, lists, figures, quotations.
  static let texts = [
    "# 平川县图书节开幕\n\n本报讯(记者 周立新)11月3日，由平川县文化和旅游局主办的“满城书香”图书节在红石镇开幕。县长何俊杰、副县长罗美玲等出席。\n\n"
      + "图：读者在挑选新书。孙大山 摄\n\n责任编辑：林小北\n",
    "山西岚禾新材料科技有限公司(以下简称“岚禾”)今年投资3.5亿元扩建厂房，预计2026年12月投产。该公司董事长欧阳明说：“产值将增长20%以上！”\n",
    "总统弗拉基米尔·伊万诺夫抵达北京。AC/DC、Open News、7-11等企业赴甲市、乙县考察；他们说，《山·海》很好。\n",
    "{\"id\":\"1\",\"text\":\"臺灣風電廠投產。\\ud83d\\ude00\\n周 立 新說。\",\"date\":\"2025-11-20\"}\n",
    "一、二、三、王明、李红、赵文静等20余人参加，捐款50万元，同比增长３.５％。\r\n\r\n——记平川县第一小学\r\n",
  ]

  private static let pieces = [
    "\u{0}", "\u{7}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{200D}", "👨‍👩‍👧", "😀", "𠮷", "\u{301}",
    "\u{FFFD}", "\u{E000}",
    "\n", "\r", "\n\n\n\n", "\u{2028}", "\u{85}", "　　", "# ", "#", "##", "![](x)", "---", "“", "”",
    "（", "）", "《", "》",
    "、", "。", "！？", "；", "：", "·", "—", "县", "公司", "村", "王", "的", "说", "2025年13月99日",
    "99999999999999999999",
    "３０％", "万亿元", "\\ud83d", "\\udc00\\u4e09", "\\", "\"", "{", "}", "A", "１",
  ]

  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// The next damaged text.
  mutating func next() -> [UInt8] {
    var scalars = Array(pick(Self.texts).unicodeScalars)
    for _ in 0..<Int.random(in: 1...8, using: &generator) { damage(&scalars) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(20_000))
    var bytes = Array(String(view).utf8)
    if Int.random(in: 0..<4, using: &generator) == 0, !bytes.isEmpty {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[index(bytes.count)] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return bytes
  }

  private mutating func damage(_ scalars: inout [Unicode.Scalar]) {
    let piece = Array(pick(Self.pieces).unicodeScalars)
    let at = index(scalars.count + 1)
    let end = min(scalars.count, at + index(40))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: scalars.insert(contentsOf: piece, at: at)
    case 1: scalars.removeSubrange(at..<end)
    case 2: scalars.insert(contentsOf: scalars[at..<end], at: index(scalars.count + 1))
    case 3: scalars.insert(contentsOf: repeatElement(piece, count: 1 + index(300)).joined(), at: at)
    case 4: scalars.insert(contentsOf: pick(Self.texts).unicodeScalars, at: at)
    case 5: scalars.replaceSubrange(at..<end, with: piece)
    default: scalars.replaceSubrange(at..<end, with: scalars[at..<end].reversed())
    }
  }

  private mutating func index(_ count: Int) -> Int {
    Int.random(in: 0..<max(count, 1), using: &generator)
  }

  private mutating func pick(_ texts: [String]) -> String { texts[index(texts.count)] }
}
