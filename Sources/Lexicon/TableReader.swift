import Foundation

/// A row of a dictionary file; valid only while it is being read.
struct TableRow {
  /// Line from 1.
  let line: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columnEnds: UnsafePointer<Int>

  init(line: Int, bytes: UnsafeBufferPointer<UInt8>, columnEnds: UnsafePointer<Int>) {
    self.line = line
    self.bytes = bytes
    self.columnEnds = columnEnds
  }

  /// The bytes of a column, without copying.
  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = column == 0 ? 0 : columnEnds[column - 1] + 1
    return UnsafeBufferPointer(rebasing: bytes[start..<columnEnds[column]])
  }

  /// The text of a column.
  func text(_ column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }
}

/// Reads a dictionary file: UTF-8, a header row, tab-separated columns, `#` comment lines, sorted.
///
/// Rows are sorted bytewise as whole lines, as `LC_ALL=C sort` does; a comment line begins a new
/// section that is sorted by itself. A byte-order mark and CR LF line ends are accepted.
struct TableReader {
  /// Path for messages.
  let file: String
  /// The columns the header must name, in order.
  let header: [String]
  /// Whether rows out of order are faults.
  var mustBeSorted = true
  /// What was wrong so far.
  private(set) var faults: [SeedFault] = []

  init(file: String, header: [String], mustBeSorted: Bool = true) {
    self.file = file
    self.header = header
    self.mustBeSorted = mustBeSorted
  }

  /// Records a fault of this file.
  mutating func report(_ line: Int, _ message: String) {
    faults.append(SeedFault(file: file, line: line, message: message))
  }

  /// Calls `body` for each well-formed row; malformed ones become faults.
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ body: (inout TableReader, TableRow) -> Void
  ) {
    let all = bytes.bindMemory(to: UInt8.self)
    guard isUTF8(all) else { return }
    var position = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    var hasHeader = false
    var previous: Range<Int>?
    withUnsafeTemporaryAllocation(of: Int.self, capacity: header.count + 1) { columnEnds in
      while position < all.count {
        line += 1
        let range = lineRange(in: all, from: &position)
        if range.isEmpty || all[range.lowerBound] == UInt8(ascii: "#") {
          previous = nil
          continue
        }
        let bytes = UnsafeBufferPointer(rebasing: all[range])
        guard hasHeader else {
          hasHeader = true
          guard checkHeader(bytes, line: line) else { return }
          continue
        }
        let count = splitColumns(bytes, into: columnEnds)
        guard count == header.count, let ends = columnEnds.baseAddress else {
          report(
            line, "\(count) columns, expected \(header.count): \(header.joined(separator: ", "))")
          continue
        }
        if let previous { checkOrder(all, previous, range, line: line) }
        previous = range
        body(&self, TableRow(line: line, bytes: bytes, columnEnds: UnsafePointer(ends)))
      }
      if !hasHeader { report(max(line, 1), "no header, expected \(Self.quoted(header))") }
    }
  }

  /// The next line without its end; moves `position` past it.
  private func lineRange(in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int) -> Range<
    Int
  > {
    let start = position
    var end = bytes.count
    if let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    {
      end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    position = end + 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Notes where each column ends; returns how many columns there are.
  private func splitColumns(
    _ bytes: UnsafeBufferPointer<UInt8>, into ends: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var count = 0
    var start = 0
    while let tab = memchr(base + start, Int32(UInt8(ascii: "\t")), bytes.count - start) {
      let end = UnsafeRawPointer(tab) - UnsafeRawPointer(base)
      if count < ends.count { ends[count] = end }
      count += 1
      start = end + 1
    }
    if count < ends.count { ends[count] = bytes.count }
    return count + 1
  }

  private mutating func checkHeader(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> Bool {
    let found = String(decoding: bytes, as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false
    ).map(String.init)
    guard found != header else { return true }
    let unknown = found.filter { !header.contains($0) }
    let missing = header.filter { !found.contains($0) }
    if missing.count == header.count {
      report(line, "no header, expected \(Self.quoted(header))")
    } else if !unknown.isEmpty {
      report(line, "unknown column \(Self.quoted(unknown)), expected \(Self.quoted(header))")
    } else if !missing.isEmpty {
      report(line, "missing column \(Self.quoted(missing)), expected \(Self.quoted(header))")
    } else {
      report(line, "columns out of order, expected \(Self.quoted(header))")
    }
    return false
  }

  private mutating func checkOrder(
    _ all: UnsafeBufferPointer<UInt8>, _ previous: Range<Int>, _ current: Range<Int>, line: Int
  ) {
    guard mustBeSorted, let base = all.baseAddress else { return }
    let order = memcmp(
      base + previous.lowerBound, base + current.lowerBound, min(previous.count, current.count))
    if order > 0 || (order == 0 && previous.count > current.count) {
      report(line, "not sorted: comes before line \(line - 1) in bytewise order (LC_ALL=C sort)")
    }
  }

  private mutating func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard String(validating: bytes, as: UTF8.self) == nil else { return true }
    var position = 0
    var line = 0
    while position < bytes.count {
      line += 1
      let range = lineRange(in: bytes, from: &position)
      if String(validating: bytes[range], as: UTF8.self) == nil { report(line, "not UTF-8") }
    }
    return false
  }

  /// `“a”, “b”`.
  static func quoted(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
