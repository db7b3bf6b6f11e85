import Foundation

/// Turns seeds into an image.
struct LexiconCompiler {
  /// Most different characters the entries may have: codes are 16 bits wide.
  static let mostScalars = Int(UInt16.max) - 1

  /// Compiles seeds, or throws all their faults.
  static func compile(_ seeds: SeedFiles) throws(SeedFaults) -> StoredBytes {
    var faults = seeds.faults
    var ontology = Ontology(types: [], predicates: [])
    if let file = seeds.ontology {
      let reader = OntologyReader(file.bytes.buffer, file: file.file)
      ontology = reader.ontology
      faults += reader.faults
    }
    var rules = RuleReader()
    for file in seeds.nameRules + seeds.relationRules {
      rules.read(file.bytes.buffer, path: file.path, file: file.file)
    }
    faults += rules.faults
    let dictionaries = DictionaryReader(seeds.dictionaries)
    faults += dictionaries.faults
    var collector = dictionaries.collector
    for group in UserDictionary.groups(of: ontology) { _ = collector.number(ofGroup: group) }
    var weights = ContextTableReader()
    for file in seeds.weights { weights.read(file) }
    faults += weights.faults
    var writer = ImageWriter()
    faults += add(&collector, to: &writer)
    guard faults.isEmpty else { throw SeedFaults(faults) }
    writer.set(.contextSlots, weights.slots())
    writer.set(.contextRows, weights.rows)
    writer.set(.divisions, dictionaries.divisions.records)
    writer.set(.divisionText, dictionaries.divisions.text)
    var sources = RecordWriter()
    sources.write(collector.groups)
    sources.write(ontology)
    sources.write(rules.rules)
    writer.set(.sources, sources.bytes)
    return writer.image(fingerprint: seeds.fingerprint)
  }

  /// Compiles entries alone; groups are numbered by the order of their names.
  ///
  /// - Returns: the image, or faults instead.
  static func compile(
    _ collector: inout EntryCollector, fingerprint: UInt64
  ) throws(SeedFaults) -> StoredBytes {
    var writer = ImageWriter()
    let faults = add(&collector, to: &writer)
    guard faults.isEmpty else { throw SeedFaults(faults) }
    var sources = RecordWriter()
    sources.write(collector.groups)
    sources.write(Ontology(types: [], predicates: []))
    sources.write([RuleSource]())
    writer.set(.sources, sources.bytes)
    return writer.image(fingerprint: fingerprint)
  }

  private static func add(
    _ collector: inout EntryCollector, to writer: inout ImageWriter
  ) -> [SeedFault] {
    let table = EntryTable(&collector)
    guard Set(table.scalars).count <= mostScalars else {
      let message = "more than \(mostScalars) different characters in all entries"
      return [SeedFault(file: collector.files.last ?? "", line: 0, message: message)]
    }
    guard table.faults.isEmpty else { return table.faults }
    let isWord = collector.groups.map { $0.hasPrefix("word.") }
    let automaton = AutomatonBuilder(table, folding: collector.folding) { entry in
      let senses = table.senses[Int(table.senseStarts[entry])..<Int(table.senseStarts[entry + 1])]
      let probability = senses.filter { isWord[Int($0.group)] }.map { exp($0.weight) }.max() ?? 0
      return 1 + UInt64(probability * 10_000_000)
    }
    writer.set(.codes, automaton.codes)
    writer.set(.folding, collector.folding.table)
    writer.set(.states, automaton.states)
    writer.set(
      .outputs,
      automaton.outputs.isEmpty
        ? [AutomatonOutput(length: 0, firstSense: 0, endSense: 0, next: 0)] : automaton.outputs)
    writer.set(.senses, table.senses)
    writer.set(.spellingStarts, table.spellingStarts)
    writer.set(.spellingText, table.spellingText)
    writer.set(.groupStarts, table.groupStarts)
    writer.set(.groupSpellings, table.groupSpellings)
    return []
  }
}
