import Lexicon
import Synchronization

/// Buffers of one reading thread. A class so that sentences hand them on without copying; while a
/// sentence is read its buffers are out on loan.
///
/// Exclusive access need not be checked at every step: a workspace is with one reader at a time.
///
/// Unchecked: a workspace is with one thread at a time, as ``WorkspacePool`` gives it to no second.
final class Workspace: @unchecked Sendable {
  @exclusivity(unchecked) private var scan = SentenceScan()
  @exclusivity(unchecked) private var lattice = Lattice()
  @exclusivity(unchecked) private var walk = HeadedGrammar.Walk()
  @exclusivity(unchecked) private var closers: [Int32] = []
  /// What the dictionaries have in the article at hand.
  @exclusivity(unchecked) var found = StretchMatches()
  /// Those of its matches that later floors may ask for.
  @exclusivity(unchecked) var tellingMatches: [LexiconMatch] = []
  /// Told of every stretch when it has been read; see `Tracing`.
  var observer: ((StretchTrace) -> Void)?

  @exclusivity(unchecked) private(set) var context = ContextBuffers()

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
  var sums = TraitSums()
  /// What the evidence was read off; kept only while explaining.
  var unweighed: (lattice: Lattice, names: [Int])?
  /// What the rules alone read.
  var names: [Int] = []
}

/// Workspaces of one recogniser that wait for the next article: what they know of the entries met
/// last is worth keeping from document to document. Nothing of it shows in a result.
final class WorkspacePool: Sendable {
  private let waiting = Mutex<[Workspace]>([])

  /// Lends a workspace, made where none waits: as many as threads that read at once.
  func withWorkspace<Result>(_ body: (Workspace) -> Result) -> Result {
    let workspace = waiting.withLock { $0.popLast() } ?? Workspace()
    defer { waiting.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}
