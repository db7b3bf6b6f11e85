import Foundation
import Lexicon
import Testing

@Suite struct CompiledFileTests {
  func folder() throws -> SeedFolder {
    try SeedFolder([
      "dictionary/names.tsv": SeedFolder.entries([("太原", "place"), ("市", "head")]),
      "rules/names/r.yaml": "- id: a\n  x: [1, {y: 2}]",
    ])
  }

  func compiledFiles(_ folder: SeedFolder) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.cache, includingPropertiesForKeys: nil)
  }

  @Test func secondOpeningUsesTheCache() throws {
    let folder = try folder()
    let first = try folder.open()
    let files = try compiledFiles(folder)
    #expect(files.count == 1)
    let before = try Data(contentsOf: files[0])
    let second = try folder.open()
    #expect(try compiledFiles(folder) == files)
    #expect(try Data(contentsOf: files[0]) == before)
    #expect(second.fingerprint == first.fingerprint)
    #expect(second.described("太原市") == ["0..<2 place", "2..<3 head"])
    #expect(second.nameRules == first.nameRules)
  }

  @Test func changedSeedsAreCompiledAnew() throws {
    let folder = try folder()
    let first = try folder.open()
    try folder.write("dictionary/names.tsv", SeedFolder.entries([("太原市", "place")]))
    let second = try folder.open()
    #expect(second.fingerprint != first.fingerprint)
    #expect(second.described("太原市") == ["0..<3 place"])
    // The old one is still whole.
    #expect(first.described("太原市") == ["0..<2 place", "2..<3 head"])
    try folder.write("rules/names/r.yaml", "- id: b")
    #expect(try folder.open().nameRules.map(\.id) == ["b"])
  }

  /// What may happen to a file on a disk.
  enum Damage: CaseIterable {
    case empty, cutHeader, cutBody, longer, otherMagic, otherVersion, otherSeeds, flippedBit, folder
  }

  @Test(arguments: Damage.allCases)
  func damagedFileIsReplaced(damage: Damage) throws {
    let folder = try folder()
    _ = try folder.open()
    let file = try #require(try compiledFiles(folder).first)
    let good = try Data(contentsOf: file)
    var bad = good
    switch damage {
    case .empty: bad = Data()
    case .cutHeader: bad = good.prefix(100)
    case .cutBody: bad = good.prefix(good.count - 16)
    case .longer: bad.append(contentsOf: [UInt8](repeating: 0, count: 16))
    case .otherMagic: bad[0] ^= 1
    case .otherVersion: bad[8] ^= 1
    case .otherSeeds: bad[16] ^= 1
    case .flippedBit: bad[good.count / 2] ^= 1
    case .folder: break
    }
    try FileManager.default.removeItem(at: file)
    if damage == .folder {
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    } else {
      try bad.write(to: file)
    }
    #expect(try folder.open().described("太原市") == ["0..<2 place", "2..<3 head"])
    if damage != .folder { #expect(try Data(contentsOf: file) == good) }
  }

  @Test func sameSeedsGiveSameBytes() throws {
    let (one, other) = (try folder(), try folder())
    #expect(try one.open().fingerprint == other.open().fingerprint)
    let files = try compiledFiles(one) + compiledFiles(other)
    #expect(files.count == 2)
    #expect(files[0].lastPathComponent == files[1].lastPathComponent)
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
  }

  @Test func installedFileNeedsNoCache() throws {
    let folder = try folder()
    let file = folder.url.appendingPathComponent(Lexicon.compiledFileName)
    try Lexicon.compile(seeds: folder.url, to: file)
    #expect(try folder.open().described("太原市") == ["0..<2 place", "2..<3 head"])
    #expect(!FileManager.default.fileExists(atPath: folder.cache.path))
    // A file that no longer fits its seeds is passed over.
    try folder.write("dictionary/names.tsv", SeedFolder.entries([("市", "head")]))
    #expect(try folder.open().described("太原市") == ["2..<3 head"])
    #expect(try compiledFiles(folder).count == 1)
  }

  @Test func unwritableCacheIsNoError() throws {
    let folder = try folder()
    let blocked = try folder.write("file", "in the way").appendingPathComponent("cache")
    let lexicon = try Lexicon.open(seeds: folder.url, cacheDirectory: blocked)
    #expect(lexicon.described("市") == ["0..<1 head"])
  }

  @Test func faultySeedsLeaveNothingBehind() throws {
    let folder = try folder()
    try folder.write("dictionary/names.tsv", "")
    #expect(try folder.faults().count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.cache.path))
  }

  @Test func manyMayOpenAtOnce() async throws {
    let folder = try folder()
    let (url, cache) = (folder.url, folder.cache)
    let found = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<16 {
        group.addTask {
          try Lexicon.open(seeds: url, cacheDirectory: cache).described("太原市")
        }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(found == Array(repeating: ["0..<2 place", "2..<3 head"], count: 16))
    #expect(try compiledFiles(folder).count == 1)
  }

  @Test func keepsFewOldFiles() throws {
    let folder = try folder()
    for number in 0..<12 {
      try folder.write("rules/names/r.yaml", "- id: rule\(number)")
      _ = try folder.open()
    }
    #expect(try compiledFiles(folder).count == 8)
    #expect(try folder.open().nameRules.map(\.id) == ["rule11"])
  }
}
