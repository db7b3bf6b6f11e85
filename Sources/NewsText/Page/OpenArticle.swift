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
  /// Whether its subheadings are divided by a comma; `nil` before the first.
  var subheadingsHaveComma: Bool?
  /// Its latest paragraph.
  var lastParagraph: Int?
  var kinship = Kinship()

  /// A headline was read and no text yet.
  var isHeadOpen: Bool { hasHeadline && !hasBody }
}
