import Foundation
import GRDB

/// How much is said of whom a name means, a byte a term: 0 for what is no name. Table
/// `name_weight`, a row for 2,000 terms. A class because it keeps rows until they are stored.
final class NameWeights {
  /// Two rows fill a page.
  private static let blockSize = 2_000

  private let find: Command
  private let insert: Command
  private let delete: Command
  private var blocks: [Int64: [UInt8]] = [:]
  private var changed: Set<Int64> = []

  init(_ database: Database) throws {
    find = try Command(cached: database, "SELECT weights FROM name_weight WHERE id = ?")
    insert = try Command(
      cached: database,
      """
      INSERT INTO name_weight (id, weights) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET weights = excluded.weights
      """)
    delete = try Command(cached: database, "DELETE FROM name_weight WHERE id = ?")
  }

  /// The weight of a name with so many statements: eighths of the logarithm to base 2, from 1.
  static func weight(statements: Int) -> UInt8 {
    UInt8(clamping: 1 + Int(8 * log2(1 + Double(max(statements, 0)))))
  }

  /// The weight of a term.
  subscript(term: UInt32) -> UInt8 {
    get throws {
      let weights = try block(Int64(term) / Int64(NameWeights.blockSize))
      let place = Int(term) % NameWeights.blockSize
      return place < weights.count ? weights[place] : 0
    }
  }

  /// Sets the weight of a term; ``flush()`` stores it.
  func set(_ weight: UInt8, of term: UInt32) throws {
    let number = Int64(term) / Int64(NameWeights.blockSize)
    var weights = try block(number)
    let place = Int(term) % NameWeights.blockSize
    while weights.count <= place { weights.append(0) }
    weights[place] = weight
    blocks[number] = weights
    changed.insert(number)
  }

  /// Stores what was set.
  func flush() throws {
    for number in changed.sorted() {
      var weights = blocks[number] ?? []
      while weights.last == 0 { weights.removeLast() }
      if weights.isEmpty {
        try delete.bind(number).run()
      } else {
        try insert.bind(number).bind(weights).run()
      }
    }
    changed = []
    blocks = [:]
  }

  private func block(_ number: Int64) throws -> [UInt8] {
    if let known = blocks[number] { return known }
    var weights: [UInt8] = []
    try find.bind(number).rows { row in row.withBytes(0) { weights = Array($0) } }
    blocks[number] = weights
    return weights
  }
}
