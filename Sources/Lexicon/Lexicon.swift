import Foundation

/// What is known before reading: dictionary entries with their senses, administrative divisions,
/// rules and the ontology.
///
/// The seeds are compiled once into a read-only file that is memory-mapped afterwards, so that
/// opening a lexicon takes milliseconds; see ``open(seeds:userDictionaries:corrections:cacheDirectory:)``.
/// Values are cheap to copy and safe to share between threads.
public struct Lexicon: Sendable {
  /// Rules of `seeds/rules/names/`, in the order of files and lines.
  public let nameRules: [RuleSource]
  /// Rules of `seeds/rules/relations/`, in the order of files and lines.
  public let relationRules: [RuleSource]
  /// Types and predicates.
  public let ontology: Ontology
  /// What editors have decided about names: of `seeds/corrections.tsv`, then of the user's files.
  public let corrections: [Correction]
  /// Hash of all seeds, user dictionaries and corrections: equal fingerprints, equal readings.
  public let fingerprint: UInt64

  let correctionsFingerprint: UInt64
  let base: LexiconImage
  /// The user's entries, laid over ``base``.
  let overlay: LexiconImage?
  private let numberOfGroup: [String: UInt16]
  @usableFromInline let senses: SenseView
  @usableFromInline let folding: FoldingView

  init(
    base: LexiconImage, overlay: LexiconImage?, corrections: [Correction] = [],
    correctionsFingerprint: UInt64 = 0, rules: [RuleSource]? = nil
  ) {
    let rules = rules ?? base.rules
    self.base = base
    self.overlay = overlay
    self.corrections = corrections
    ontology = base.ontology
    nameRules = rules.filter { $0.file.hasPrefix("rules/names/") }
    relationRules = rules.filter { $0.file.hasPrefix("rules/relations/") }
    self.correctionsFingerprint = correctionsFingerprint
    let entries = overlay?.fingerprint ?? base.fingerprint
    fingerprint = correctionsFingerprint == 0 ? entries : entries ^ correctionsFingerprint
    senses = SenseView(base: base.senses, overlay: overlay?.senses)
    folding = FoldingView(table: base.folding)
    numberOfGroup = Dictionary(
      uniqueKeysWithValues: base.groupNames.enumerated().map { ($1, UInt16($0)) })
  }

  /// Number of groups; group numbers are `0..<groupCount`.
  public var groupCount: Int { base.groupNames.count }

  /// The group of that name, or `nil` when no entry has it.
  public func group(named name: String) -> GroupID? {
    numberOfGroup[name].map(GroupID.init(rawValue:))
  }

  /// The name seeds and rules use: `head.company`.
  public func name(of group: GroupID) -> String { base.groupNames[Int(group.rawValue)] }

  /// All groups whose names begin with `prefix`, in bytewise order of their names. O(groups).
  public func groups(withPrefix prefix: String) -> [GroupID] {
    base.groupNames.indices.filter { base.groupNames[$0].hasPrefix(prefix) }.map {
      GroupID(rawValue: UInt16($0))
    }
  }

  /// The sense of that index, which must come from a ``LexiconMatch`` of this lexicon.
  @inlinable
  public func sense(_ index: Int32) -> Sense { senses[index] }

  /// The senses of exactly that text, spellings folded; the user's first. Empty for no entry.
  public func senses(of text: String) -> [Sense] {
    let scalars = text.unicodeScalars
    let user = overlay.map { Array($0.automaton.senses(of: scalars)) } ?? []
    return (user + Array(base.automaton.senses(of: scalars))).map { senses[$0] }
  }

  /// The simplified, half-width form of a scalar: `folded("縣") == "县"`, `folded("Ａ") == "A"`.
  @inlinable
  public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar { folding.folded(scalar) }

  /// All entries of the groups whose names begin with `prefix`, as the dictionaries spell them: by
  /// group, then by folded text; the seeds' entries before the user's.
  public func entries(
    inGroupsWithPrefix prefix: String
  ) -> [(group: String, entry: String)] {
    groups(withPrefix: prefix).flatMap { group in
      let number = Int(group.rawValue)
      let all =
        base.spellings(inGroup: number) + (overlay?.spellings(inGroup: number) ?? [])
      return all.map { (name(of: group), $0) }
    }
  }
}

/// The senses of seeds and user under one numbering: the user's come after the seeds'.
///
/// Holds plain pointers into the images so that reading a sense touches no reference count; the
/// lexicon that has the view keeps the images alive.
@usableFromInline
struct SenseView: @unchecked Sendable {
  @usableFromInline let base: UnsafeBufferPointer<SenseRecord>
  @usableFromInline let overlay: UnsafeBufferPointer<SenseRecord>

  init(base: UnsafeBufferPointer<SenseRecord>, overlay: UnsafeBufferPointer<SenseRecord>?) {
    self.base = base
    self.overlay = overlay ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  @inlinable subscript(index: Int32) -> Sense {
    let index = Int(index)
    let record = index < base.count ? base[index] : overlay[index - base.count]
    return Sense(
      group: GroupID(rawValue: UInt16(truncatingIfNeeded: record.group)), weight: record.weight,
      payload: record.payload)
  }
}

/// The folding of the image, a plain pointer like ``SenseView``.
@usableFromInline
struct FoldingView: @unchecked Sendable {
  @usableFromInline let table: UnsafeBufferPointer<UInt32>

  init(table: UnsafeBufferPointer<UInt32>) { self.table = table }

  @inlinable
  func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard Int(scalar.value) < table.count else { return scalar }
    return Unicode.Scalar(table[Int(scalar.value)]) ?? scalar
  }
}
