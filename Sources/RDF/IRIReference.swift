/// A reference split into its parts, to be resolved against a base
/// (RFC 3986, section 5: https://www.rfc-editor.org/rfc/rfc3986#section-5).
struct IRIReference {
  var scheme: Substring?
  var authority: Substring?
  var path: String
  var query: Substring?
  var fragment: Substring?

  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), IRIReference.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = String(rest)
  }

  static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
      return false
    }
    return text.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B
        || $0 == 0x2D || $0 == 0x2E
    }
  }

  var text: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }
}

/// IRIs of texts.
public enum IRI {
  /// Whether the text has a scheme.
  public static func isAbsolute(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    return IRIReference.isScheme(text[..<colon])
  }

  /// Whether the text is absolute and has no character an IRI may not have.
  public static func isWellFormed(_ text: String) -> Bool {
    isAbsolute(text)
      && text.utf8.allSatisfy { $0 > 0x20 && !"<>\"{}|^`\\".utf8.contains($0) }
  }

  /// The IRI `reference` means where `base` holds.
  public static func resolve(_ reference: String, base: String?) -> String {
    guard let base, !isAbsolute(reference) else { return reference }
    var target = IRIReference(reference)
    let source = IRIReference(base)
    target.scheme = source.scheme
    guard target.authority == nil else {
      target.path = withoutDots(target.path)
      return target.text
    }
    target.authority = source.authority
    if target.path.isEmpty {
      target.path = source.path
      target.query = target.query ?? source.query
    } else if target.path.hasPrefix("/") {
      target.path = withoutDots(target.path)
    } else {
      target.path = withoutDots(merged(source, target.path))
    }
    return target.text
  }

  private static func merged(_ base: IRIReference, _ path: String) -> String {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.lastIndex(of: "/") else { return path }
    return base.path[...slash] + path
  }

  private static func withoutDots(_ path: String) -> String {
    var segments: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        if segments.count > 1 || (segments.first.map { !$0.isEmpty } ?? false) {
          segments.removeLast()
        }
        if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return segments.joined(separator: "/")
  }
}
