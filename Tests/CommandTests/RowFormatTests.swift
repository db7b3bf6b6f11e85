import Export
import Testing

@testable import mailuo

struct RowFormatTests {
  static let table = RowTable(
    columns: [
      .init("name", zh: "名称", en: "Name"), .init("type", zh: "类型", en: "Type"),
      .init("aliases", zh: "别名", en: "Aliases"),
      .init("count", zh: "次数", en: "Count", alignment: .right),
    ],
    rows: [
      [
        .text("晖禾重工"), .name("Organization", Label(zh: "机构", en: "organisation")),
        .list(["晖禾", "Shenghe, \"SH\""]), .integer(12),
      ],
      [.text("a\u{1B}[31m\nb"), .text(nil), .list([]), .decimal(0.5)],
    ])

  func text(
    _ format: RowFormatName, _ language: Language = .zh, _ terminal: Terminal = .none
  ) throws -> String {
    var utf8: [UInt8] = []
    var sink = utf8
    try format.format(language: language, terminal: terminal).write(Self.table, to: &sink)
    utf8 = sink
    return String(decoding: utf8, as: UTF8.self)
  }

  @Test("a table lines Chinese up by display width")
  func table() throws {
    #expect(
      try text(.table) == """
        名称      类型  别名                 次数
        ────────  ────  ───────────────────  ────
        晖禾重工  机构  晖禾; Shenghe, "SH"    12
        a␛[31m b                              0.5

        """)
  }

  @Test("--lang en changes headings and labels only")
  func englishTable() throws {
    #expect(
      try text(.table, .en) == """
        Name      Type          Aliases              Count
        ────────  ────────────  ───────────────────  ─────
        晖禾重工  organisation  晖禾; Shenghe, "SH"     12
        a␛[31m b                                       0.5

        """)
  }

  @Test("a narrow terminal wraps cells, never cutting a character")
  func narrowTable() throws {
    #expect(
      try text(.table, .zh, Terminal(columns: 36, isStyled: false)) == """
        名称      类型  别名            次数
        ────────  ────  ──────────────  ────
        晖禾重工  机构  晖禾; Shenghe,    12
                         "SH"
        a␛[31m b                         0.5

        """)
  }

  @Test("a styled terminal has a bold heading")
  func styledTable() throws {
    let text = try text(.table, .zh, Terminal(columns: 80, isStyled: true))
    #expect(text.hasPrefix("\u{1B}[1m名称      类型  别名                 次数\u{1B}[0m\n"))
  }

  @Test("json is an array of objects with the columns' keys")
  func json() throws {
    #expect(
      try text(.json) == #"""
        [
          {"name":"晖禾重工","type":"Organization","aliases":["晖禾","Shenghe, \"SH\""],"count":12},
          {"name":"a\u001b[31m\nb","type":null,"aliases":[],"count":0.5}
        ]

        """#)
  }

  @Test("jsonl is one object a line")
  func jsonl() throws {
    #expect(
      try text(.jsonl) == #"""
        {"name":"晖禾重工","type":"Organization","aliases":["晖禾","Shenghe, \"SH\""],"count":12}
        {"name":"a\u001b[31m\nb","type":null,"aliases":[],"count":0.5}

        """#)
  }

  @Test("csv is RFC 4180")
  func csv() throws {
    #expect(
      Array(try text(.csv).utf8)
        == Array(
          "name,type,aliases,count\r\n晖禾重工,Organization,\"晖禾; Shenghe, \"\"SH\"\"\",12\r\n\"a\u{1B}[31m\nb\",,,0.5\r\n"
            .utf8))
  }

  @Test("tsv escapes line breaks")
  func tsv() throws {
    #expect(
      try text(.tsv)
        == "name\ttype\taliases\tcount\n晖禾重工\tOrganization\t晖禾; Shenghe, \"SH\"\t12\na\u{1B}[31m\\nb\t\t\t0.5\n"
    )
  }

  @Test("no rows: an empty array, a heading, nothing")
  func empty() throws {
    let empty = RowTable(columns: Self.table.columns)
    let expected: [RowFormatName: String] = [
      .json: "[]\n", .jsonl: "", .csv: "name,type,aliases,count\r\n",
      .tsv: "name\ttype\taliases\tcount\n",
      .table: "名称  类型  别名  次数\n────  ────  ────  ────\n",
    ]
    for format in RowFormatName.allCases {
      var utf8: [UInt8] = []
      try format.format(language: .zh, terminal: .none).write(empty, to: &utf8)
      #expect(utf8 == Array((expected[format] ?? "?").utf8), "\(format)")
    }
  }
}
