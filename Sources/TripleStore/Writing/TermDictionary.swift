import GRDB

/// A text compared by its bytes, as SQLite does; `String` would call é and e + ´ the same.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    guard isHashed == nil else { return }
    Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// Texts to rows and back, inside one transaction. A class because it remembers.
final class TermDictionary {
  private struct Key: Hashable {
    let kind: TermKind
    let value: ByteText
  }
  /// Rows remembered before everything is forgotten, so that memory does not grow with a batch.
  private static let capacity = 100_000

  private let find: Command
  private let insert: Command
  private var rows: [Key: Int64] = [:]

  init(_ database: Database) throws {
    find = try Command(database, "SELECT id FROM term WHERE kind = ? AND value = ?")
    insert = try Command(database, "INSERT INTO term (kind, value) VALUES (?, ?)")
  }

  /// The row of a term, made when there is none.
  func row(_ kind: TermKind, _ value: String) throws -> Int64 {
    let key = Key(kind: kind, value: ByteText(value))
    if let row = rows[key] { return row }
    let row = try find.bind(kind.rawValue).bind(value).integer() ?? insertion(kind, value)
    if rows.count >= TermDictionary.capacity { rows.removeAll(keepingCapacity: true) }
    rows[key] = row
    return row
  }

  private func insertion(_ kind: TermKind, _ value: String) throws -> Int64 {
    try insert.bind(kind.rawValue).bind(value).run()
    return insert.lastInsertedRow
  }
}
