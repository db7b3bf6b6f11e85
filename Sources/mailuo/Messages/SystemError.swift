import Foundation

/// What the operating system says of an error number, the same in every language setting.
enum SystemError {
  /// `No space left on device`.
  static func text(of code: Int32) -> String {
    String(cString: strerror(code))
  }
}
