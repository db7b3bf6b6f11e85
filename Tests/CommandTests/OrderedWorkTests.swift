import Testing

@testable import mailuo

struct OrderedWorkTests {
  @Test("results come in the order of the inputs", arguments: [1, 2, 3, 8])
  func order(threads: Int) async throws {
    let work = OrderedWork<Int, Int>(threads: threads) { number in
      // Uneven work, so that threads overtake one another.
      (0..<(number % 7) * 1_000).reduce(number) { $0 &+ $1 &- $1 }
    }
    var next = 0
    var results: [Int] = []
    try await work.run {
      next += 1
      return next <= 200 ? next : nil
    } consume: {
      results.append($0)
    }
    #expect(results == Array(1...200))
  }

  @Test("never more inputs are under way than the window holds", arguments: [2, 4])
  func window(threads: Int) async throws {
    let work = OrderedWork<Int, Int>(threads: threads) { $0 }
    var (pulled, consumed, most) = (0, 0, 0)
    try await work.run {
      most = max(most, pulled - consumed)
      pulled += 1
      return pulled <= 500 ? pulled : nil
    } consume: { _ in
      consumed += 1
    }
    #expect(consumed == 500)
    #expect(most <= threads * 4)
  }

  @Test("a heavy input waits alone")
  func weight() async throws {
    let work = OrderedWork<Int, Int>(threads: 4, weight: { $0 % 10 == 0 ? 2_000_000 : 1 }) { $0 }
    var (pulled, consumed, mostBehindHeavy) = (0, 0, 0)
    try await work.run {
      let waiting = consumed..<pulled
      // Number n was pulled as the n-th.
      if waiting.contains(where: { ($0 + 1) % 10 == 0 }) {
        mostBehindHeavy = max(mostBehindHeavy, waiting.count)
      }
      pulled += 1
      return pulled <= 100 ? pulled : nil
    } consume: { _ in
      consumed += 1
    }
    #expect(consumed == 100)
    #expect(mostBehindHeavy == 0)
  }

  struct Stop: Error {}

  @Test("an error of the consumer ends the run", arguments: [1, 3])
  func failure(threads: Int) async {
    let work = OrderedWork<Int, Int>(threads: threads) { $0 }
    var pulled = 0
    await #expect(throws: Stop.self) {
      try await work.run {
        pulled += 1
        return pulled
      } consume: {
        if $0 == 10 { throw Stop() }
      }
    }
    #expect(pulled < 30)
  }

  @Test("no inputs, no results", arguments: [1, 4])
  func empty(threads: Int) async throws {
    let work = OrderedWork<Int, Int>(threads: threads) { $0 }
    try await work.run {
      nil
    } consume: { _ in
      Issue.record("nothing was pulled")
    }
  }
}
