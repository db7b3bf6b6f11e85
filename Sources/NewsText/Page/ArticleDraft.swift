/// An article as lines, before its text is put together.
struct ArticleDraft {
  /// A block and the lines it is joined from, in printed order.
  struct BlockDraft {
    var kind: Block.Kind
    var lines: [Int]
  }
  var blocks: [BlockDraft]

  /// Its first line.
  var firstLine: Int { blocks.first?.lines.first ?? 0 }
}
