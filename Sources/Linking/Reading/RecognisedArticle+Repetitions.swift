import Lexicon
import NewsText
import Recognition

extension RecognisedArticle {
  /// The article with names that are printed twice in a row, as where a label stands before a text
  /// without a mark between, as two: 青石电器青石电器有限公司 → 青石电器|青石电器有限公司.
  func withoutDoubledNames() -> RecognisedArticle {
    guard mentions.indices.contains(where: { isDoubled(mentions[$0].span, mentions[$0].type) })
    else { return self }
    let pieces = mentions.map(pieces)
    var first: [Int] = []
    var separated: [Mention] = []
    for (mention, spans) in zip(mentions, pieces) {
      first.append(separated.count)
      for span in spans {
        var piece = mention
        piece.span = span
        piece.parts.removeAll { $0.span.start < span.start || $0.span.end > span.end }
        separated.append(piece)
      }
    }
    for index in separated.indices {
      separated[index].abbreviationOf = separated[index].abbreviationOf.map { first[$0] }
    }
    let tokens = tokens.map { sentence in
      sentence.flatMap { token -> [Token] in
        guard let index = token.mention else { return [token] }
        return pieces[index].enumerated().map { offset, span in
          Token(span: span, mention: first[index] + offset, group: token.group)
        }
      }
    }
    return RecognisedArticle(
      article: article, mentions: separated, tokens: tokens, matches: matches)
  }

  private func isDoubled(_ span: TextSpan, _ type: EntityType) -> Bool {
    span.count >= 4 && (type == .organization || type == .person)
      && repeatedLength(of: span, isWhole: type == .person) != nil
  }

  /// The names that one mention holds, left to right.
  private func pieces(of mention: Mention) -> [TextSpan] {
    guard mention.type == .organization || mention.type == .person else { return [mention.span] }
    var spans: [TextSpan] = []
    var rest = mention.span
    while let length = repeatedLength(of: rest, isWhole: mention.type == .person) {
      spans.append(TextSpan(rest.start, rest.start + length))
      rest.start += length
    }
    return spans + [rest]
  }

  /// How long the beginning of a name is that follows once more right behind it; `nil` if none does,
  /// also for letters (GaGa). Persons' names count only where nothing is left over.
  private func repeatedLength(of span: TextSpan, isWhole: Bool) -> Int? {
    guard span.count >= 4 else { return nil }
    let longest = span.count / 2
    guard !isWhole || span.count % 2 == 0 else { return nil }
    return (isWhole ? longest...longest : 2...longest).last { length in
      let name = article.text[span.start..<span.start + length]
      return name.elementsEqual(
        article.text[span.start + length..<span.start + 2 * length])
        && !name.allSatisfy { $0.isASCII || $0 == name.first }
    }
  }
}
