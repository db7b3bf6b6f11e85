import Foundation

extension Lexicon {
  /// Name of a compiled lexicon that lies inside the seeds folder it was compiled from.
  public static let compiledFileName = "lexicon.compiled"

  /// Opens the lexicon of a seeds folder.
  ///
  /// Uses `lexicon.compiled` inside the folder or a file in the cache, whichever was compiled from
  /// exactly these seeds; where neither was, compiles them (a second or two for half a million
  /// entries) and keeps the result in the cache. A cache that cannot be written is no error.
  ///
  /// - Parameters:
  ///   - seeds: folder with `dictionary/`, `rules/` and `ontology.yaml`.
  ///   - userDictionaries: TSV files with the header `name type note`; their entries have the
  ///     groups `user.Organization` … and `user.not-a-name`.
  ///   - corrections: files of corrections beside `corrections.tsv` of the seeds, which may be missing.
  ///   - cacheDirectory: where compiled files are kept; `nil` for `$XDG_CACHE_HOME/mailuo` or
  ///     `~/.cache/mailuo`.
  /// - Returns: the lexicon, ready to use.
  /// - Throws: ``SeedFaults`` with every fault of every file.
  public static func open(
    seeds: URL, userDictionaries: [URL] = [], corrections: [URL] = [], cacheDirectory: URL? = nil
  ) throws -> Lexicon {
    let (users, unreadable) = map(userDictionaries)
    let base: LexiconImage
    do {
      base = try image(of: seeds, cacheDirectory: cacheDirectory)
    } catch let error as SeedFaults {
      throw SeedFaults(error.faults + unreadable)
    }
    let reader = Lexicon(base: base, overlay: nil).corrections(of: seeds, and: corrections)
    let faults = unreadable + reader.faults
    guard faults.isEmpty else { throw SeedFaults(faults + (try overlayFaults(users, over: base))) }
    return Lexicon(
      base: base, overlay: try overlay(users, over: base), corrections: reader.corrections,
      correctionsFingerprint: reader.fingerprint)
  }

  /// The compiled seeds.
  static func image(of seeds: URL, cacheDirectory: URL?) throws -> LexiconImage {
    try CompiledLexiconCache(directory: cacheDirectory).image(
      of: SeedFiles(seeds), bundled: seeds.appendingPathComponent(compiledFileName))
  }

  /// What is wrong with the users' dictionaries themselves.
  private static func overlayFaults(
    _ files: [SeedFiles.File], over base: LexiconImage
  ) throws -> [SeedFault] {
    do {
      _ = try overlay(files, over: base)
      return []
    } catch let error as SeedFaults {
      return error.faults
    }
  }

  /// The corrections of the seeds and those of the user's files.
  func corrections(of seeds: URL, and files: [URL]) -> CorrectionReader {
    var reader = CorrectionReader(types: ontology.types.map(\.name), folding: folded)
    reader.read(seeds.appendingPathComponent("corrections.tsv"), isNeeded: false)
    for file in files { reader.read(file, isNeeded: true) }
    return reader
  }

  /// This lexicon with corrections that were read.
  func adding(_ reader: CorrectionReader) -> Lexicon {
    Lexicon(
      base: base, overlay: overlay, corrections: reader.corrections,
      correctionsFingerprint: reader.fingerprint)
  }

  /// This lexicon, which has no user dictionaries yet, with some laid over it.
  func laying(_ userDictionaries: [URL]) throws(SeedFaults) -> Lexicon {
    let (users, unreadable) = Self.map(userDictionaries)
    var faults = unreadable
    do {
      let overlay = try Self.overlay(users, over: base)
      if faults.isEmpty {
        return Lexicon(
          base: base, overlay: overlay, corrections: corrections,
          correctionsFingerprint: correctionsFingerprint)
      }
    } catch let error as SeedFaults {
      faults += error.faults
    } catch {
      faults.append(SeedFault(file: users.first?.file ?? "", line: 0, message: "\(error)"))
    }
    throw SeedFaults(faults)
  }

  private static func map(_ dictionaries: [URL]) -> (files: [SeedFiles.File], faults: [SeedFault]) {
    var files: [SeedFiles.File] = []
    var faults: [SeedFault] = []
    for dictionary in dictionaries {
      let path = dictionary.relativePath
      do {
        files.append(
          SeedFiles.File(path: path, file: path, bytes: try StoredBytes(mapping: path)))
      } catch {
        faults.append(SeedFault(file: path, line: 0, message: "cannot be read: \(error.reason)"))
      }
    }
    return (files, faults)
  }

  /// Compiles seeds into `file`, for installing beside them as ``compiledFileName``.
  ///
  /// - Throws: ``SeedFaults``, or the system's error when the file cannot be written.
  public static func compile(seeds: URL, to file: URL) throws {
    let bytes = try LexiconCompiler.compile(SeedFiles(seeds))
    try bytes.write(to: file)
  }

  private static func overlay(
    _ files: [SeedFiles.File], over base: LexiconImage
  ) throws -> LexiconImage? {
    guard !files.isEmpty else { return nil }
    // Contents only: the same dictionary from another folder reads the same.
    let fingerprint = files.reduce(base.fingerprint) { ContentHash.of($1.bytes.buffer, seed: $0) }
    let bytes = try UserDictionary.compile(files, over: base, fingerprint: fingerprint)
    return try LexiconImage(bytes, senseOffset: UInt32(base.senses.count))
  }
}
