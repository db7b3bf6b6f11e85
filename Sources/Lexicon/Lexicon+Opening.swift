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
  ///   - cacheDirectory: where compiled files are kept; `nil` for `$XDG_CACHE_HOME/mailuo` or
  ///     `~/.cache/mailuo`.
  /// - Returns: the lexicon, ready to use.
  /// - Throws: ``SeedFaults`` with every fault of every file.
  public static func open(
    seeds: URL, userDictionaries: [URL] = [], cacheDirectory: URL? = nil
  ) throws -> Lexicon {
    let files = SeedFiles(seeds)
    let (users, faults) = map(userDictionaries)
    let base: LexiconImage
    do {
      let cache = CompiledLexiconCache(directory: cacheDirectory)
      base = try cache.image(of: files, bundled: seeds.appendingPathComponent(compiledFileName))
    } catch let error as SeedFaults {
      throw SeedFaults(error.faults + faults)
    }
    guard faults.isEmpty else { throw SeedFaults(faults) }
    return Lexicon(base: base, overlay: try overlay(users, over: base))
  }

  /// This lexicon, which has no user dictionaries yet, with some laid over it.
  func laying(_ userDictionaries: [URL]) throws(SeedFaults) -> Lexicon {
    let (users, unreadable) = Self.map(userDictionaries)
    var faults = unreadable
    do {
      let overlay = try Self.overlay(users, over: base)
      if faults.isEmpty { return Lexicon(base: base, overlay: overlay) }
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
