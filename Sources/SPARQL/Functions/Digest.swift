import Foundation

/// MD5 (RFC 1321) and the SHA family (FIPS 180-4), as SPARQL names them.
enum Digest {
  /// Small hexadecimal digits.
  static func hexadecimal(_ function: Function, _ message: [UInt8]) -> String {
    let bytes: [UInt8] =
      switch function {
      case .md5: md5(message)
      case .sha1: sha1(message)
      case .sha256: SHA2.sha256(message)
      case .sha384: SHA2.sha384(message)
      default: SHA2.sha512(message)
      }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The message, a 1 bit, zeros, and its length in bits, to whole blocks.
  static func padded(_ message: [UInt8], block: Int, isBigEndian: Bool) -> [UInt8] {
    let lengthSize = block / 8
    var bytes = message + [0x80]
    while bytes.count % block != block - lengthSize { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    var length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    length += [UInt8](repeating: 0, count: lengthSize - 8)
    return bytes + (isBigEndian ? length.reversed() : length)
  }

  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }

  private static func md5(_ message: [UInt8]) -> [UInt8] {
    let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    let table = (0..<64).map { UInt32(abs(sin(Double($0 + 1))) * 4_294_967_296) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    let bytes = padded(message, block: 64, isBigEndian: false)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      let words = (0..<16).map { index in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + index * 4 + $1]) << (8 * UInt32($1)) }
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for step in 0..<64 {
        let mixed: UInt32
        let word: Int
        switch step / 16 {
        case 0: (mixed, word) = (b & c | ~b & d, step)
        case 1: (mixed, word) = (d & b | ~d & c, (5 * step + 1) % 16)
        case 2: (mixed, word) = (b ^ c ^ d, (3 * step + 5) % 16)
        default: (mixed, word) = (c ^ (b | ~d), 7 * step % 16)
        }
        let sum = a &+ mixed &+ table[step] &+ words[word]
        (a, d, c) = (d, c, b)
        b = b &+ rotated(sum, shifts[step / 16 * 4 + step % 4])
      }
      state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static func sha1(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let bytes = padded(message, block: 64, isBigEndian: true)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { index in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[start + index * 4 + $1]) }
      }
      for step in 16..<80 {
        words.append(
          rotated(words[step - 3] ^ words[step - 8] ^ words[step - 14] ^ words[step - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for step in 0..<80 {
        let (mixed, constant): (UInt32, UInt32) =
          switch step / 20 {
          case 0: (b & c | ~b & d, 0x5A82_7999)
          case 1: (b ^ c ^ d, 0x6ED9_EBA1)
          case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let sum = rotated(a, 5) &+ mixed &+ e &+ constant &+ words[step]
        (e, d, c, b, a) = (d, c, rotated(b, 30), a, sum)
      }
      state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
    }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }
}
