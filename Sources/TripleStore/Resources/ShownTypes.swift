import GRDB

/// The only type of each imported resource, a byte a term: table `shown_type`, two thousand terms a
/// row. Types are asked for of everything a walk reaches, and most of it is then not shown; so they
/// lie close together, and what was read is kept.
///
/// Bytes from 2 on are rows of `type_code`. Types that come when there is no byte left for them are not
/// kept, nor is anything of resources with several. A class because it keeps rows.
final class ShownTypes {
  /// Two rows fill a page.
  private static let blockSize = 2_000
  /// Blocks kept.
  private static let mostBlocks = 8_192
  /// In place of a type: the triples must be asked; there is none.
  private static let (unsettled, none): (UInt8, UInt8) = (0, 1)

  private let find: Command
  private let store: Command
  private let storeCode: Command
  /// Types by byte.
  private var types: [Int64] = [0, 0]
  private var codes: [Int64: UInt8] = [:]
  /// By number, empty where it was not read.
  private var blocks: [[UInt8]] = []
  private var known = 0
  /// Number of the last block there is.
  private var last: Int
  private var changed: Set<Int> = []

  init(_ database: Database) throws {
    find = try Command(cached: database, "SELECT types FROM shown_type WHERE id = ?")
    store = try Command(
      cached: database,
      """
      INSERT INTO shown_type (id, types) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET types = excluded.types
      """)
    storeCode = try Command(cached: database, "INSERT INTO type_code (code, type) VALUES (?, ?)")
    let highest = try Command(cached: database, "SELECT coalesce(max(id), -1) FROM shown_type")
    last = Int(try highest.integer() ?? -1)
    try Command(cached: database, "SELECT type FROM type_code ORDER BY code").rows { row in
      note(row.integer(0))
    }
  }

  /// The row of a term's only type, 0 if it has none; `nil` where the triples must be asked.
  subscript(term: Int64) -> Int64? {
    get throws {
      guard term > 0 else { return nil }
      let (number, place) = Int(term).quotientAndRemainder(dividingBy: ShownTypes.blockSize)
      guard number <= last else { return nil }
      if number >= blocks.count || blocks[number].isEmpty { try read(number) }
      let code = blocks[number][place]
      guard code != ShownTypes.unsettled, Int(code) < types.count else { return nil }
      return types[Int(code)]
    }
  }

  /// Sets what the subscript tells; ``flush()`` stores it.
  func set(_ type: Int64?, of term: Int64) throws {
    let (number, place) = Int(term).quotientAndRemainder(dividingBy: ShownTypes.blockSize)
    if number >= blocks.count || blocks[number].isEmpty {
      if known >= ShownTypes.mostBlocks { try flush() }
      try read(number)
    }
    last = max(last, number)
    switch type {
    case nil: blocks[number][place] = ShownTypes.unsettled
    case 0?: blocks[number][place] = ShownTypes.none
    case let type?: blocks[number][place] = try code(of: type)
    }
    changed.insert(number)
  }

  /// Stores what was set.
  func flush() throws {
    for number in changed.sorted() { try store.bind(number).bind(blocks[number]).run() }
    changed = []
  }

  /// The byte of a type, a new one if there is one left.
  private func code(of type: Int64) throws -> UInt8 {
    if let known = codes[type] { return known }
    guard types.count <= Int(UInt8.max) else { return ShownTypes.unsettled }
    try storeCode.bind(types.count).bind(type).run()
    note(type)
    return codes[type] ?? ShownTypes.unsettled
  }

  private func note(_ type: Int64) {
    codes[type] = UInt8(truncatingIfNeeded: types.count)
    types.append(type)
  }

  private func read(_ number: Int) throws {
    if known >= ShownTypes.mostBlocks, changed.isEmpty {
      blocks = []
      known = 0
    }
    if number >= blocks.count {
      blocks += [[UInt8]](repeating: [], count: number + 1 - blocks.count)
    }
    var block: [UInt8] = []
    try find.bind(number).rows { row in row.withBytes(0) { block = Array($0) } }
    if block.count != ShownTypes.blockSize {
      block = [UInt8](repeating: ShownTypes.unsettled, count: ShownTypes.blockSize)
    }
    blocks[number] = block
    known += 1
  }
}
