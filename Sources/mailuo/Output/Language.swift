import ArgumentParser

/// Language of headings and of the ontology's labels.
enum Language: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Chinese.
  case zh
  /// English.
  case en
}
