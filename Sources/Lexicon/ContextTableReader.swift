/// Reads `seeds/weights/*.tsv`: a feature a line, `template`, `what` and a number of nats for each
/// tag, empty for 0.
struct ContextTableReader {
  /// Names of the columns behind `template` and `what`.
  static let tags: [String] = ["Organization", "Person", "Place", "Project"].flatMap { type in
    ["first", "inside", "last", "alone"].map { "\(type).\($0)" }
  }

  private(set) var faults: [SeedFault] = []
  private let templates = Dictionary(
    uniqueKeysWithValues: ContextTemplate.allCases.map { ($0.name, $0) })
  private var blocks: [UInt64: Int] = [:]
  /// Rows that a line was read for.
  private var filled: Set<Int> = []
  private(set) var rows: [ContextTable.Row] = []

  /// Most nats a weight can be: eight bits in twentieths.
  static let limit: Float = 6.35

  mutating func read(_ file: SeedFiles.File) {
    var reader = TableReader(file: file.file, header: ["template", "what"] + Self.tags)
    reader.read(file.bytes.buffer) { reader, row in
      guard let template = templates[row.text(0)] else {
        reader.report(row.line, "unknown template “\(row.text(0))”")
        return
      }
      let (family, offset) = template.place
      guard let key = Self.key(family, row.text(1)) else {
        reader.report(row.line, "“\(row.text(1))” is more than four characters")
        return
      }
      let start = start(ofBlock: key, rows: family.rows)
      guard start + family.rows < ContextSlot.mostRows else {
        reader.report(row.line, "more rows than the table can have")
        return
      }
      guard filled.insert(start + offset).inserted else {
        reader.report(row.line, "duplicate: “\(row.text(1))” has this template already")
        return
      }
      for tag in 0..<ContextTable.Row.scalarCount {
        let text = row.text(2 + tag)
        guard !text.isEmpty else { continue }
        guard let weight = Float(text), abs(weight) <= Self.limit else {
          reader.report(
            row.line, "“\(text)” is no number between −\(Self.limit) and \(Self.limit)")
          continue
        }
        let lane = ContextTable.lane(type: tag / 4, place: tag % 4)
        rows[start + offset][lane] = Int8((weight * ContextTable.nat).rounded())
      }
    }
    faults += reader.faults
  }

  /// Where the rows of a block begin, behind its key.
  private mutating func start(ofBlock key: ContextKey, rows count: Int) -> Int {
    if let start = blocks[key.value] { return start }
    let zero = ContextTable.Row(repeating: 0)
    if rows.isEmpty {
      // Rows of zeros for what is not in the table, and no block at 0.
      rows.append(contentsOf: repeatElement(zero, count: 1 + Self.mostRowsOfBlock))
    }
    rows.append(unsafeBitCast(SIMD2(key.value, 0), to: ContextTable.Row.self))
    let start = rows.count
    blocks[key.value] = start
    rows.append(contentsOf: repeatElement(zero, count: count))
    return start
  }

  private static let mostRowsOfBlock = ContextTemplate.Family.allCases.map(\.rows).max() ?? 0

  /// Characters as they stand, `␂` for the edge of the sentence and `␠` for a space; names with
  /// spaces between them.
  private static func key(_ family: ContextTemplate.Family, _ what: String) -> ContextKey? {
    guard family.isText else {
      return ContextKey(family, names: what.split(separator: " ").map(String.init))
    }
    var packed: UInt64 = 0
    guard what.unicodeScalars.count <= 4 else { return nil }
    for scalar in what.unicodeScalars {
      packed = packed << 16 | UInt64(ContextLetter(printed: scalar).rawValue)
    }
    return ContextKey(family, packed: packed)
  }

  /// The rows, with as many more as a look at the last block may reach beyond it.
  func paddedRows() -> [ContextTable.Row] {
    rows + repeatElement(ContextTable.Row(repeating: 0), count: Self.mostRowsOfBlock)
  }

  /// The hash table, at most half full.
  func slots() -> [ContextSlot] {
    guard !blocks.isEmpty else { return [] }
    var capacity = 16
    while capacity < blocks.count * 2 { capacity *= 2 }
    var slots = [ContextSlot](repeating: ContextSlot(), count: capacity)
    // Rows in the order of the file: equal seeds, equal images.
    for (key, row) in blocks.sorted(by: { $0.value < $1.value }) {
      var index = Int(key & UInt64(capacity - 1))
      while slots[index].value != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = ContextSlot(key: ContextKey(value: key), row: row - 1)
    }
    return slots
  }
}

/// A character as the context model sees it: simplified and half-width, digits as 0, Latin letters
/// as A, in sixteen bits.
package struct ContextLetter: Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let edge = ContextLetter(rawValue: 0x2)
  package static let space = ContextLetter(rawValue: 0x20)
  package static let digit = ContextLetter(rawValue: 0x30)
  package static let latin = ContextLetter(rawValue: 0x41)
  /// Stands for all characters beyond the first 65,536.
  package static let rare = ContextLetter(rawValue: 0xFFFD)

  /// As the table prints it.
  package init(printed scalar: Unicode.Scalar) {
    switch scalar {
    case "␂": self = .edge
    case "␠": self = .space
    default: rawValue = UInt16(exactly: scalar.value) ?? Self.rare.rawValue
    }
  }

  /// What the table prints for it.
  package var printed: Unicode.Scalar {
    switch self {
    case .edge: "␂"
    case .space: "␠"
    default: Unicode.Scalar(UInt32(rawValue)) ?? "\u{FFFD}"
    }
  }
}
