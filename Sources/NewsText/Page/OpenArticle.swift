/// What has been read of an article so far, as far as its next line depends on it.
struct OpenArticle {
  /// Whether anything of it was read.
  var exists = false
  var hasHeadline = false
  /// Level of its headline's markup.
  var level = 0
  var hasSubtitle = false
  /// A byline between headline and text.
  var hasOpeningByline = false
  /// It opened with 本报讯 or the like.
  var isDatelined = false
  /// Pictures were printed before its text.
  var hasPictures = false
  /// Its running text has begun.
  var hasBody = false
  /// Its writer was named after the text: nothing more is expected.
  var isEnded = false
  /// What its latest subheading looks like; `nil` before the first.
  var subheadingStyle: HeadingStyle?
  /// Its latest paragraph.
  var lastParagraph: Int?
  var kinship = Kinship()

  /// A headline was read and no text yet.
  var isHeadOpen: Bool { hasHeadline && !hasBody }
}

/// How a heading is divided; those of one article are alike.
struct HeadingStyle: Equatable {
  private let hasComma: Bool
  private let hasSpace: Bool

  init(_ line: PrintedLine) {
    hasComma = line.commas > 0
    hasSpace = line.hasInnerSpace
  }
}
