import Foundation

/// A folder that goes away with the test.
package final class TemporaryFolder {
  package let url: URL
  /// Makes it.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mailuo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where a graph goes.
  package var graph: URL { url.appendingPathComponent("graph.sqlite") }
}
