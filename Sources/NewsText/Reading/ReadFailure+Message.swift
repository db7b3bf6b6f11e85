#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ReadFailure: CustomStringConvertible {
  /// One line: where, what, and what to do about it.
  public var description: String { "\(location): \(reason.message)" }
}

extension ReadFailure.Location: CustomStringConvertible {
  /// `path` or `path:line`, standard input by name.
  public var description: String {
    let name = path == DocumentSource.standardInputPath ? "standard input" : path
    return line.map { "\(name):\($0)" } ?? name
  }
}

extension ReadFailure.Reason {
  /// What was found and what to do, without the place.
  fileprivate var message: String {
    switch self {
    case .missing:
      "no such file or folder; check the path"
    case .unreadable(let systemError):
      "cannot be read (\(String(cString: strerror(systemError)))); check its permissions"
    case .empty:
      "holds no text; remove it or fill it"
    case .binary(let byteOffset):
      "is not text (control character at byte \(byteOffset)); extract its text first"
    case .truncatedGzip:
      "the compressed file ends too early; fetch or compress it again"
    case .damagedGzip:
      "is damaged or not gzip; fetch or compress it again"
    case .undecodable(let byteOffset, let tried):
      "byte \(byteOffset) is not valid \(tried); save it as UTF-8"
    case .tooLarge(let limitBytes):
      "is larger than \(limitBytes) bytes as one document; split it, or use JSON Lines"
    case .folderWithoutDocuments:
      "holds no documents (\(DocumentFormat.listOfExtensions)); name another folder"
    case .unsupportedExtension:
      "is no kind of document read here (\(DocumentFormat.listOfExtensions)); rename or convert it"
    case .notJSON:
      "is not a JSON object; write one object a line"
    case .missingField(let field):
      "has no string \"\(field)\"; every line needs \"id\" and \"text\""
    case .duplicateID(let id, let first):
      "document \"\(id)\" was already read from \(first); give it another name"
    }
  }
}
