/// IRIs as people are shown them.
public enum IRIText {
  /// What follows the last `/` or `#` of an IRI; other texts as they are.
  public static func end(of text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")),
      let cut = text.lastIndex(where: { $0 == "/" || $0 == "#" })
    else { return text }
    let end = text[text.index(after: cut)...]
    return end.isEmpty ? text : String(end)
  }
}
