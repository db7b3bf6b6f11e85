import Lexicon
import NewsText

/// A feature as the table of weights prints it.
package struct ContextFeature: Hashable, Sendable {
  package var template: ContextTemplate
  /// Key of its block, which stands for ``what`` in comparisons.
  package var key: ContextKey
}

/// What weights are estimated from: a sentence's features and what the rules read by themselves.
package struct ContextSample: Sendable {
  /// The features of every character.
  package var features: [[ContextFeature]]
  /// Spans that the rules alone read as projects.
  package var projects: [Range<Int>]
  /// Spans that the rules alone read as organisations.
  package var bodies: [Range<Int>]
}

extension Recogniser {
  /// The features of every character of a sentence; weights that are already there are not used.
  ///
  /// - Parameters:
  ///   - sentence: Its scalars.
  ///   - names: Gathers what the table prints for the key of each block.
  /// - Returns: Features, and the projects and organisations that the rules read.
  package func contextFeatures(
    of sentence: [Unicode.Scalar], names: inout [ContextKey: String]
  ) -> ContextSample {
    var projects: [Range<Int>] = []
    var bodies: [Range<Int>] = []
    let project = types.index(of: .project)
    let body = types.index(of: .organization)
    let kinds = ContextKinds(lexicon: lexicon, rules: rules, types: types)
    var visitor = ContextCollector(count: sentence.count)
    // Moved, not copied: the names of a whole corpus are many.
    swap(&visitor.names, &names)
    Workspace().withBuffers { scan, lattice, walk, closers, context in
      scan.scan(
        sentence, TextSpan(0, sentence.count), lexicon: lexicon, table: table,
        typeCount: types.names.count)
      lattice.reset(count: scan.count, explaining: false)
      BracketPairs.find(scan, into: &closers)
      propose(scan, &lattice, &walk, closers)
      lattice.bestNames(scan, into: &context.names)
      for index in context.names.reversed() {
        let candidate = lattice.candidates[index]
        let span = Int(candidate.start)..<Int(candidate.end)
        if candidate.type == project { projects.append(span) }
        if candidate.type == body { bodies.append(span) }
      }
      context.reader.read(scan, lattice, context.names, kinds, lexicon: lexicon, &visitor)
    }
    swap(&visitor.names, &names)
    return ContextSample(features: visitor.features, projects: projects, bodies: bodies)
  }
}

/// Collects features instead of weights.
private struct ContextCollector: ContextVisitor {
  var features: [[ContextFeature]]
  var names: [ContextKey: String] = [:]
  private var key = ContextKey(value: 0)

  init(count: Int) { features = Array(repeating: [], count: count) }

  mutating func look(_ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String) {
    self.key = key
    if names[key] == nil { names[key] = what() }
  }

  mutating func use(_ template: ContextTemplate, row: Int, at position: Int) {
    guard features.indices.contains(position) else { return }
    features[position].append(ContextFeature(template: template, key: key))
  }

  private static let members = ContextTemplate.allCases.map { template in
    ContextNames.members(template).map { words in
      words.map {
        (ContextKey(template.place.family, names: $0), $0.joined(separator: " "))
      }
    }
  }

  mutating func use(_ template: ContextTemplate, member number: Int, at position: Int) {
    guard let (key, name) = Self.members[template.number][number] else { return }
    look(key, template.place.family) { name }
    use(template, row: 0, at: position)
  }

  mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int) {
    let named: UInt64 = 1 << UInt64(ContextNames.traits.count) - 1
    var rest = traits.rawValue & named
    while rest != 0 {
      use(template, member: rest.trailingZeroBitCount, at: position)
      rest &= rest - 1
    }
  }
}
