import Foundation

/// Turns seeds into an image.
struct LexiconCompiler {
  /// Most different characters the entries may have: codes are 16 bits wide.
  static let mostScalars = Int(UInt16.max) - 1

  /// Compiles seeds, or throws all their faults.
  static func compile(_ seeds: SeedFiles) throws(SeedFaults) -> StoredBytes {
    var reading = SeedReading(seeds)
    var writer = ImageWriter()
    reading.faults += add(&reading.collector, to: &writer)
    guard reading.faults.isEmpty else { throw SeedFaults(reading.faults) }
    return image(of: reading, writer)
  }

  /// Compiles what is sound in seeds that may have faults, so that their rules can be checked all the
  /// same: every listed group is known, whether or not its entries could be read. Not for reading
  /// texts.
  ///
  /// - Returns: the image and all faults; no image where files or the ontology could not be read, as
  ///   rules would be blamed for that.
  static func inspect(_ seeds: SeedFiles) -> (image: StoredBytes?, faults: [SeedFault]) {
    var reading = SeedReading(seeds)
    for group in reading.listedGroups { _ = reading.collector.number(ofGroup: group) }
    var writer = ImageWriter()
    reading.faults += add(&reading.collector, to: &writer)
    guard reading.isOntologySound, seeds.faults.isEmpty, writer.isFilled else {
      return (nil, reading.faults)
    }
    return (image(of: reading, writer), reading.faults)
  }

  private static func image(of reading: SeedReading, _ writer: ImageWriter) -> StoredBytes {
    var writer = writer
    writer.set(.contextSlots, reading.weights.slots())
    writer.set(.contextRows, reading.weights.paddedRows())
    writer.set(.divisions, reading.divisions.records)
    writer.set(.divisionText, reading.divisions.text)
    writer.set(.readings, reading.readings.packed)
    var sources = RecordWriter()
    sources.write(reading.collector.groups)
    sources.write(reading.ontology)
    sources.write(reading.rules)
    writer.set(.sources, sources.bytes)
    return writer.image(fingerprint: reading.fingerprint)
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
    return table.faults
  }
}
