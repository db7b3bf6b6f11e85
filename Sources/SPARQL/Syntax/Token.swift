/// The smallest meaningful piece of a query.
struct Token: Sendable {
  enum Kind: Sendable, Hashable {
    /// `<…>` without its brackets, escapes resolved.
    case iri(String)
    /// `prefix:local`, escapes of the local part resolved.
    case prefixed(prefix: String, local: String)
    /// `_:label`
    case blank(String)
    /// `?name` or `$name`
    case variable(String)
    /// `@tag`
    case language(String)
    /// A number without a sign, and its datatype.
    case number(String, datatype: String)
    /// A string, escapes resolved.
    case string(String)
    /// A keyword or another bare word.
    case word(String)
    /// Punctuation: `{`, `&&`, `^^`, `()` with nothing in it is two of them.
    case symbol(String)
    /// Nothing more.
    case end
  }

  let kind: Kind
  let line: Int
  let column: Int
  /// Index of its first code point, and of the one behind its last.
  let start: Int
  let end: Int
  /// Whether it is a string in three quotation marks.
  var isLong = false

  /// The token as messages name it.
  var text: String {
    switch kind {
    case .iri(let iri): "<\(iri)>"
    case .prefixed(let prefix, let local): "\(prefix):\(local)"
    case .blank(let label): "_:\(label)"
    case .variable(let name): "?\(name)"
    case .language(let tag): "@\(tag)"
    case .number(let digits, _): digits
    case .string(let text): "\"\(text.prefix(20))\""
    case .word(let word): word
    case .symbol(let symbol): symbol
    case .end: "the end"
    }
  }
}
