import Foundation
import TripleStore

/// Ends the program when a query takes longer than it may and cannot be stopped from within: while
/// it is parsed, planned or compiled. What is read only can be left at any moment.
struct Watchdog {
  private let timer: any DispatchSourceTimer

  /// Begins to wait; the query itself gives up a little earlier, and says so itself.
  init(seconds: Double) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "watchdog"))
    timer.schedule(deadline: .now() + seconds + 1)
    timer.setEventHandler {
      let failure = QueryFailure.tookTooLong(seconds: seconds)
      FileHandle.standardError.write(Data("error: \(failure.description)\n".utf8))
      _exit(2)
    }
    timer.resume()
  }

  /// Waits no longer.
  func cancel() { timer.cancel() }
}
