import GRDBSQLite
import RDF
import SPARQL

/// The functions SQLite calls: `sparql_test`, `sparql_value` and `sparql_key` compute the
/// expression whose number is the first argument, from rows of terms; the others are aggregates.
extension QuerySession {
  func registerFunctions() {
    let state = Unmanaged.passUnretained(self).toOpaque()
    let functions:
      [(
        String,
        @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
      )] = [
        ("sparql_test", testFunction), ("sparql_value", valueFunction), ("sparql_key", keyFunction),
        ("sparql_integer", integerFunction), ("sparql_string", stringFunction),
        ("sparql_decimal", decimalFunction), ("sparql_triple", tripleFunction),
      ]
    for (name, function) in functions {
      sqlite3_create_function_v2(
        connection.handle, name, -1, SQLITE_UTF8, state, function, nil, nil, nil)
    }
  }

  /// The program asked for and its slots.
  fileprivate func arguments(
    _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>
  ) -> (Program, [Term?]) {
    let program = programs[Int(sqlite3_value_int64(values[0]))]
    let slots = (1..<max(Int(count), 1)).map { index -> Term? in
      guard sqlite3_value_type(values[index]) != SQLITE_NULL else { return nil }
      let number = sqlite3_value_int64(values[index])
      return program.flags.contains(index - 1) ? .boolean(number != 0) : terms.term(number)
    }
    evaluator.solution = program.solution.isEmpty ? [] : Array(slots[program.solution])
    return (program, slots)
  }
}

extension QuerySession {
  /// Whether there is time and room left; else the query ends with what SQLite is told here.
  fileprivate func mayGoOn(_ context: OpaquePointer?) -> Bool {
    if evaluator.isExhausted || !terms.hasRoom {
      sqlite3_result_error_nomem(context)
      return false
    }
    if evaluator.isInterrupted {
      sqlite3_result_error_code(context, SQLITE_INTERRUPT)
      return false
    }
    return true
  }
}

private func session(_ context: OpaquePointer?) -> QuerySession? {
  sqlite3_user_data(context).map { Unmanaged<QuerySession>.fromOpaque($0).takeUnretainedValue() }
}

private func testFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  let number = Int(sqlite3_value_int64(values[0]))
  let isOfOneTerm =
    session.programs[number].isOfOneTerm && sqlite3_value_type(values[1]) != SQLITE_NULL
  let row = isOfOneTerm ? sqlite3_value_int64(values[1]) : 0
  if isOfOneTerm, let known = session.truth(of: number, at: row) {
    return answer(known, context)
  }
  let (program, slots) = session.arguments(count, values)
  let truth = session.evaluator.truth(program.expression, slots)
  guard session.mayGoOn(context) else { return }
  if isOfOneTerm { session.remember(truth, of: number, at: row) }
  answer(truth, context)
}

private func answer(_ truth: Bool?, _ context: OpaquePointer?) {
  switch truth {
  case true?: sqlite3_result_int(context, 1)
  case false?: sqlite3_result_int(context, 0)
  case nil: sqlite3_result_null(context)
  }
}

private func valueFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  let (program, slots) = session.arguments(count, values)
  let value = session.evaluator.value(program.expression, slots)
  guard session.mayGoOn(context) else { return }
  guard let term = value else {
    sqlite3_result_null(context)
    return
  }
  sqlite3_result_int64(context, session.terms.row(of: term))
}

private func keyFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  let (program, slots) = session.arguments(count, values)
  let key = SortKey.bytes(of: session.evaluator.value(program.expression, slots))
  guard session.mayGoOn(context) else { return }
  let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  sqlite3_result_blob64(context, key, UInt64(key.count), copied)
}

private func integerFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  let number = Int(sqlite3_value_int64(values[0]))
  sqlite3_result_int64(context, session.terms.row(of: .integer(number)))
}

private func stringFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  guard let text = text(values[0]) else {
    sqlite3_result_null(context)
    return
  }
  sqlite3_result_int64(context, session.terms.row(of: .string(text)))
}

/// A number as `xsd:decimal`; a text that is none stays a string.
private func decimalFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  guard let text = text(values[0]) else {
    sqlite3_result_null(context)
    return
  }
  let term = CanonicalDecimal.text(text).map { Term.typed($0, XSD.decimal) } ?? .string(text)
  sqlite3_result_int64(context, session.terms.row(of: term))
}

private func tripleFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let session = session(context), let values else { return }
  let parts = (0..<3).map { sqlite3_value_int64(values[$0]) }
  guard let row = session.terms.row(ofTriple: parts) else {
    sqlite3_result_null(context)
    return
  }
  sqlite3_result_int64(context, row)
}

private func text(_ value: OpaquePointer?) -> String? {
  guard sqlite3_value_type(value) != SQLITE_NULL, let bytes = sqlite3_value_text(value) else {
    return nil
  }
  let count = Int(sqlite3_value_bytes(value))
  return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}
