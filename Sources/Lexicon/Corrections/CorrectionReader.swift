import Foundation

/// Reads files of corrections and collects their faults.
///
/// A file is a table like a dictionary: UTF-8, tab-separated, `#` comments, rows in any order.
struct CorrectionReader {
  /// Columns of the file.
  static let header = ["action", "type", "name", "other", "document", "note"]

  /// What was read, in file order.
  private(set) var corrections: [Correction] = []
  /// What was wrong.
  private(set) var faults: [SeedFault] = []
  /// Of all contents; 0 without a file.
  private(set) var fingerprint: UInt64 = 0
  private let types: [String]
  private let folding: (Unicode.Scalar) -> Unicode.Scalar

  /// Reads for an ontology's types; names are compared as `folding` folds their characters.
  init(types: [String], folding: @escaping (Unicode.Scalar) -> Unicode.Scalar) {
    self.types = types
    self.folding = folding
  }

  /// Reads a file. One that is not there is a fault if it is needed.
  mutating func read(_ file: URL, isNeeded: Bool) {
    let path = file.relativePath
    guard isNeeded || FileManager.default.fileExists(atPath: path) else { return }
    do {
      let bytes = try StoredBytes(mapping: path)
      read(bytes, file: path, name: file.lastPathComponent)
    } catch {
      faults.append(SeedFault(file: path, line: 0, message: "cannot be read: \(error.reason)"))
    }
  }

  private mutating func read(_ bytes: StoredBytes, file: String, name: String) {
    fingerprint = ContentHash.of(bytes.buffer, seed: ContentHash.of(name, seed: fingerprint))
    var table = TableReader(file: file, header: Self.header, mustBeSorted: false)
    var found: [Correction] = []
    let types = types
    table.read(bytes.buffer) { table, row in
      let texts = (0..<5).map { row.text($0) }
      switch Self.correction(texts, types: types, file: name, line: row.line) {
      case .success(let correction): found.append(correction)
      case .failure(let problem): table.report(row.line, problem.message)
      }
    }
    faults += table.faults
    for correction in found { add(correction, file: file) }
  }

  /// What is wrong with a row.
  private struct Problem: Error {
    let message: String
  }

  private static func correction(
    _ texts: [String], types: [String], file: String, line: Int
  ) -> Result<Correction, Problem> {
    guard let action = Correction.Action(rawValue: texts[0]) else {
      let known = TableReader.quoted(Correction.Action.allCases.map(\.rawValue))
      return .failure(Problem(message: "unknown action “\(texts[0])”, expected one of \(known)"))
    }
    let correction = Correction(
      action: action, type: texts[1].isEmpty ? nil : texts[1], name: texts[2], other: texts[3],
      document: texts[4].isEmpty ? nil : texts[4], file: file, line: line)
    guard let problem = problem(of: correction, types: types) else { return .success(correction) }
    return .failure(Problem(message: problem))
  }

  /// What an action asks of its columns.
  private static func problem(of correction: Correction, types: [String]) -> String? {
    let action = correction.action.rawValue
    if correction.name.isEmpty { return "no name" }
    if let type = correction.type, !types.contains(type) {
      return "unknown type “\(type)”, expected one of \(TableReader.quoted(types))"
    }
    if correction.type == nil, correction.action != .notAnEntity, !correction.isOfID {
      return "no type; only “not-an-entity” and ids go without"
    }
    switch correction.action {
    case .notAnEntity:
      if correction.isOfID { return "“\(action)” needs the name as printed, not an id" }
      return correction.other.isEmpty ? nil : "“\(action)” has no other"
    case .retype:
      if correction.isOfID { return "“\(action)” needs the name as printed, not an id" }
      return types.contains(correction.other)
        ? nil
        : "unknown type “\(correction.other)”, expected one of \(TableReader.quoted(types))"
    case .rename:
      return correction.other.isEmpty || Correction.isID(correction.other)
        ? "“\(action)” needs the new name as other" : nil
    case .same, .different:
      if correction.other.isEmpty {
        guard correction.action == .different, !correction.isOfID else {
          return "“\(action)” needs another name or id"
        }
        return correction.document == nil
          ? "“\(action)” needs another name, or the document where the name is someone else" : nil
      }
      return correction.isOfID == Correction.isID(correction.other)
        ? nil : "“\(action)” needs two names or two ids, not one of each"
    }
  }

  /// Adds a row unless it says what an earlier one says, or its contrary.
  private mutating func add(_ correction: Correction, file: String) {
    func report(_ message: String) {
      faults.append(SeedFault(file: file, line: correction.line, message: message))
    }
    if correction.action != .retype, folded(correction.name) == folded(correction.other) {
      return report("“\(correction.name)” and “\(correction.other)” are the same name")
    }
    let rival = corrections.first { isRival($0, of: correction) }
    if let rival {
      return report(
        "“\(correction.name)” is corrected by “\(rival.action.rawValue)” already in "
          + "\(rival.file):\(rival.line)")
    }
    if correction.renames, isCycle(correction) {
      return report("“\(correction.other)” leads back to “\(correction.name)”")
    }
    corrections.append(correction)
  }

  /// Whether both decide the same question.
  private func isRival(_ left: Correction, of right: Correction) -> Bool {
    guard left.type == right.type, left.document == right.document else { return false }
    let isSameName = folded(left.name) == folded(right.name)
    let isSameOther = folded(left.other) == folded(right.other)
    if left.renames, right.renames { return isSameName }
    if left.renames || right.renames {
      let isTurned =
        folded(left.name) == folded(right.other) && folded(left.other) == folded(right.name)
      return (left.action == .different || right.action == .different)
        && (isSameName && isSameOther || isTurned)
    }
    if left.action != right.action {
      return isSameName && !left.isAboutPairs && !right.isAboutPairs
    }
    return isSameName && (isSameOther || left.action == .retype)
  }

  /// Whether following `same` and `rename` from a correction leads back to its name.
  private func isCycle(_ correction: Correction) -> Bool {
    var name = folded(correction.other)
    for _ in 0...corrections.count {
      guard
        let next = corrections.first(where: {
          $0.renames && $0.type == correction.type && folded($0.name) == name
        })
      else { return false }
      name = folded(next.other)
      if name == folded(correction.name) { return true }
    }
    return false
  }

  private func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map(folding))
    return String(view)
  }
}

extension Correction {
  /// Whether it gives a name another.
  fileprivate var renames: Bool { action == .same || action == .rename }
  /// Whether it is about two names.
  fileprivate var isAboutPairs: Bool { action == .different }
}
