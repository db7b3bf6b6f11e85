/// The parts of a compiled lexicon file.
///
/// The file begins with a header of 64-bit words: magic, version and byte order, fingerprint of
/// the seeds, length of the file, checksum of all that follows the header; then offset and length
/// of each section. Sections are arrays of fixed-size elements in the machine's byte order, each on
/// a 16-byte boundary, used where they lie.
enum ImageSection: Int, CaseIterable {
  /// `UInt16` by scalar value.
  case codes
  /// `UInt32` by scalar value: what it folds to.
  case folding
  /// ``AutomatonState``.
  case states
  /// ``AutomatonOutput``.
  case outputs
  /// ``SenseRecord``.
  case senses
  /// `UInt32` starts of spellings in the text, one more than spellings.
  case spellingStarts
  /// UTF-8 of the spellings.
  case spellingText
  /// `UInt32` starts of groups in the next section, one more than groups.
  case groupStarts
  /// `UInt32` numbers of spellings.
  case groupSpellings
  /// ``DivisionRecord``.
  case divisions
  /// UTF-8 of division names and codes.
  case divisionText
  /// ``ReadingTable/packed``.
  case readings
  /// ``ContextSlot``.
  case contextSlots
  /// ``ContextTable/Row``.
  case contextRows
  /// Group names, rules and ontology as ``RecordWriter`` writes them.
  case sources

  /// Size of an element in bytes.
  var stride: Int {
    switch self {
    case .codes: MemoryLayout<UInt16>.stride
    case .folding, .spellingStarts, .groupStarts, .groupSpellings: MemoryLayout<UInt32>.stride
    case .readings: MemoryLayout<UInt64>.stride
    case .states: MemoryLayout<AutomatonState>.stride
    case .outputs: MemoryLayout<AutomatonOutput>.stride
    case .senses: MemoryLayout<SenseRecord>.stride
    case .divisions: MemoryLayout<DivisionRecord>.stride
    case .contextSlots: MemoryLayout<ContextSlot>.stride
    case .contextRows: MemoryLayout<ContextTable.Row>.stride
    case .spellingText, .divisionText, .sources: 1
    }
  }
}

/// Where things stand in the header.
enum ImageHeader {
  /// Eight bytes that begin every file: `MAILUOLX`.
  static let magic: UInt64 = 0x584C_4F55_4C49_414D
  /// Raised with every change of the layout or of what readers make of the seeds.
  static let version: UInt64 = 4
  /// In the upper half of the version word; reads differently with the other byte order.
  static let byteOrder: UInt64 = 0x0102_0304

  static let magicOffset = 0
  static let versionOffset = 8
  static let fingerprintOffset = 16
  static let lengthOffset = 24
  static let checksumOffset = 32
  static let sectionsOffset = 40
  /// First byte after the header; also where the checksummed part begins.
  static let size = sectionsOffset + 16 * ImageSection.allCases.count
  static let alignment = 16
}

/// A division as it is stored.
struct DivisionRecord {
  var codeStart: UInt32 = 0
  var nameStart: UInt32 = 0
  var shortStart: UInt32 = 0
  var end: UInt32 = 0
  /// Index of the parent, or ``none``.
  var parent: UInt32 = none
  var level: UInt32 = 0

  static let none = UInt32.max
}
