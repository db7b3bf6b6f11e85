import NewsText
import Recognition

/// What kept a relation rule from saying what was asked for in one sentence.
public struct StatementObstacle: Sendable, Hashable {
  /// Why the rule says nothing of the kind.
  public enum Reason: Sendable, Hashable {
    /// None of these stands at the place, or within so many characters of it; what stands there.
    case missing([PatternElement], within: Int?, found: String)
    /// None of these stands anywhere in the sentence, so that the rule does not even begin.
    case absent([PatternElement])
    /// The rule fits, but a slot holds someone else: as printed.
    case otherEntity(slot: String, printed: String)
    /// The rule fits, but the sentence denies it.
    case negated
    /// The rule reads running text only.
    case notRunningText
    /// The passage is printed twice and counts where it belongs.
    case repeatedText
    /// The rule says so.
    case none
  }
  /// A slot and what it held.
  public struct Held: Sendable, Hashable {
    /// Slot.
    public let slot: String
    /// As printed; empty where the last subject filled it.
    public let printed: String
    /// Whether it is the entity asked for.
    public let isAsked: Bool
  }

  /// Id of the rule.
  public let rule: String
  /// The pattern that came furthest, as written.
  public let pattern: String
  /// What its slots held.
  public let held: [Held]
  /// What was missing.
  public let reason: Reason
  /// Where it was missing, in raw code points of the document.
  public let position: Int
  /// Article on the page, from 1.
  public let article: Int
  /// The sentence, in raw code points of the document.
  public let span: TextSpan
  /// The sentence as printed.
  public let sentence: String
  /// How near the rule came; comparable.
  public let rank: Int
}

/// A statement somebody misses.
public struct StatementQuestion: Sendable {
  /// Its predicate.
  public let predicate: PredicateName
  /// Whether an entity is its subject.
  public let isSubject: @Sendable (Entity) -> Bool
  /// Whether an entity is its object.
  public let isObject: @Sendable (Entity) -> Bool

  /// Asks for statements between entities that are told by `isSubject` and `isObject`.
  public init(
    _ predicate: PredicateName, isSubject: @escaping @Sendable (Entity) -> Bool,
    isObject: @escaping @Sendable (Entity) -> Bool
  ) {
    self.predicate = predicate
    self.isSubject = isSubject
    self.isObject = isObject
  }
}

extension NewsAnalyser {
  /// Why no relation rule says what is asked in a document: for every sentence that names both ends
  /// (or, where none does, one of them) what each rule of the predicate missed. The nearest first;
  /// empty where the document does not name both.
  public func obstacles(
    to question: StatementQuestion, in document: Document
  ) -> [StatementObstacle] {
    let page = reader.page(of: document)
    let found = linker.trace(question, page, articles: recogniser.recognise(page))
    return found.sorted { left, right in
      left.rank != right.rank
        ? left.rank > right.rank
        : (left.span.start, left.rule, left.position) < (
          right.span.start, right.rule, right.position
        )
    }
  }

  /// Ids of the relation rules that can say something of a predicate.
  public func relationRules(of predicate: PredicateName) -> [String] {
    linker.rules.rules.filter { $0.says(predicate) }.map(\.id)
  }
}

extension RelationRule {
  /// Whether one of its statements has the predicate; 委员 makes memberOf of worksFor.
  func says(_ predicate: PredicateName) -> Bool {
    templates.joined().contains { template in
      template.predicate == predicate
        || template.predicate == .worksFor && predicate == .memberOf
    }
  }
}
