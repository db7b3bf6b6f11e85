import GRDBSQLite
import RDF
import SPARQL

/// Aggregates: one SQL function for each that occurs, so that SQLite's `DISTINCT` can be used.
extension QuerySession {
  /// Registers an aggregate; its name in SQL.
  func register(_ function: AggregateFunction, number: Int, keepsOrder: Bool) -> String {
    let name = "sparql_aggregate_\(number)"
    let box = AggregateBox(session: self, function: function, keepsOrder: keepsOrder)
    sqlite3_create_function_v2(
      connection.handle, name, 1, SQLITE_UTF8, Unmanaged.passRetained(box).toOpaque(), nil,
      stepFunction, finalFunction,
      { if let box = $0 { Unmanaged<AggregateBox>.fromOpaque(box).release() } })
    return name
  }
}

/// What an aggregate's callbacks need. A class because SQLite holds a pointer to it; it does not
/// keep the session alive, which closes the connection and so frees it.
private final class AggregateBox {
  unowned let session: QuerySession
  let function: AggregateFunction
  let keepsOrder: Bool

  init(session: QuerySession, function: AggregateFunction, keepsOrder: Bool) {
    self.keepsOrder = keepsOrder
    self.session = session
    self.function = function
  }
}

private func box(_ context: OpaquePointer?) -> AggregateBox? {
  sqlite3_user_data(context).map { Unmanaged<AggregateBox>.fromOpaque($0).takeUnretainedValue() }
}

private typealias StateSlot = UnsafeMutablePointer<UnsafeMutableRawPointer?>

private func stepFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let box = box(context), let values,
    let slot = sqlite3_aggregate_context(
      context, Int32(MemoryLayout<UnsafeMutableRawPointer?>.size))?
      .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  else { return }
  // SQLite hands out zeroed memory; the state put there is released in `finalFunction`.
  let held =
    slot.pointee
    ?? Unmanaged.passRetained(
      AggregateState(box.function, keepsOrder: box.keepsOrder)
    ).toOpaque()
  slot.pointee = held
  let isNull = sqlite3_value_type(values[0]) == SQLITE_NULL
  let term = isNull ? nil : box.session.terms.term(sqlite3_value_int64(values[0]))
  Unmanaged<AggregateState>.fromOpaque(held).takeUnretainedValue().add(term)
}

private func finalFunction(_ context: OpaquePointer?) {
  guard let box = box(context) else { return }
  var state = AggregateState(box.function)
  let slot = sqlite3_aggregate_context(context, 0)?
    .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  if let held = slot?.pointee {
    state = Unmanaged<AggregateState>.fromOpaque(held).takeRetainedValue()
  }
  guard !state.isExhausted, box.session.terms.hasRoom else {
    sqlite3_result_error_nomem(context)
    return
  }
  guard let term = state.value else {
    sqlite3_result_null(context)
    return
  }
  sqlite3_result_int64(context, box.session.terms.row(of: term))
}
