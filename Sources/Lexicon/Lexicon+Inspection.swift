import Foundation

/// Seeds and user dictionaries looked through for all their faults.
public struct SeedInspection: Sendable {
  /// What can be made of them; `nil` when files or the ontology cannot be read.
  public let lexicon: Lexicon?
  /// Faults of dictionaries and ontology, and rules that are no rules by their form; sorted.
  public let faults: [SeedFault]
  /// Whether the lexicon holds all of the seeds: then rules can be tried on sentences with it,
  /// otherwise only be understood.
  public let isComplete: Bool
}

extension Lexicon {
  /// Looks through seeds and user dictionaries without stopping at the first that has faults.
  ///
  /// - Parameters: as of ``open(seeds:userDictionaries:corrections:cacheDirectory:)``.
  /// - Returns: all faults, and a lexicon to check the rules with.
  public static func inspect(
    seeds: URL, userDictionaries: [URL] = [], corrections: [URL] = [], cacheDirectory: URL? = nil
  ) -> SeedInspection {
    var base: Lexicon?
    var faults: [SeedFault] = []
    var isComplete = true
    do {
      base = Lexicon(base: try image(of: seeds, cacheDirectory: cacheDirectory), overlay: nil)
    } catch {
      let (image, found) = LexiconCompiler.inspect(SeedFiles(seeds))
      base = lexicon(from: image)
      faults = found.isEmpty ? [fault(of: error, in: seeds)] : found
      isComplete = false
    }
    if let sound = base {
      let reader = sound.corrections(of: seeds, and: corrections)
      faults += reader.faults
      base = sound.adding(reader)
    }
    guard let sound = base, !userDictionaries.isEmpty else {
      return SeedInspection(
        lexicon: base, faults: SeedFaults(faults).faults, isComplete: isComplete)
    }
    do {
      base = try sound.laying(userDictionaries)
    } catch {
      faults += error.faults
    }
    return SeedInspection(
      lexicon: base, faults: SeedFaults(faults).faults, isComplete: isComplete)
  }

  private static func lexicon(from bytes: StoredBytes?) -> Lexicon? {
    guard let bytes else { return nil }
    do {
      return Lexicon(base: try LexiconImage(bytes), overlay: nil)
    } catch {
      // Too little was sound to make an image of; the faults say why.
      return nil
    }
  }

  private static func fault(of error: any Error, in seeds: URL) -> SeedFault {
    SeedFault(file: seeds.relativePath, line: 0, message: "cannot be compiled: \(error)")
  }
}
