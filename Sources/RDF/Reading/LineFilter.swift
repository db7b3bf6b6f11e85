import CZlib

/// Stands between a file of N-Triples or N-Quads and serd: lines that only RDF 1.2 has are taken out
/// and read here, an empty line in their place, so that line numbers stay right. A class because a
/// callback of serd holds a pointer to it.
final class LineFilter {
  private let file: gzFile
  private let isQuads: Bool
  private let take: (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void
  /// Bytes that are to be handed on.
  private var ready: [UInt8] = []
  private var position = 0
  /// The beginning of a line whose end was not read yet.
  private var begun: [UInt8] = []
  private var isAtEnd = false
  private var line = 0
  /// What was wrong with a line, and which.
  private(set) var fault: (line: Int, fault: NTriplesLine.Fault)?
  private(set) var failure: (any Error)?

  /// A line longer than this is no line of RDF.
  private static let maximumLine = 64 << 20

  init(
    _ file: gzFile, isQuads: Bool,
    take: @escaping (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void
  ) {
    self.file = file
    self.isQuads = isQuads
    self.take = take
  }

  /// Fills `buffer`, to its end unless the file ends: serd takes less for the end. How many bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      if position == ready.count {
        guard !isAtEnd, fault == nil, failure == nil else { break }
        fill()
        continue
      }
      let count = min(buffer.count - filled, ready.count - position)
      ready.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
          .copyMemory(from: .init(rebasing: bytes[position..<position + count]))
      }
      position += count
      filled += count
    }
    return filled
  }

  private func fill() {
    ready.removeAll(keepingCapacity: true)
    position = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    let count = chunk.withUnsafeMutableBytes { gzread(file, $0.baseAddress, UInt32($0.count)) }
    guard count > 0 else {
      isAtEnd = true
      if !begun.isEmpty { takeLine(begun[...], ended: false) }
      begun = []
      return
    }
    var rest = chunk[..<Int(count)]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      if begun.isEmpty {
        takeLine(rest[..<end], ended: true)
      } else {
        begun += rest[..<end]
        takeLine(begun[...], ended: true)
        begun.removeAll(keepingCapacity: true)
      }
      rest = rest[(end + 1)...]
    }
    begun += rest
    if begun.count > LineFilter.maximumLine {
      fault = (line + 1, .init(column: 1, message: "the line is longer than 64 MB"))
    }
  }

  private func takeLine(_ bytes: ArraySlice<UInt8>, ended: Bool) {
    line += 1
    defer { if ended { ready.append(UInt8(ascii: "\n")) } }
    guard NTriplesLine.isNeeded(bytes) else {
      ready += bytes
      return
    }
    guard fault == nil, failure == nil else { return }
    do {
      var reader = NTriplesLine(bytes)
      guard let terms = try reader.statement(isQuads: isQuads) else { return }
      try TermBytes.withBytes(of: terms) { parts in
        try take(parts[0], parts[1], parts[2], parts.count == 4 ? parts[3] : nil)
      }
    } catch let error as NTriplesLine.Fault {
      fault = (line, error)
    } catch {
      failure = error
    }
  }
}

extension TermBytes {
  /// Lends terms as bytes to `body`.
  public static func withBytes<Result>(
    of terms: [Term], _ body: ([TermBytes]) throws -> Result
  ) rethrows -> Result {
    let parts = terms.map { term -> (Kind, [UInt8], [UInt8]) in
      switch term {
      case .iri(let iri): (.iri, Array(iri.utf8), [])
      case .blank(let label): (.blank, Array(label.utf8), [])
      case .triple(let triple): (.triple, Array(Term.triple(triple).nTriples.utf8), [])
      case .literal(let literal):
        if let tag = literal.tag {
          (.language, Array(literal.lexical.utf8), Array(tag.utf8))
        } else if literal.isPlain {
          (.plain, Array(literal.lexical.utf8), [])
        } else {
          (.typed, Array(literal.lexical.utf8), Array(literal.datatype.utf8))
        }
      }
    }
    return try lend(parts[...], to: [], body)
  }

  private static func lend<Result>(
    _ rest: ArraySlice<(Kind, [UInt8], [UInt8])>, to lent: [TermBytes],
    _ body: ([TermBytes]) throws -> Result
  ) rethrows -> Result {
    guard let next = rest.first else { return try body(lent) }
    return try next.1.withUnsafeBufferPointer { text in
      try next.2.withUnsafeBufferPointer { tag in
        try lend(
          rest.dropFirst(), to: lent + [TermBytes(kind: next.0, text: text, tag: tag)], body)
      }
    }
  }
}
