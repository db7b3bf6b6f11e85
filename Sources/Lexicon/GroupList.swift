/// The groups that dictionary entries may have, from `dictionary/groups.tsv`: protection against
/// mistyped names, and the place where an editor reads what each group is for.
///
/// A name that ends with `.*` allows a whole family: `word.*`. Without the file every group is
/// allowed.
struct GroupList {
  /// The listed names, families not among them.
  private(set) var names: Set<String> = []
  private var families: [String] = []
  private var isOpen = true

  /// Allows every group.
  init() {}

  /// Reads `group meaning`.
  init(_ file: SeedFiles.File, faults: inout [SeedFault]) {
    isOpen = false
    var table = TableReader(file: file.file, header: ["group", "meaning"])
    var lines: [String: Int] = [:]
    table.read(file.bytes.buffer) { table, row in
      let name = row.text(0)
      if let line = lines[name] {
        return table.report(row.line, "duplicate: “\(name)” stands already in line \(line)")
      }
      lines[name] = row.line
      let isFamily = name.hasSuffix(".*")
      if let problem = Self.problem(ofName: isFamily ? String(name.dropLast(2)) : name) {
        return table.report(row.line, problem)
      }
      if isFamily { families.append(String(name.dropLast())) } else { names.insert(name) }
    }
    faults += table.faults
    // After a fault in the list itself, complaints about its absence elsewhere would mislead.
    if !table.faults.isEmpty { isOpen = true }
  }

  /// What is wrong with a group, or `nil` when entries may have it.
  func problem(of group: String) -> String? {
    if let problem = Self.problem(ofName: group) { return problem }
    if isOpen || names.contains(group) { return nil }
    if families.contains(where: { group.hasPrefix($0) && group.utf8.count > $0.utf8.count }) {
      return nil
    }
    let suggestion = nearest(group).map { "did you mean “\($0)”?" }
    return "unknown group “\(group)”, \(suggestion ?? "groups are listed in dictionary/groups.tsv")"
  }

  /// What is wrong with a name: it must be words of letters, digits and hyphens joined by dots.
  private static func problem(ofName name: String) -> String? {
    if name.isEmpty { return "empty group" }
    let dot = UInt8(ascii: ".")
    var previous = dot
    var isWellFormed = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        break
      case dot where previous != dot: break
      default: isWellFormed = false
      }
      previous = byte
    }
    if isWellFormed, previous != dot { return nil }
    return "“\(name)” is not a group, expected words joined by dots such as head.company"
  }

  /// The listed name at an edit distance of at most 2, the nearest first.
  private func nearest(_ group: String) -> String? {
    let candidates = names.map { (distance: Self.distance(group, $0), name: $0) }
    return candidates.filter { $0.distance <= 2 }.min {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }?.name
  }

  /// Levenshtein's edit distance.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (line, byte) in left.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let cost = min(row[column] + 1, row[column + 1] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[right.count]
  }
}
