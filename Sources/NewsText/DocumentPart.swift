/// A stretch of a document that is read in one go.
///
/// Pages are read whole. What is much longer than any page (a book, a year's archive in one file) is
/// read part by part, so that memory does not grow with it; every part is a page of its own, and
/// nothing said in one is known in the next but the date.
public struct DocumentPart: Sendable {
  /// The document, or a stretch of it under the same name.
  public let document: Document
  /// Where the stretch begins in the document.
  public let offset: Int
  /// The date to go by where the stretch prints none.
  public let published: PublicationDate?

  /// Creates a part.
  public init(document: Document, offset: Int = 0, published: PublicationDate? = nil) {
    self.document = document
    self.offset = offset
    self.published = published
  }
}

extension Document {
  /// Most code points of a part; a newspaper page has about ten thousand.
  public static let longestPart = 100_000

  /// Where the part that begins at `start` ends: at the end of the text when that is near, otherwise
  /// at the last blank line, line end, sentence end of the part's second half, or anywhere.
  ///
  /// Complexity: O(``longestPart``).
  public func endOfPart(from start: Int) -> Int {
    let limit = start + Document.longestPart
    guard limit < scalars.count else { return scalars.count }
    var (lineEnd, sentenceEnd): (Int?, Int?)
    var index = limit
    while index > start + Document.longestPart / 2 {
      let scalar = scalars[index - 1]
      if scalar.isLineEnd {
        if scalars[index - 2].isLineEnd, scalars[index - 2] != "\r" || scalar != "\n" {
          return index
        }
        lineEnd = lineEnd ?? index
      } else if scalar.endsSentence {
        sentenceEnd = sentenceEnd ?? index
      }
      index -= 1
    }
    return lineEnd ?? sentenceEnd ?? limit
  }

  /// The stretch `start..<end` under the document's name.
  public func stretch(_ start: Int, _ end: Int) -> Document {
    guard start > 0 || end < scalars.count else { return self }
    var stretch = self
    stretch.scalars = Array(scalars[start..<end])
    return stretch
  }
}
