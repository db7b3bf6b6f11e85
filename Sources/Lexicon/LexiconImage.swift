/// A compiled lexicon in memory: typed views of its sections, and its small parts decoded.
///
/// A class because many lexicon values share it; immutable, so threads may too.
final class LexiconImage: @unchecked Sendable {
  /// Why bytes are not a usable image: of another make, cut off, damaged.
  struct Damage: Error {}

  let automaton: Automaton
  let senses: UnsafeBufferPointer<SenseRecord>
  let folding: UnsafeBufferPointer<UInt32>
  let readings: UnsafeBufferPointer<UInt64>
  let divisions: UnsafeBufferPointer<DivisionRecord>
  let contextSlots: UnsafeBufferPointer<ContextSlot>
  let contextRows: UnsafeBufferPointer<ContextTable.Row>
  /// Names by group number.
  let groupNames: [String]
  let rules: [RuleSource]
  let ontology: Ontology
  /// Hash of what it was compiled from.
  let fingerprint: UInt64

  /// The whole file, for writing it out.
  let bytes: StoredBytes
  private let spellingStarts: UnsafeBufferPointer<UInt32>
  private let spellingText: UnsafeBufferPointer<UInt8>
  private let groupStarts: UnsafeBufferPointer<UInt32>
  private let groupSpellings: UnsafeBufferPointer<UInt32>
  private let divisionText: UnsafeBufferPointer<UInt8>

  /// Checks header, section bounds and checksum, then views the sections where they lie.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - expected: the fingerprint it must have, if that matters.
  ///   - senseOffset: added to the indices of senses that matches carry.
  /// - Throws: ``Damage`` when anything is not as the writer leaves it.
  init(
    _ bytes: StoredBytes, expecting expected: UInt64? = nil, senseOffset: UInt32 = 0
  ) throws(Damage) {
    let sections = try ImageSections(bytes.buffer, expecting: expected)
    self.bytes = bytes
    fingerprint = sections.fingerprint
    let codes = try sections.view(.codes, as: UInt16.self)
    let states = try sections.view(.states, as: AutomatonState.self)
    let outputs = try sections.view(.outputs, as: AutomatonOutput.self)
    guard let firstCode = codes.baseAddress, let firstState = states.baseAddress,
      let firstOutput = outputs.baseAddress, !states.isEmpty
    else { throw Damage() }
    automaton = Automaton(
      codes: firstCode, codeCount: UInt32(codes.count), states: firstState, outputs: firstOutput,
      senseOffset: senseOffset)
    senses = try sections.view(.senses, as: SenseRecord.self)
    folding = try sections.view(.folding, as: UInt32.self)
    readings = try sections.view(.readings, as: UInt64.self)
    divisions = try sections.view(.divisions, as: DivisionRecord.self)
    divisionText = try sections.view(.divisionText, as: UInt8.self)
    spellingStarts = try sections.view(.spellingStarts, as: UInt32.self)
    spellingText = try sections.view(.spellingText, as: UInt8.self)
    groupStarts = try sections.view(.groupStarts, as: UInt32.self)
    groupSpellings = try sections.view(.groupSpellings, as: UInt32.self)
    contextSlots = try sections.view(.contextSlots, as: ContextSlot.self)
    contextRows = try sections.view(.contextRows, as: ContextTable.Row.self)
    guard contextSlots.count & (contextSlots.count - 1) == 0 else { throw Damage() }
    var reader = RecordReader(try sections.view(.sources, as: UInt8.self))
    do {
      groupNames = try reader.readStrings()
      ontology = try reader.readOntology()
      rules = try reader.readRules()
    } catch {
      throw Damage()
    }
  }

  /// The spellings of a group, as the dictionaries print them, in bytewise order within the folded
  /// order of entries.
  func spellings(inGroup group: Int) -> [String] {
    guard group + 1 < groupStarts.count else { return [] }
    return (groupStarts[group]..<groupStarts[group + 1]).map { index in
      let spelling = Int(groupSpellings[Int(index)])
      let range = Int(spellingStarts[spelling])..<Int(spellingStarts[spelling + 1])
      return String(decoding: UnsafeBufferPointer(rebasing: spellingText[range]), as: UTF8.self)
    }
  }

  /// Code, name and short name of a division.
  func divisionText(_ record: DivisionRecord) -> (code: String, name: String, short: String) {
    func text(_ start: UInt32, _ end: UInt32) -> String {
      String(
        decoding: UnsafeBufferPointer(rebasing: divisionText[Int(start)..<Int(end)]),
        as: UTF8.self)
    }
    return (
      text(record.codeStart, record.nameStart), text(record.nameStart, record.shortStart),
      text(record.shortStart, record.end)
    )
  }
}

/// The section table of an image, checked.
private struct ImageSections {
  let fingerprint: UInt64
  private let bytes: UnsafeRawBufferPointer

  init(
    _ bytes: UnsafeRawBufferPointer, expecting expected: UInt64?
  ) throws(LexiconImage.Damage) {
    self.bytes = bytes
    guard bytes.count >= ImageHeader.size else { throw LexiconImage.Damage() }
    func word(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    fingerprint = word(ImageHeader.fingerprintOffset)
    guard word(ImageHeader.magicOffset) == ImageHeader.magic,
      word(ImageHeader.versionOffset) == ImageHeader.byteOrder << 32 | ImageHeader.version,
      word(ImageHeader.lengthOffset) == UInt64(bytes.count),
      expected == nil || fingerprint == expected
    else { throw LexiconImage.Damage() }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[ImageHeader.sectionsOffset...])
    guard word(ImageHeader.checksumOffset) == ContentHash.of(checked) else {
      throw LexiconImage.Damage()
    }
  }

  func view<Element>(
    _ section: ImageSection, as type: Element.Type
  ) throws(LexiconImage.Damage) -> UnsafeBufferPointer<Element> {
    let entry = ImageHeader.sectionsOffset + 16 * section.rawValue
    let offset = bytes.loadUnaligned(fromByteOffset: entry, as: UInt64.self)
    let count = bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)
    guard offset <= UInt64(bytes.count), count <= UInt64(bytes.count) - offset,
      Int(offset) % ImageHeader.alignment == 0, Int(count) % section.stride == 0,
      section.stride == MemoryLayout<Element>.stride
    else { throw LexiconImage.Damage() }
    let range = Int(offset)..<Int(offset + count)
    return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: type)
  }
}
