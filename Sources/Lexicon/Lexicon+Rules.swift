import Foundation

extension Lexicon {
  /// This lexicon with the rules of another folder in place of its own: those of `names/`, those of
  /// `relations/`, or both, as the folder has them. Dictionaries and weights stay, so nothing is
  /// compiled anew. Its ``fingerprint`` says nothing of the rules.
  ///
  /// - Throws: ``SeedFaults`` with every fault of the files as such, named by their paths; what the
  ///   rules say is checked by those who run them.
  public func replacingRules(with folder: URL) throws(SeedFaults) -> Lexicon {
    let files = SeedFiles(rules: folder)
    var reader = RuleReader()
    for file in files.nameRules + files.relationRules {
      reader.read(file.bytes.buffer, path: "rules/" + file.path, file: file.file)
    }
    let faults = files.faults + reader.faults
    guard faults.isEmpty else { throw SeedFaults(faults) }
    let kept =
      (files.nameRules.isEmpty ? nameRules : [])
      + (files.relationRules.isEmpty ? relationRules : [])
    return Lexicon(
      base: base, overlay: overlay, corrections: corrections,
      correctionsFingerprint: correctionsFingerprint, rules: kept + reader.rules)
  }
}
