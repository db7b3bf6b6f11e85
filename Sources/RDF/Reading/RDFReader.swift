import CSerd
import CZlib
import Foundation

/// Reads RDF from a file, statement by statement, with serd (https://drobilla.net/software/serd).
/// A class because serd holds a pointer to it.
public final class RDFReader {
  /// Takes subject, predicate, object, and the graph where there is one.
  public typealias Body = (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void

  private let path: String
  private let body: Body
  private let environment: OpaquePointer
  private var failure: (any Error)?
  private var fault: RDFReadFailure?

  private init(path: String, base: String, body: @escaping Body) throws {
    self.path = path
    self.body = body
    var base = serd_node_from_string(SERD_URI, base)
    guard let made = withUnsafePointer(to: &base, { serd_env_new($0) }) else {
      throw RDFReadFailure(path: path, line: 0, column: 0, message: "no room to read it")
    }
    environment = made
  }

  deinit { serd_env_free(environment) }

  /// Hands over every statement of the file, which may be compressed. Throws ``RDFReadFailure``
  /// and what `body` throws.
  public static func read(
    path: String, syntax: RDFSyntax,
    _ body: (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void
  ) throws {
    let base = URL(fileURLWithPath: path).absoluteString
    try withoutActuallyEscaping(body) { body in
      try RDFReader(path: path, base: base, body: body).run(syntax)
    }
  }

  private func run(_ syntax: RDFSyntax) throws {
    // gzopen reads what is not compressed as it is.
    guard let file = gzopen(path, "rb") else {
      throw RDFReadFailure(
        path: path, line: 0, column: 0, message: String(cString: strerror(errno)))
    }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 17)
    let state = Unmanaged.passUnretained(self).toOpaque()
    guard
      let reader = serd_reader_new(
        syntax.serd, state, nil, takeBase, takePrefix, takeStatement, nil)
    else { throw RDFReadFailure(path: path, line: 0, column: 0, message: "no room to read it") }
    defer { serd_reader_free(reader) }
    serd_reader_set_strict(reader, true)
    serd_reader_set_error_sink(reader, takeError, state)
    let isLines = syntax == .nTriples || syntax == .nQuads
    let filter = LineFilter(file, isQuads: syntax == .nQuads, take: body)
    let status =
      isLines
      ? serd_reader_read_source(
        reader, readLines, hasFailed, Unmanaged.passUnretained(filter).toOpaque(), nil, 1 << 16)
      : serd_reader_read_source(
        reader, readBytes, hasFailed, UnsafeMutableRawPointer(file), nil, 1 << 16)
    if let failure = failure ?? filter.failure { throw failure }
    if let (line, found) = filter.fault, fault.map({ $0.line >= line }) ?? true {
      throw RDFReadFailure(path: path, line: line, column: found.column, message: found.message)
    }
    if let fault { throw isLines ? fault : explained(fault) }
    var code: Int32 = 0
    if let message = gzerror(file, &code), code != Z_OK, code != Z_STREAM_END {
      throw RDFReadFailure(path: path, line: 0, column: 0, message: String(cString: message))
    }
    guard status == SERD_SUCCESS || status == SERD_FAILURE else {
      throw RDFReadFailure(
        path: path, line: 0, column: 0, message: String(cString: serd_strerror(status)))
    }
  }

  /// In Turtle and TriG, what of RDF 1.2 is not read has a message of its own.
  private func explained(_ fault: RDFReadFailure) -> RDFReadFailure {
    guard let line = line(fault.line),
      ["<<", "{|", "~", "--"].contains(where: { line.contains($0) })
    else { return fault }
    return RDFReadFailure(
      path: path, line: fault.line, column: fault.column,
      message: fault.message
        + "; triple terms and annotations are read from N-Triples and N-Quads only: convert the file"
    )
  }

  /// A line of the file.
  private func line(_ number: Int) -> String? {
    guard number > 0, let file = gzopen(path, "rb") else { return nil }
    defer { gzclose(file) }
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var lines = 0
    var text = ""
    while gzgets(file, &buffer, Int32(buffer.count)) != nil {
      let part = String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if lines == number - 1 { text += part }
      guard part.hasSuffix("\n") else { continue }
      lines += 1
      if lines >= number { break }
    }
    return text
  }

  fileprivate func setBase(_ node: UnsafePointer<SerdNode>?) -> SerdStatus {
    serd_env_set_base_uri(environment, node)
  }

  fileprivate func setPrefix(
    _ name: UnsafePointer<SerdNode>, _ node: UnsafePointer<SerdNode>
  ) -> SerdStatus {
    serd_env_set_prefix(environment, name, node)
  }

  fileprivate func take(_ error: UnsafePointer<SerdError>) -> SerdStatus {
    guard fault == nil else { return SERD_SUCCESS }
    fault = RDFReadFailure(
      path: path, line: Int(error.pointee.line), column: Int(error.pointee.col),
      message: String(cString: serd_strerror(error.pointee.status)).lowercased())
    return SERD_SUCCESS
  }

  fileprivate func take(
    _ nodes: [UnsafePointer<SerdNode>?], _ datatype: UnsafePointer<SerdNode>?,
    _ language: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    var expanded: [SerdNode] = []
    defer { for index in expanded.indices { serd_node_free(&expanded[index]) } }
    func node(_ node: UnsafePointer<SerdNode>) -> SerdNode {
      guard node.pointee.type == SERD_CURIE || needsBase(node.pointee) else { return node.pointee }
      let full = serd_env_expand_node(environment, node)
      expanded.append(full)
      return full
    }
    func bytes(_ node: SerdNode) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: node.buf, count: node.n_bytes)
    }
    func term(_ pointer: UnsafePointer<SerdNode>) -> TermBytes {
      let found = node(pointer)
      switch found.type {
      case SERD_BLANK:
        return TermBytes(kind: .blank, text: bytes(found), tag: .init(start: nil, count: 0))
      case SERD_LITERAL:
        if let language, language.pointee.buf != nil {
          return TermBytes(kind: .language, text: bytes(found), tag: bytes(language.pointee))
        }
        if let datatype, datatype.pointee.buf != nil {
          let type = bytes(node(datatype))
          let isString = type.elementsEqual(XSD.string.utf8)
          return TermBytes(
            kind: isString ? .plain : .typed, text: bytes(found),
            tag: isString ? .init(start: nil, count: 0) : type)
        }
        return TermBytes(kind: .plain, text: bytes(found), tag: .init(start: nil, count: 0))
      default: return TermBytes(kind: .iri, text: bytes(found), tag: .init(start: nil, count: 0))
      }
    }
    guard let subject = nodes[0], let predicate = nodes[1], let object = nodes[2] else {
      return SERD_ERR_BAD_ARG
    }
    do {
      let graph = nodes[3].flatMap { $0.pointee.buf == nil ? nil : term($0) }
      try body(term(subject), term(predicate), term(object), graph)
      return SERD_SUCCESS
    } catch {
      failure = error
      return SERD_ERR_INTERNAL
    }
  }

  /// Whether an IRI is relative.
  private func needsBase(_ node: SerdNode) -> Bool {
    node.type == SERD_URI && !serd_uri_string_has_scheme(node.buf)
  }
}

private func reader(_ handle: UnsafeMutableRawPointer?) -> RDFReader? {
  handle.map { Unmanaged<RDFReader>.fromOpaque($0).takeUnretainedValue() }
}

private func readBytes(
  _ buffer: UnsafeMutableRawPointer, _ size: Int, _ count: Int,
  _ stream: UnsafeMutableRawPointer
) -> Int {
  max(0, Int(gzread(stream.assumingMemoryBound(to: gzFile_s.self), buffer, UInt32(size * count))))
    / max(size, 1)
}

private func readLines(
  _ buffer: UnsafeMutableRawPointer, _ size: Int, _ count: Int,
  _ stream: UnsafeMutableRawPointer
) -> Int {
  Unmanaged<LineFilter>.fromOpaque(stream).takeUnretainedValue()
    .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) / max(size, 1)
}

/// Errors of the stream are asked for when it has ended.
private func hasFailed(_ stream: UnsafeMutableRawPointer) -> Int32 { 0 }

private func takeBase(
  _ handle: UnsafeMutableRawPointer?, _ node: UnsafePointer<SerdNode>
) -> SerdStatus {
  reader(handle)?.setBase(node) ?? SERD_ERR_INTERNAL
}

private func takePrefix(
  _ handle: UnsafeMutableRawPointer?, _ name: UnsafePointer<SerdNode>,
  _ node: UnsafePointer<SerdNode>
) -> SerdStatus {
  reader(handle)?.setPrefix(name, node) ?? SERD_ERR_INTERNAL
}

private func takeError(
  _ handle: UnsafeMutableRawPointer?, _ error: UnsafePointer<SerdError>
) -> SerdStatus {
  reader(handle)?.take(error) ?? SERD_ERR_INTERNAL
}

private func takeStatement(
  _ handle: UnsafeMutableRawPointer?, _ flags: SerdStatementFlags,
  _ graph: UnsafePointer<SerdNode>?, _ subject: UnsafePointer<SerdNode>,
  _ predicate: UnsafePointer<SerdNode>, _ object: UnsafePointer<SerdNode>,
  _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
) -> SerdStatus {
  reader(handle)?.take([subject, predicate, object, graph], datatype, language)
    ?? SERD_ERR_INTERNAL
}
