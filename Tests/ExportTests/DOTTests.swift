import Export
import Foundation
import SeededNumbers
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct DOTTests {
  static let drawing = DOTDrawing(colors: ["Organization": "#a6cee3"])

  @Test(
    "text comes out of Graphviz as it went in",
    arguments: [
      ("平遥县委", #""平遥县委""#),
      (#"a"b\c"#, #""a\"b\\c""#),
      ("AT&amp;T", #""AT&amp;amp;T""#),
      ("甲\n乙", #""甲\n乙""#),
      ("\u{1B}[31m\u{202E}", "\"\u{FFFD}[31m\u{FFFD}\""),
      (#"ends in \"#, #""ends in \\""#),
    ])
  func quoting(text: String, expected: String) {
    #expect(DOTText.quoted(text) == expected)
  }

  @Test("nodes and edges in the caller's order, colours from the ontology")
  func golden() {
    let text =
      Self.drawing.line(
        for: DrawnNode(
          id: "org-1", label: "安泰\"集团\"", type: "Organization", tooltip: "机构"))
      + Self.drawing.line(for: DrawnNode(id: "x", label: "甲", type: "Comet", tooltip: ""))
      + Self.drawing.line(
        for: DrawnEdge(
          subject: "org-1", object: "x", label: "合作", isSymmetric: true, tooltip: "「甲\n乙」"))
    #expect(
      text == #"""
          "org-1" [label="安泰\"集团\"", fillcolor="#a6cee3", color="#637b88", tooltip="机构"];
          "x" [label="甲", tooltip=""];
          "org-1" -> "x" [label="合作", dir=both, tooltip="「甲\n乙」", labeltooltip="「甲\n乙」"];

        """#)
  }

  @Test("Graphviz draws any text without a word", .enabled(if: Graphviz.isInstalled))
  func graphvizAcceptsEverything() throws {
    var random = SplitMix64(seed: 11)
    var text = Self.drawing.opening(title: random.text(length: 20))
    for number in 0..<60 {
      let node = DrawnNode(
        id: "\(number)" + random.text(length: 8), label: random.text(length: 30),
        type: "Organization", tooltip: random.text(length: 60))
      text += Self.drawing.line(for: node)
      text += Self.drawing.line(
        for: DrawnEdge(
          subject: node.id, object: node.id, label: random.text(length: 20), isSymmetric: false,
          tooltip: random.text(length: 60)))
    }
    let result = try Graphviz.draw(text + Self.drawing.closing)
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(XMLParser(data: result.svg).parse())
  }

  @Test("a label is drawn letter for letter", .enabled(if: Graphviz.isInstalled))
  func labelSurvives() throws {
    let label = #"甲 & 乙 &amp; "丙" \N \n <b> 100%"#
    let node = DrawnNode(id: "a", label: label, type: "", tooltip: label)
    let result = try Graphviz.draw(
      Self.drawing.opening(title: "t") + Self.drawing.line(for: node) + Self.drawing.closing)
    let reader = LabelReader()
    let parser = XMLParser(data: result.svg)
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.texts.map { $0.replacing("\u{A0}", with: " ") } == [label])
  }
}

/// Collects the contents of `<text>` elements.
private final class LabelReader: NSObject, XMLParserDelegate {
  var texts: [String] = []
  private var isInside = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    isInside = name == "text"
    if isInside { texts.append("") }
  }
  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInside = false
  }
  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInside { texts[texts.count - 1] += text }
  }
}
