import Foundation
import NewsText
import Testing

/// Files, folders and their failures; each test has a folder of its own.
final class DocumentSourceTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("DocumentSourceTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let text = "平川镇图书室开门迎客。\n"
  private static let compressedText =
    "H4sIAAAAAAAC/wEiAN3/5bmz5bed6ZWH5Zu+5Lmm5a6k5byA6Zeo6L+O5a6i44CCCu6+HrMiAAAA"

  private func write(_ data: Data, _ name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
  private func write(_ text: String, _ name: String) throws { try write(Data(text.utf8), name) }

  /// One line a result: `id: text` or the failure without the folder's path.
  private func read(
    _ names: [String], defaults: DocumentMetadata = DocumentMetadata(), limitBytes: Int = 1 << 20
  ) -> [String] {
    let paths = names.map { folder.appendingPathComponent($0).path }
    let source = DocumentSource(paths: paths, defaults: defaults, limitBytes: limitBytes)
    return source.map { result in
      switch result {
      case .success(let document):
        "\(document.id): \(document.scalars.string(TextSpan(0, document.scalars.count)))"
      case .failure(let failure):
        failure.description.replacing(folder.path + "/", with: "").replacing(folder.path, with: "")
      }
    }
  }

  @Test func aFolderIsReadInTheOrderOfItsNames() throws {
    try write("乙。", "b/2.txt")
    try write("甲。", "a/1.2.md")
    try write("丙。", "b.txt")
    try write("丁。", "a/.hidden.txt")
    try write("戊。", "a/note.pdf")
    try write(#"{"id":"己","text":"己。"}"#, "c.jsonl")
    #expect(read(["."]) == ["1.2: 甲。", "2: 乙。", "b: 丙。", "己: 己。"])
  }

  @Test func whatIsReachedTwiceIsReadOnce() throws {
    try write("甲。", "a/1.txt")
    try write("{\"id\":\"2\",\"text\":\"乙。\"}\n", "a/2.jsonl")
    #expect(read(["a", "a/1.txt", "./a/2.jsonl"]) == ["1: 甲。", "2: 乙。"])
  }

  @Test func aPipeInAFolderKeepsNobodyWaiting() throws {
    try write("甲。", "a/1.txt")
    #expect(mkfifo(folder.appendingPathComponent("a/0.txt").path, 0o600) == 0)
    #expect(read(["a"]) == ["1: 甲。"])
  }

  @Test func foldersInACircleEnd() throws {
    try write("甲。", "a/1.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("a/again"),
      withDestinationURL: folder.appendingPathComponent("a"))
    #expect(read(["a"]) == ["1: 甲。"])
  }

  @Test(arguments: [
    ("utf8", Array(text.utf8)),
    ("utf8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("utf16le", [0xFF, 0xFE] + littleEndian(text)),
    ("utf16be", [0xFE, 0xFF] + bigEndian(text)),
    ("utf16le without mark", littleEndian(text)),
    ("utf16be without mark", bigEndian(text)),
    (
      "gb18030",
      [
        0xC6, 0xBD, 0xB4, 0xA8, 0xD5, 0xF2, 0xCD, 0xBC, 0xCA, 0xE9, 0xCA, 0xD2, 0xBF, 0xAA, 0xC3,
        0xC5,
        0xD3, 0xAD, 0xBF, 0xCD, 0xA1, 0xA3, 0x0A,
      ]
    ),
  ])
  func everyEncodingGivesTheSameText(name: String, bytes: [UInt8]) throws {
    try write(Data(bytes), "page.txt")
    #expect(read(["page.txt"]) == ["page: " + Self.text])
  }

  private static func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  private static func bigEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  @Test func nothingButTheMarkIsStripped() throws {
    try write("\u{FEFF}\r\n 甲\u{FEFF}。\r\n", "page.txt")
    #expect(read(["page.txt"]) == ["page: \r\n 甲\u{FEFF}。\r\n"])
  }

  @Test func compressedFilesAreRead() throws {
    let data = try #require(Data(base64Encoded: Self.compressedText))
    try write(data, "one.txt.gz")
    // Members one after the other, and padding.
    try write(data + data + Data(repeating: 0, count: 100), "two.md.gz")
    #expect(read(["."]) == ["one: " + Self.text, "two: " + Self.text + Self.text])
  }

  @Test func linesCarryTheirMetadata() throws {
    try write(
      #"{"id":"1","text":"甲。","date":"2025-11-20","source":"平川报","title":"题","url":"http://example.org"}"#
        + "\n\n" + #"{"id":2,"text":"乙。"}"#, "pages.jsonl")
    let defaults = DocumentMetadata(date: "2024", source: "网")
    let path = folder.appendingPathComponent("pages.jsonl").path
    let documents = try DocumentSource(paths: [path], defaults: defaults).map { try $0.get() }
    #expect(
      documents.map(\.metadata) == [
        DocumentMetadata(title: "题", date: "2025-11-20", source: "平川报", url: "http://example.org"),
        defaults,
      ])
    #expect(documents.map(\.id) == ["1", "2"])
  }

  @Test func linesInOtherEncodingsAreRead() throws {
    let lines = "{\"id\":\"1\",\"text\":\"甲。\"}\r\n{\"id\":\"2\",\"text\":\"上\"}"
    try write(Data([0xFF, 0xFE] + Self.littleEndian(lines)), "wide.jsonl")
    try write(Data(Self.bigEndian(lines)), "big.jsonl")
    #expect(read(["wide.jsonl"]) == ["1: 甲。", "2: 上"])
    #expect(read(["big.jsonl"]) == ["1: 甲。", "2: 上"])
  }

  @Test func everyFailureIsOneMessageAndTheRestGoesOn() throws {
    try write("", "empty.txt")
    try write(" \r\n　\n", "blank.md")
    try write("甲\0乙", "binary.txt")
    try write(Data([0xE5, 0xB9, 0xB3, 0xE5, 0xB7, 0x9D, 0xFF] + Array("平川镇".utf8)), "broken.txt")
    let data = try #require(Data(base64Encoded: Self.compressedText))
    try write(data.dropLast(9), "cut.txt.gz")
    try write("no gzip at all", "fake.txt.gz")
    try write("甲。", "note.pdf")
    try write(String(repeating: "甲", count: 100), "large.txt")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("nothing"), withIntermediateDirectories: true)
    try write("甲。", "good.txt")
    #expect(
      read(
        [
          "empty.txt", "blank.md", "binary.txt", "broken.txt", "cut.txt.gz", "fake.txt.gz",
          "note.pdf",
          "large.txt", "nothing", "gone.txt", "good.txt",
        ], limitBytes: 200) == [
          "empty.txt: holds no text; remove it or fill it",
          "blank.md: holds no text; remove it or fill it",
          "binary.txt: is not text (control character at byte 3); extract its text first",
          "broken.txt: byte 6 is not valid UTF-8; save it as UTF-8",
          "cut.txt.gz: the compressed file ends too early; fetch or compress it again",
          "fake.txt.gz: is damaged or not gzip; fetch or compress it again",
          "note.pdf: is no kind of document read here (.txt .md .jsonl, each also .gz); "
            + "rename or convert it",
          "large.txt: is larger than 200 bytes as one document; split it, or use JSON Lines",
          "nothing: holds no documents (.txt .md .jsonl, each also .gz); name another folder",
          "gone.txt: no such file or folder; check the path",
          "good: 甲。",
        ])
  }

  @Test func everyFaultOfALineIsNamedWithItsNumber() throws {
    try write(
      """
      {"id":"1","text":"甲。"}
      not json
      {"id":"2"}
      {"text":"乙。"}
      [1]
      {"id":"3","text":" "}
      {"id":"4","text":5}
      {"id":"5","text":"a\\u0000b"}

      {"id":"1","text":"丙。"}
      {"id":"6","text":"丁。"}
      """, "pages.jsonl")
    #expect(
      read(["pages.jsonl"]) == [
        "1: 甲。", "pages.jsonl:2: is not a JSON object; write one object a line",
        #"pages.jsonl:3: has no string "text"; every line needs "id" and "text""#,
        #"pages.jsonl:4: has no string "id"; every line needs "id" and "text""#,
        "pages.jsonl:5: is not a JSON object; write one object a line",
        "pages.jsonl:6: holds no text; remove it or fill it",
        #"pages.jsonl:7: has no string "text"; every line needs "id" and "text""#,
        "pages.jsonl:8: is not text (control character at byte 1); extract its text first",
        #"pages.jsonl:10: document "1" was already read from pages.jsonl:1; give it another name"#,
        "6: 丁。",
      ])
  }

  @Test func everyKindOfJSONIsReadOrRefused() throws {
    let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    let lines = [
      #"{"id":"1","text":"\ud83d甲\udc00乙\ud83d\ude00\u4E01"}"#,
      #" { "te\u0078t" : "戊。" , "id" : 2.0e1 , "more" : [ { "a" : [ ] , "b" : -1.5E+3 } , null , true ] } "#,
      #"{"id":"3","text":"己\"\\\/\f\n\r\t","x":"# + deep + "}",
      #"{"id":"4","text":"旧","text":"新"}"#,
      #"{"id":"5","text":"甲",}"#, #"{"id":"6","text":"甲"} 1"#, #"{"id":"7","text":"甲\x"}"#,
      #"{"id":"8","text":"甲\u12G4"}"#, #"{"id":"9","text":01}"#, #"{"id":"10","text":"甲""#,
      #"{"id":"11","x":[1}],"text":"甲"}"#, "{}", #"{"id":1.5,"text":"甲"}"#,
      #"{"id":"14","x":"# + String(repeating: "[", count: 100_000),
      "{\"id\":\"15\",\"text\":\"甲\t\"}",
    ]
    try write(lines.joined(separator: "\n"), "kinds.jsonl")
    let notJSON = "is not a JSON object; write one object a line"
    let noID = #"has no string "id"; every line needs "id" and "text""#
    #expect(
      read(["kinds.jsonl"]) == [
        "1: \u{FFFD}甲\u{FFFD}乙😀丁", "20: 戊。", "3: 己\"\\/\u{C}\n\r\t", "4: 新",
      ] + (5...11).map { "kinds.jsonl:\($0): \(notJSON)" }
        + ["kinds.jsonl:12: \(noID)", "kinds.jsonl:13: \(noID)"]
        + (14...15).map { "kinds.jsonl:\($0): \(notJSON)" })
  }

  @Test func aSecondDocumentOfOneNameIsRefused() throws {
    try write("甲。", "a/page.txt")
    try write("乙。", "b/page.md")
    #expect(
      read(["a", "b"]) == [
        "page: 甲。",
        #"b/page.md: document "page" was already read from a/page.txt; give it another name"#,
      ])
  }

  @Test func anUnreadableFileIsAFailure() throws {
    try write("甲。", "locked.txt")
    let path = folder.appendingPathComponent("locked.txt").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let results = read(["locked.txt"])
    // The superuser reads everything.
    let isReadable = FileManager.default.isReadableFile(atPath: path)
    #expect(
      results == [
        isReadable
          ? "locked: 甲。"
          : "locked.txt: cannot be read (Permission denied); check its permissions"
      ])
  }

  @Test func anyBytesAreReadOrRefused() throws {
    var state: UInt64 = 7
    for round in 0..<200 {
      let bytes = (0..<(round * 3)).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      for name in ["any.txt", "any.jsonl", "any.txt.gz"] {
        try write(Data(bytes), name)
        #expect(!read([name]).isEmpty)
      }
    }
  }

  @Test func manyLinesInOnePiece() throws {
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"第\($0)行。\"}" }
    try write(lines.joined(separator: "\n"), "many.jsonl")
    let path = folder.appendingPathComponent("many.jsonl").path
    #expect(DocumentSource(paths: [path]).count { (try? $0.get()) != nil } == 20_000)
  }

  @Test func theFingerprintSeesEveryChange() {
    let metadata = DocumentMetadata(date: "2025")
    let document = Document(id: "1", text: "甲。", metadata: metadata)
    let others = [
      Document(id: "2", text: "甲。", metadata: metadata),
      Document(id: "1", text: "甲", metadata: metadata),
      Document(id: "1", text: "甲。", metadata: DocumentMetadata(title: "2025")),
      Document(id: "1", text: "甲。", metadata: DocumentMetadata(date: "2025", source: "")),
      Document(id: "", text: "甲。1", metadata: metadata),
    ]
    #expect(Set(others.map(\.fingerprint) + [document.fingerprint]).count == 6)
    // The number itself is part of what graphs store.
    #expect(document.fingerprint == Document(id: "1", text: "甲。", metadata: metadata).fingerprint)
    #expect(Document(id: "", text: "").fingerprint == 0x4FC8_0F0F_5D3E_49F3)
  }
}
