import Lexicon

/// Buffers of one reading thread. A class so that sentences hand them on without copying; while a
/// sentence is read its buffers are out on loan.
final class Workspace {
  private var scan = SentenceScan()
  private var lattice = Lattice()
  private var walk = HeadedGrammar.Walk()
  private var closers: [Int32] = []
  /// What the dictionaries have in the article at hand.
  var found = StretchMatches()
  /// Told of every stretch when it has been read; see `Tracing`.
  var observer: ((StretchTrace) -> Void)?

  private(set) var context = ContextBuffers()

  /// Lends the buffers to `body`, uniquely referenced, so that they are changed in place.
  func withBuffers<Result>(
    _ body: (
      inout SentenceScan, inout Lattice, inout HeadedGrammar.Walk, inout [Int32],
      inout ContextBuffers
    ) -> Result
  ) -> Result {
    body(&scan, &lattice, &walk, &closers, &context)
  }
}

/// Buffers of the context model.
struct ContextBuffers {
  var reader = ContextReader()
  var evidence = ContextEvidence()
  /// What the evidence was read off; kept only while explaining.
  var unweighed: (lattice: Lattice, path: [Step])?
}
