import Synchronization

/// Sessions that wait for the next query: opening a connection, reading its schema and preparing its
/// statements takes longer than most questions. A class because it is shared.
final class IdleSessions: Sendable {
  /// Sessions kept; with more questions at once further ones are made and given up again.
  private static let most = 2

  private struct State {
    var sessions: [QuerySession] = []
    var isClosed = false
  }
  private let state = Mutex(State())

  /// A session ready for one query.
  func take(name: String, _ options: AnswerOptions, base: String?) throws -> QuerySession {
    let idle = state.withLock { state -> QuerySession? in
      let place = state.sessions.lastIndex { $0.vocabulary == options.vocabulary }
      return place.map { state.sessions.remove(at: $0) }
    }
    let session = try idle ?? QuerySession(name: name, vocabulary: options.vocabulary)
    session.begin(options, base: base)
    return session
  }

  /// Keeps a session nobody uses any longer.
  func giveBack(_ session: QuerySession) {
    session.end()
    state.withLock { state in
      guard !state.isClosed else { return }
      state.sessions.append(session)
      if state.sessions.count > IdleSessions.most { state.sessions.removeFirst() }
    }
  }

  /// Closes their connections; none is kept from now on.
  func close() {
    let idle = state.withLock { state in
      defer { state = State(isClosed: true) }
      return state.sessions
    }
    // They close when nobody holds them.
    _ = consume idle
  }
}
