import Foundation
import RDF

/// `REGEX` and `REPLACE` (https://www.w3.org/TR/xpath-functions/#regex-syntax), by ICU. A search
/// that takes long asks whether it may go on.
extension Evaluator {
  func regex(_ arguments: [Term]) -> Term? {
    guard let text = Evaluator.text(arguments[0]), let pattern = arguments[1].stringText,
      let flags = arguments.count == 3 ? arguments[2].stringText : "",
      let expression = expression(pattern, flags)
    else { return nil }
    var isFound = false
    let isComplete = search(expression, text.lexical) { _ in
      isFound = true
      return false
    }
    return isComplete ? .boolean(isFound) : nil
  }

  func replace(_ arguments: [Term]) -> Term? {
    guard let text = Evaluator.text(arguments[0]), let pattern = arguments[1].stringText,
      let written = arguments[2].stringText,
      let flags = arguments.count == 4 ? arguments[3].stringText : "",
      let expression = expression(pattern, flags)
    else { return nil }
    // A pattern that matches nothing at all would match everywhere.
    guard expression.firstMatch(in: "", range: NSRange(location: 0, length: 0)) == nil else {
      return nil
    }
    let template =
      flags.contains("q") ? NSRegularExpression.escapedTemplate(for: written) : written
    guard Evaluator.isTemplate(template) else { return nil }
    let whole = text.lexical as NSString
    var result = ""
    var end = 0
    var hasRoom = true
    let isComplete = search(expression, text.lexical) { match in
      let between = NSRange(location: end, length: match.range.location - end)
      result += whole.substring(with: between)
      result += expression.replacementString(
        for: match, in: text.lexical, offset: 0, template: template)
      end = match.range.location + match.range.length
      hasRoom = result.utf8.count <= Evaluator.maximumText
      return hasRoom
    }
    if !hasRoom { isExhausted = true }
    guard isComplete, hasRoom else { return nil }
    return Evaluator.like(text, result + whole.substring(from: end))
  }

  /// Hands over the matches until `body` has enough; whether the search came to its end.
  private func search(
    _ expression: NSRegularExpression, _ text: String, _ body: (NSTextCheckingResult) -> Bool
  ) -> Bool {
    var isComplete = true
    let all = NSRange(text.startIndex..., in: text)
    withoutActuallyEscaping(body) { body in
      expression.enumerateMatches(in: text, options: .reportProgress, range: all) {
        match, flags, stop in
        if let match {
          if !body(match) { stop.pointee = true }
        } else if flags.contains(.internalError) {
          // ICU ran out of its own room: the pattern tries too many ways.
          isComplete = false
          self.isExhausted = true
          stop.pointee = true
        } else if self.isCancelled() {
          isComplete = false
          self.isInterrupted = true
          stop.pointee = true
        }
      }
    }
    return isComplete
  }

  /// XPath allows `$` before a digit only, and `\` before `$` and `\` only.
  private static func isTemplate(_ template: String) -> Bool {
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        guard let next = rest.popFirst(), next == byte || next == UInt8(ascii: "$") else {
          return false
        }
      } else if byte == UInt8(ascii: "$") {
        guard let next = rest.first, next >= 0x30, next <= 0x39 else { return false }
      }
    }
    return true
  }

  /// Flags of XPath: `i`, `s`, `m`, `x`, `q`.
  private func expression(_ pattern: String, _ flags: String) -> NSRegularExpression? {
    let key = flags + "/" + pattern
    if let known = expressions[key] { return known }
    var options: NSRegularExpression.Options = []
    for flag in flags {
      switch flag {
      case "i": options.insert(.caseInsensitive)
      case "s": options.insert(.dotMatchesLineSeparators)
      case "m": options.insert(.anchorsMatchLines)
      case "x": options.insert(.allowCommentsAndWhitespace)
      case "q": options.insert(.ignoreMetacharacters)
      default: return nil
      }
    }
    let expression = try? NSRegularExpression(pattern: pattern, options: options)
    if expressions.count > 10_000 { expressions.removeAll() }
    if let expression { expressions[key] = expression }
    return expression
  }
}
