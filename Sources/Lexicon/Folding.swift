/// The mapping that makes spellings equal: full-width forms to ASCII and traditional characters to
/// simplified ones, one scalar to one scalar.
///
/// Entries and texts are folded alike, so 「臺灣」 finds 台湾 and an entry written 「臺灣」 is found
/// in simplified text.
struct Folding: Sendable {
  /// Scalar value → folded scalar value; scalars past its end stay as they are.
  private(set) var table: [UInt32]

  /// Full-width forms only.
  init() {
    table = (0..<0x10000).map { UInt32($0) }
    table[0x3000] = 0x20
    for scalar in 0xFF01...0xFF5E { table[scalar] = UInt32(scalar - 0xFEE0) }
  }

  /// A table taken as it is.
  init(table: [UInt32]) { self.table = table }

  /// Adds traditional → simplified pairs; chains (甲→乙, 乙→丙) are followed to their end.
  ///
  /// - Returns: the scalars that fold in a circle; they stay unfolded.
  mutating func add(_ pairs: [UInt32: UInt32]) -> [UInt32] {
    var circular: [UInt32] = []
    for (from, first) in pairs {
      var target = first
      var steps = 0
      while let next = pairs[target], steps <= pairs.count, target != from {
        target = next
        steps += 1
      }
      guard target != from, steps <= pairs.count else {
        circular.append(from)
        continue
      }
      while table.count <= Int(from) { table.append(UInt32(table.count)) }
      table[Int(from)] = target
    }
    return circular.sorted()
  }

  /// The scalar all its spellings fold to.
  @inline(__always)
  func folded(_ scalar: UInt32) -> UInt32 {
    Int(scalar) < table.count ? table[Int(scalar)] : scalar
  }
}

extension Folding {
  /// Reads `traditional simplified`, one character each; returns what was wrong.
  mutating func read(_ file: SeedFiles.File) -> [SeedFault] {
    var table = TableReader(file: file.file, header: ["traditional", "simplified"])
    var pairs: [UInt32: UInt32] = [:]
    var lines: [UInt32: Int] = [:]
    table.read(file.bytes.buffer) { table, row in
      let texts = [row.text(0), row.text(1)].map { Array($0.unicodeScalars) }
      guard texts.allSatisfy({ $0.count == 1 }), texts[0] != texts[1] else {
        return table.report(row.line, "expected two different characters")
      }
      let (from, to) = (texts[0][0], texts[1][0])
      if let line = lines[from.value] {
        return table.report(row.line, "duplicate: “\(from)” stands already in line \(line)")
      }
      pairs[from.value] = to.value
      lines[from.value] = row.line
    }
    for scalar in add(pairs) {
      table.report(lines[scalar] ?? 0, "folds in a circle back to itself")
    }
    return table.faults
  }
}
