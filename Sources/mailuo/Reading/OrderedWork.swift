/// Work on a stream of inputs with several threads, whose results come in the order of the inputs.
///
/// At most a fixed number of inputs is under way or waiting, and few if they are large, so memory does
/// not grow with the stream and the number of threads shows in nothing but the time it takes.
struct OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
  /// Threads that work; 1 works on the caller's own.
  let threads: Int
  /// How large an input is; once ``heaviest`` is reached no further one is pulled.
  var weight: @Sendable (Input) -> Int = { _ in 0 }
  /// What is done with each input.
  let work: @Sendable (Input) -> Output

  /// Inputs under way or waiting for their turn, for each thread.
  private static var window: Int { 4 }
  /// Weight under way or waiting from which on nothing is pulled.
  private static var heaviest: Int { 1_000_000 }

  /// Pulls inputs until there are none, hands every result on in their order.
  ///
  /// - Throws: what `consume` throws; work under way is finished and thrown away.
  func run(
    pull: () throws -> Input?, consume: (Output) throws -> Void
  ) async throws {
    guard threads > 1 else {
      while let input = try pull() { try consume(work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var waiting: [Int: Output] = [:]
      var weights: [Int: Int] = [:]
      var totalWeight = 0
      var (nextInput, nextOutput, isDry) = (0, 0, false)
      var running = 0
      while true {
        while !isDry, running < threads, nextInput - nextOutput < threads * Self.window,
          totalWeight < Self.heaviest
        {
          guard let input = try pull() else {
            isDry = true
            break
          }
          let number = nextInput
          weights[number] = weight(input)
          totalWeight += weight(input)
          group.addTask { (number, work(input)) }
          nextInput += 1
          running += 1
        }
        guard let (number, output) = try await group.next() else { return }
        running -= 1
        waiting[number] = output
        while let output = waiting.removeValue(forKey: nextOutput) {
          try consume(output)
          totalWeight -= weights.removeValue(forKey: nextOutput) ?? 0
          nextOutput += 1
        }
      }
    }
  }
}
