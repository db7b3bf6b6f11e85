/// SHA-256, SHA-384 and SHA-512 (FIPS 180-4). Their constants are the first bits of the fractions
/// of roots of primes, and are computed as such.
enum SHA2 {
  static func sha256(_ message: [UInt8]) -> [UInt8] {
    // SHA-256's constants are the upper halves of SHA-512's first ones.
    let start = Constants.squareRoots.prefix(8).map { UInt32($0 >> 32) }
    let table = Constants.cubeRoots.prefix(64).map { UInt32($0 >> 32) }
    let rotations = Rotations<UInt32>(
      great: [2, 13, 22], greatChoice: [6, 11, 25], small: [7, 18, 3], smallLate: [17, 19, 10])
    return run(message, start, table, rotations)
  }

  static func sha384(_ message: [UInt8]) -> [UInt8] {
    Array(
      run(message, Array(Constants.squareRoots.dropFirst(8)), Constants.cubeRoots, long).prefix(48))
  }

  static func sha512(_ message: [UInt8]) -> [UInt8] {
    run(message, Array(Constants.squareRoots.prefix(8)), Constants.cubeRoots, long)
  }

  private struct Rotations<Word: FixedWidthInteger & UnsignedInteger> {
    let great: [Int]
    let greatChoice: [Int]
    let small: [Int]
    let smallLate: [Int]
  }

  private static let long = Rotations<UInt64>(
    great: [28, 34, 39], greatChoice: [14, 18, 41], small: [1, 8, 7], smallLate: [19, 61, 6])

  private static func rotated<Word: FixedWidthInteger>(_ word: Word, _ count: Int) -> Word {
    word >> Word(count) | word << Word(Word.bitWidth - count)
  }

  private static func great<Word: FixedWidthInteger>(_ word: Word, _ counts: [Int]) -> Word {
    rotated(word, counts[0]) ^ rotated(word, counts[1]) ^ rotated(word, counts[2])
  }

  private static func small<Word: FixedWidthInteger>(_ word: Word, _ counts: [Int]) -> Word {
    rotated(word, counts[0]) ^ rotated(word, counts[1]) ^ word >> Word(counts[2])
  }

  private static func run<Word: FixedWidthInteger & UnsignedInteger>(
    _ message: [UInt8], _ start: [Word], _ table: [Word], _ rotations: Rotations<Word>
  ) -> [UInt8] {
    let size = Word.bitWidth / 8
    let bytes = Digest.padded(message, block: size * 16, isBigEndian: true)
    var state = start
    for offset in stride(from: 0, to: bytes.count, by: size * 16) {
      var words: [Word] = (0..<16).map { index in
        (0..<size).reduce(Word(0)) { $0 << 8 | Word(bytes[offset + index * size + $1]) }
      }
      for step in 16..<table.count {
        words.append(
          small(words[step - 2], rotations.smallLate) &+ words[step - 7]
            &+ small(words[step - 15], rotations.small) &+ words[step - 16])
      }
      var s = state
      for step in table.indices {
        let choice = s[4] & s[5] ^ ~s[4] & s[6]
        let one =
          s[7] &+ great(s[4], rotations.greatChoice) &+ choice &+ table[step] &+ words[step]
        let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
        let two = great(s[0], rotations.great) &+ majority
        s = [one &+ two, s[0], s[1], s[2], s[3] &+ one, s[4], s[5], s[6]]
      }
      state = zip(state, s).map { $0 &+ $1 }
    }
    return state.flatMap { word in
      (0..<size).map { UInt8(truncatingIfNeeded: word >> Word(Word.bitWidth - 8 - 8 * $0)) }
    }
  }
}

/// Roots of the first 80 primes: the 64 bits behind the point.
private enum Constants {
  static let squareRoots = primes.prefix(16).map { fraction(of: $0, power: 2) }
  static let cubeRoots = primes.map { fraction(of: $0, power: 3) }

  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < 80 {
      if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }()

  /// The greatest x with x^power <= prime * 2^(64 * power), bit by bit; its lower 64 bits.
  private static func fraction(of prime: UInt64, power: Int) -> UInt64 {
    let target = Digits([prime]).shifted(64 * power)
    var root = Digits([0])
    for bit in (0..<70).reversed() {
      let candidate = root.setting(bit)
      var product = candidate
      for _ in 1..<power { product = product.times(candidate) }
      if !(target < product) { root = candidate }
    }
    return UInt64(root.words[0]) | UInt64(root.words.count > 1 ? root.words[1] : 0) << 32
  }
}

/// Just enough of large numbers: 32 bits a word, the least first.
private struct Digits {
  var words: [UInt32]

  init(_ values: [UInt64]) {
    words = values.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] }
  }

  private init(words: [UInt32]) { self.words = words }

  func shifted(_ bits: Int) -> Digits {
    Digits(words: [UInt32](repeating: 0, count: bits / 32) + words)
  }

  func setting(_ bit: Int) -> Digits {
    var words = words
    while words.count <= bit / 32 { words.append(0) }
    words[bit / 32] |= 1 << UInt32(bit % 32)
    return Digits(words: words)
  }

  func times(_ other: Digits) -> Digits {
    var result = [UInt32](repeating: 0, count: words.count + other.words.count)
    for (index, word) in words.enumerated() {
      var carry: UInt64 = 0
      for (position, factor) in other.words.enumerated() {
        let sum = UInt64(word) * UInt64(factor) + UInt64(result[index + position]) + carry
        result[index + position] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[index + other.words.count] = UInt32(carry)
    }
    return Digits(words: result)
  }

  static func < (left: Digits, right: Digits) -> Bool {
    for index in (0..<max(left.words.count, right.words.count)).reversed() {
      let one = index < left.words.count ? left.words[index] : 0
      let other = index < right.words.count ? right.words[index] : 0
      if one != other { return one < other }
    }
    return false
  }
}
