/// Puts the sections of a compiled lexicon together.
struct ImageWriter {
  private var sections: [ImageSection: [UInt8]] = [:]

  /// Whether the entries are there.
  var isFilled: Bool { sections[.states] != nil }

  /// Sets a section to the elements of an array.
  mutating func set<Element>(_ section: ImageSection, _ elements: [Element]) {
    precondition(MemoryLayout<Element>.stride == section.stride, "element of another section")
    sections[section] = elements.withUnsafeBytes { Array($0) }
  }

  /// The finished file.
  func image(fingerprint: UInt64) -> StoredBytes {
    var offsets: [(section: ImageSection, offset: Int, count: Int)] = []
    var length = Self.aligned(ImageHeader.size)
    for section in ImageSection.allCases {
      let count = sections[section]?.count ?? 0
      offsets.append((section, length, count))
      length = Self.aligned(length + count)
    }
    let image = UnsafeMutableRawBufferPointer.allocate(
      byteCount: length, alignment: ImageHeader.alignment)
    image.initializeMemory(as: UInt8.self, repeating: 0)
    for (section, offset, _) in offsets {
      sections[section]?.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: image[offset...]).copyMemory(from: bytes)
      }
    }
    func store(_ value: UInt64, _ offset: Int) {
      image.storeBytes(of: value, toByteOffset: offset, as: UInt64.self)
    }
    store(ImageHeader.magic, ImageHeader.magicOffset)
    store(ImageHeader.byteOrder << 32 | ImageHeader.version, ImageHeader.versionOffset)
    store(fingerprint, ImageHeader.fingerprintOffset)
    store(UInt64(length), ImageHeader.lengthOffset)
    for (section, offset, count) in offsets {
      store(UInt64(offset), ImageHeader.sectionsOffset + 16 * section.rawValue)
      store(UInt64(count), ImageHeader.sectionsOffset + 16 * section.rawValue + 8)
    }
    let checked = UnsafeRawBufferPointer(rebasing: image[ImageHeader.sectionsOffset...])
    store(ContentHash.of(checked), ImageHeader.checksumOffset)
    return StoredBytes(taking: image)
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + ImageHeader.alignment - 1) / ImageHeader.alignment * ImageHeader.alignment
  }
}
