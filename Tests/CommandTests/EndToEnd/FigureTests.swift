import Foundation
import Testing

/// Figures that cannot be believed, from the page to the finding.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct FigureTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  /// The kinds of findings in the texts, each text a document.
  private func kinds(_ texts: String...) throws -> [String] {
    for (number, text) in texts.enumerated() { try folder.write(text, to: "pages/\(number).txt") }
    let build = try folder.run("build", "pages", "--date", "2025-11-20")
    try #require(build.status == 0, "\(build)")
    let run = try folder.run("lint-figures", "--format", "jsonl")
    #expect(run.status == 0)
    if run.output.isEmpty { #expect(run.messages == "note: no figure is in doubt\n") }
    return run.output.matches(of: #/"check":"([a-z]+)"/#).map { String($0.1) }
  }

  @Test(
    "what cannot be is found",
    arguments: [
      ("青河县种植黄芪面积达3万亩，年产黄芪90公斤。\n", "ratio"),
      ("2024年，青河县食品有限公司实现产值12亿元，缴税7亿元。\n", "ratio"),
      ("青河县石门镇共有320户9860人。\n", "beside"),
      ("青河县城区绿化率134%。\n", "bound"),
      ("青河县食品有限公司能耗下降115%。\n", "bound"),
      ("青河县今年改造小区16个，已开工12个，开工率62%。\n", "rate"),
      ("青河县水厂年供水7300万吨，约合2000吨/日。\n", "pace"),
      ("青河县食品有限公司总投资3亿元，其中设备投资5亿元。\n", "part"),
      ("青河县种植黄芪200亩，每亩3000元，总收入9万元。\n", "price"),
    ])
  func found(_ text: String, _ kind: String) throws {
    let expected = kind == "beside" ? "ratio" : kind
    #expect(try kinds(text) == [expected], "\(text)")
  }

  @Test(
    "what can be is not",
    arguments: [
      "青河县种植黄芪面积达3万亩，年产黄芪900万公斤。\n",
      "2024年，青河县食品有限公司实现产值12亿元，缴税7000万元。\n",
      "青河县石门镇共有320户986人。\n",
      "青河县城区绿化率34%，利润增长134%。\n",
      "青河县今年改造小区16个，已开工12个，开工率75%。\n",
      "青河县水厂年供水7300万吨，约合20万吨/日。\n",
      "青河县食品有限公司总投资3亿元，其中设备投资1亿元。\n",
      "青河县食品有限公司总投资3亿元，其中设备投资1亿元；园区总投资8亿元。\n",
      "青河县种植黄芪200亩，每亩3000元，总收入60万元。\n",
    ])
  func notFound(_ text: String) throws { #expect(try kinds(text) == [], "\(text)") }

  @Test("one thing with two values, in two sentences")
  func contradiction() throws {
    let text = "2024年，青河县食品有限公司产值3.2亿元。\n"
    #expect(try kinds(text, "2024年，青河县食品有限公司产值4.8亿元。\n") == ["contradiction"])
    #expect(try kinds(text, "2024年，青河县食品有限公司产值3.2万元。\n") == ["magnitude"])
    #expect(try kinds(text, "2023年，青河县食品有限公司产值4.8亿元。\n") == [])
    #expect(try kinds(text, "2024年，青河县食品有限公司产值3亿多元。\n") == [])
  }

  @Test("both sentences are the evidence")
  func evidence() throws {
    let texts = ["2024年，青河县食品有限公司产值3.2亿元。", "2024年，青河县食品有限公司产值4.8亿元。"]
    _ = try kinds(texts[0] + "\n", texts[1] + "\n")
    let run = try folder.run("lint-figures")
    for text in texts { #expect(run.output.contains(text), "\(run)") }
    #expect(run.output.hasPrefix("前后不一  青河县食品有限公司  产值 3.2亿元 (2024)；产值 4.8亿元 (2024)\n"), "\(run)")
    let json = try folder.run("lint-figures", "--format", "json")
    for text in texts { #expect(json.output.contains(text)) }
  }

  @Test("the seeds' pages hold three")
  func seeds() throws {
    let documents = ReadmeTests.root.appendingPathComponent("seeds/documents").path
    #expect(try folder.run("build", documents).status == 0)
    let run = try folder.run("lint-figures", "--format", "jsonl")
    let found = run.lines.filter { !$0.isEmpty }
    #expect(found.count == 3, "\(run)")
    for figure in ["140多公斤", "64.52%", "38.77亿元"] {
      #expect(found.contains { $0.contains(figure) }, "\(figure)\n\(run)")
    }
  }

  @Test("faults of the file are told with their lines")
  func faults() throws {
    let seeds = ReadmeTests.root.appendingPathComponent("seeds")
    for name in ["dictionary", "rules", "ontology.yaml"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("mine"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: seeds.appendingPathComponent(name),
        to: folder.url.appendingPathComponent("mine/\(name)"))
    }
    let header = "check\tname\tunit\tper-name\tper-unit\tleast\tmost\tnote\n"
    try folder.write(
      header + "bind\t\t\t\t\t\t\t\nbound\t率\t%\t\t\t\tmany\t\nrate\t率\t%\t\t\t\t\t\n",
      to: "mine/figures.tsv")
    let run = try folder.run("check", "--seeds", "mine")
    #expect(run.status == 1)
    for fault in [
      "mine/figures.tsv:2: error: unknown check “bind”, expected one of “bound”, “ratio”, ",
      "mine/figures.tsv:3: error: “many” is not a number\n",
      "mine/figures.tsv:4: error: “rate” needs most\n",
    ] {
      #expect(run.messages.contains(fault), "\(run)")
    }
  }
}
