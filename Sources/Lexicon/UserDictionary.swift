/// Dictionaries a user lays over the seeds: TSV with the header `name type note`.
///
/// A name's type is a type of the ontology or `not-a-name`; its group is `user.<type>`.
struct UserDictionary {
  /// The type of what must never be taken for a name.
  static let notAName = "not-a-name"

  /// The groups users' entries have, whether or not there are any.
  static func groups(of ontology: Ontology) -> [String] {
    (ontology.types.map(\.name) + [notAName]).map { "user." + $0 }
  }

  /// Compiles the files into an image whose senses have the groups of `base`.
  static func compile(
    _ files: [SeedFiles.File], over base: LexiconImage, fingerprint: UInt64
  ) throws(SeedFaults) -> StoredBytes {
    let groups = base.groupNames
    var collector = EntryCollector(folding: Folding(table: Array(base.folding)))
    // All of the base's groups, so that both images number them alike.
    for group in groups { _ = collector.number(ofGroup: group) }
    let types = base.ontology.types.map(\.name) + [notAName]
    var faults: [SeedFault] = []
    for file in files {
      var table = TableReader(
        file: file.file, header: ["name", "type", "note"], mustBeSorted: false)
      let number = collector.number(ofFile: file.file)
      table.read(file.bytes.buffer) { table, row in
        let type = row.text(1)
        guard types.contains(type) else {
          let known = TableReader.quoted(types)
          return table.report(row.line, "unknown type “\(type)”, expected one of \(known)")
        }
        let problem = collector.add(
          row.utf8(0), group: collector.number(ofGroup: "user." + type), weight: 0, file: number,
          line: row.line)
        if let problem { table.report(row.line, problem) }
      }
      faults += table.faults
    }
    do {
      let image = try LexiconCompiler.compile(&collector, fingerprint: fingerprint)
      if faults.isEmpty { return image }
    } catch {
      faults += error.faults
    }
    throw SeedFaults(faults)
  }
}
