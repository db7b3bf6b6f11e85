extension [UInt8] {
  /// `withUnsafeBytes` that keeps the type of the error, which the standard one does not.
  func withBytes<Value>(
    _ body: (UnsafeRawBufferPointer) throws(TextDecoding.Fault) -> Value
  ) throws(TextDecoding.Fault) -> Value {
    let result = withUnsafeBytes { buffer -> Result<Value, TextDecoding.Fault> in
      do throws(TextDecoding.Fault) { return .success(try body(buffer)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// `withUnsafeMutableBytes` that keeps the type of the error, which the standard one does not.
  mutating func withMutableBytes<Value>(
    _ body: (UnsafeMutableRawBufferPointer) throws(TextDecoding.Fault) -> Value
  ) throws(TextDecoding.Fault) -> Value {
    let result = withUnsafeMutableBytes { buffer -> Result<Value, TextDecoding.Fault> in
      do throws(TextDecoding.Fault) { return .success(try body(buffer)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
