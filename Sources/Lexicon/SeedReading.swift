/// Everything that was read of a seeds folder, sound or not, before it is compiled.
struct SeedReading {
  let ontology: Ontology
  let rules: [RuleSource]
  let divisions: DivisionTable
  /// How characters are read.
  let readings: ReadingTable
  /// The learned weights.
  let weights: ContextTableReader
  /// The entries of all dictionaries.
  var collector: EntryCollector
  /// What was wrong so far.
  var faults: [SeedFault]
  /// Whether the ontology was read without a fault.
  let isOntologySound: Bool
  /// Groups that `dictionary/groups.tsv` lists, sorted.
  let listedGroups: [String]
  /// Of the files.
  let fingerprint: UInt64

  /// Reads all files, collecting faults.
  init(_ seeds: SeedFiles) {
    var ontologyFaults: [SeedFault] = []
    var ontology = Ontology(types: [], predicates: [])
    if let file = seeds.ontology {
      let reader = OntologyReader(file.bytes.buffer, file: file.file)
      ontology = reader.ontology
      ontologyFaults = reader.faults
    }
    var rules = RuleReader()
    for file in seeds.nameRules + seeds.relationRules {
      rules.read(file.bytes.buffer, path: file.path, file: file.file)
    }
    var weights = ContextTableReader()
    for file in seeds.weights { weights.read(file) }
    let dictionaries = DictionaryReader(seeds.dictionaries)
    self.ontology = ontology
    self.rules = rules.rules
    divisions = dictionaries.divisions
    readings = dictionaries.readings
    self.weights = weights
    collector = dictionaries.collector
    for group in UserDictionary.groups(of: ontology) { _ = collector.number(ofGroup: group) }
    faults = seeds.faults + ontologyFaults + rules.faults + dictionaries.faults + weights.faults
    isOntologySound = ontologyFaults.isEmpty
    listedGroups = dictionaries.groupList.names.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    fingerprint = seeds.fingerprint
  }
}
