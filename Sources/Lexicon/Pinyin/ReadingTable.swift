/// How characters are read: up to five syllables each, most usual first.
struct ReadingTable {
  /// Characters the table has room for: ideographs of the basic plane.
  static let characters: Range<UInt32> = 0x3400..<0xA000
  /// Bits of a syllable, which is stored plus one; zero ends the list.
  static let bits: UInt64 = 12
  /// Most readings of a character.
  static let most = 5

  /// Packed syllables by character, the first in the lowest bits.
  private(set) var packed = [UInt64](repeating: 0, count: characters.count)

  /// Reads `character readings`; returns what was wrong.
  mutating func read(_ file: SeedFiles.File) -> [SeedFault] {
    var table = TableReader(file: file.file, header: ["character", "readings"])
    var found = packed
    table.read(file.bytes.buffer) { table, row in
      let scalars = Array(row.text(0).unicodeScalars)
      guard scalars.count == 1, Self.characters.contains(scalars[0].value) else {
        return table.report(row.line, "expected one Chinese character")
      }
      let spellings = row.text(1).split(separator: " ")
      let syllables = spellings.compactMap { Syllable($0.utf8) }
      guard syllables.count == spellings.count, (1...Self.most).contains(syllables.count) else {
        return table.report(
          row.line, "expected one to \(Self.most) syllables of pinyin without tones")
      }
      let index = Int(scalars[0].value - Self.characters.lowerBound)
      guard found[index] == 0 else {
        return table.report(row.line, "duplicate: “\(scalars[0])” has readings already")
      }
      for syllable in syllables.reversed() {
        found[index] = found[index] << Self.bits | UInt64(syllable.rawValue + 1)
      }
    }
    packed = found
    return table.faults
  }
}

/// The readings of one character, most usual first.
public struct Readings: Sequence, IteratorProtocol, Sendable {
  private var packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  /// Those listed, of which the first five count.
  public init(_ syllables: [Syllable]) {
    packed = syllables.prefix(ReadingTable.most).reversed().reduce(0) {
      $0 << ReadingTable.bits | UInt64($1.rawValue + 1)
    }
  }

  /// The next syllable.
  public mutating func next() -> Syllable? {
    guard packed != 0 else { return nil }
    defer { packed >>= ReadingTable.bits }
    return Syllable(rawValue: UInt16(packed & 0xFFF) - 1)
  }
}

extension Lexicon {
  /// How a simplified character is read, most usual first; nothing for what is none.
  public func readings(of scalar: Unicode.Scalar) -> Readings {
    let table = base.readings
    guard ReadingTable.characters.contains(scalar.value),
      case let index = Int(scalar.value - ReadingTable.characters.lowerBound), index < table.count
    else { return Readings(packed: 0) }
    return Readings(packed: table[index])
  }

  /// Hash of what decides which names are alike: folding and readings.
  public var namesFingerprint: UInt64 {
    let folding = ContentHash.of(UnsafeRawBufferPointer(base.folding))
    return ContentHash.of(UnsafeRawBufferPointer(base.readings), seed: folding)
  }
}
