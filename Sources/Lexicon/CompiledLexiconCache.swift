import Foundation

/// The folder where compiled lexicons are kept, one file for each state of the seeds.
struct CompiledLexiconCache {
  /// How many files stay when a new one is written.
  static let keptFiles = 8

  private let directory: URL

  /// - Parameter directory: `nil` for `$XDG_CACHE_HOME/mailuo` or `~/.cache/mailuo`.
  init(directory: URL?) {
    self.directory = directory ?? Self.userDirectory()
  }

  /// The image of the seeds: the bundled file or the cached one if they were made from exactly
  /// these seeds and are undamaged, otherwise a new one.
  func image(of seeds: SeedFiles, bundled: URL) throws -> LexiconImage {
    let fingerprint = seeds.fingerprint
    let file = directory.appendingPathComponent(Self.name(fingerprint))
    // An unreadable seed file may be missing from the fingerprint: let the compiler report it.
    if seeds.faults.isEmpty {
      for candidate in [bundled, file] {
        if let image = Self.usableImage(candidate, fingerprint) { return image }
      }
    }
    let bytes = try LexiconCompiler.compile(seeds)
    // Seeds that were edited meanwhile must not leave their image under the old name.
    if seeds.fingerprint == fingerprint { keep(bytes, as: file) }
    return try LexiconImage(bytes)
  }

  private static func usableImage(_ file: URL, _ fingerprint: UInt64) -> LexiconImage? {
    do {
      return try LexiconImage(StoredBytes(mapping: file.path), expecting: fingerprint)
    } catch {
      // Absent, cut off, damaged, of other seeds or another version: it will be compiled anew.
      return nil
    }
  }

  /// Writes a compiled file; without a writable cache the next start compiles again, that is all.
  private func keep(_ bytes: StoredBytes, as file: URL) {
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      try bytes.write(to: file)
      try removeOldFiles()
    } catch {
      return
    }
  }

  private func removeOldFiles() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: [.contentModificationDateKey]
    ).filter { $0.lastPathComponent.hasPrefix("lexicon-") && $0.pathExtension == "compiled" }
    guard files.count > Self.keptFiles else { return }
    let dated = try files.map { file in
      let values = try file.resourceValues(forKeys: [.contentModificationDateKey])
      return (file: file, date: values.contentModificationDate ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.date > $1.date }).dropFirst(Self.keptFiles) {
      try FileManager.default.removeItem(at: old.file)
    }
  }

  private static func name(_ fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return "lexicon-\(String(repeating: "0", count: 16 - digits.count))\(digits).compiled"
  }

  private static func userDirectory() -> URL {
    if let path = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"], path.hasPrefix("/") {
      return URL(fileURLWithPath: path).appendingPathComponent("mailuo")
    }
    return FileManager.default.homeDirectoryForCurrentUser
      .appendingPathComponent(".cache").appendingPathComponent("mailuo")
  }
}

extension StoredBytes {
  /// Writes the bytes into a file as one step: readers see the old file or the whole new one, also
  /// when two processes write at once.
  func write(to file: URL) throws {
    guard let start = buffer.baseAddress else { return try Data().write(to: file) }
    // Data only reads here.
    let data = Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: buffer.count,
      deallocator: .none)
    try data.write(to: file, options: .atomic)
  }
}
