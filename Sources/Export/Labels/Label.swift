/// Language of headings and of the ontology's labels.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en
}

/// A word in both languages.
public struct Label: Sendable, Equatable {
  /// Chinese.
  public var zh: String
  /// English.
  public var en: String

  /// A word in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// One word for both languages.
  public init(_ word: String) { self.init(zh: word, en: word) }

  /// The word in the language.
  public func text(in language: Language) -> String { language == .zh ? zh : en }
}
