import Foundation

/// The files of a seeds folder that make a lexicon, mapped into memory.
struct SeedFiles {
  /// A file of the seeds.
  struct File {
    /// Path relative to the seeds folder, e.g. `dictionary/words.tsv`.
    let path: String
    /// Path for messages: as the folder was named by the caller.
    let file: String
    let bytes: StoredBytes
  }

  /// `dictionary/*.tsv`, bytewise by path.
  private(set) var dictionaries: [File] = []
  /// `rules/names/*.yaml`.
  private(set) var nameRules: [File] = []
  /// `rules/relations/*.yaml`.
  private(set) var relationRules: [File] = []
  /// `weights/*.tsv`.
  private(set) var weights: [File] = []
  /// `ontology.yaml`.
  private(set) var ontology: File?
  /// What could not be read.
  private(set) var faults: [SeedFault] = []

  /// Lists and maps the files. Whatever else lies in the folders is none of the lexicon's business.
  init(_ seeds: URL) {
    let root = seeds.relativePath
    dictionaries = files(root, "dictionary", ".tsv", isNeeded: true)
    nameRules = files(root, "rules/names", ".yaml", isNeeded: false)
    relationRules = files(root, "rules/relations", ".yaml", isNeeded: false)
    weights = files(root, "weights", ".tsv", isNeeded: false)
    ontology = map(root, "ontology.yaml")
  }

  /// The rules in a folder with `names/` and `relations/`, or one of them, for the lexicon's own.
  init(rules: URL) {
    let root = rules.relativePath
    nameRules = files(root, "names", ".yaml", isNeeded: false)
    relationRules = files(root, "relations", ".yaml", isNeeded: false)
    if nameRules.isEmpty, relationRules.isEmpty {
      let message = "no rules: neither names/*.yaml nor relations/*.yaml"
      faults.append(SeedFault(file: root, line: 0, message: message))
    }
  }

  /// Hash of all paths and contents.
  var fingerprint: UInt64 {
    var hash = ImageHeader.version
    for file in dictionaries + nameRules + relationRules + weights
      + [ontology].compactMap({ $0 })
    {
      hash = ContentHash.of(file.path, seed: hash)
      hash = ContentHash.of(file.bytes.buffer, seed: hash)
    }
    return hash
  }

  private mutating func files(
    _ root: String, _ folder: String, _ suffix: String, isNeeded: Bool
  ) -> [File] {
    let path = "\(root)/\(folder)"
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      if isNeeded {
        faults.append(SeedFault(file: path, line: 0, message: "no such folder of seeds"))
      }
      return []
    }
    let wanted = names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
    return wanted.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap {
      map(root, "\(folder)/\($0)")
    }
  }

  private mutating func map(_ root: String, _ path: String) -> File? {
    let file = "\(root)/\(path)"
    do {
      return File(path: path, file: file, bytes: try StoredBytes(mapping: file))
    } catch {
      faults.append(SeedFault(file: file, line: 0, message: "cannot be read: \(error.reason)"))
      return nil
    }
  }
}
