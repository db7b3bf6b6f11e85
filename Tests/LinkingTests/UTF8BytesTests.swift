import Testing

@testable import Linking

/// Strings compared eight bytes at a time, against the standard library byte by byte.
struct UTF8BytesTests {
  /// Texts that share beginnings of all lengths.
  private static let texts: [String] = {
    var generator = SplitMix(state: 11)
    var texts = [
      "", "a", "org-0123456789ab", "org-0123456789aa", "org-0123456789abc", "é", "e\u{301}",
    ]
    for _ in 0..<60 {
      let base = texts[Int(generator.next() % UInt64(texts.count))]
      let kept = base.unicodeScalars.prefix(Int(generator.next() % 24))
      var text = String(String.UnicodeScalarView(kept))
      for _ in 0..<generator.next() % 6 {
        text.unicodeScalars.append(["山", "西", "a", "z", "𠮷", "\u{1F}"][Int(generator.next() % 6)])
      }
      texts.append(text)
    }
    return texts
  }()

  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ mixed >> 27
    }
  }

  @Test func comparesAsBytes() {
    for left in Self.texts {
      for right in Self.texts {
        let isLess = left.utf8.lexicographicallyPrecedes(right.utf8)
        let isSame = left.utf8.elementsEqual(right.utf8)
        #expect(left.precedesInUTF8(right) == isLess, "“\(left)” “\(right)”")
        #expect(left.hasSameUTF8(as: right) == isSame, "“\(left)” “\(right)”")
        let (first, second) = (UTF8Bytes.firstBytes(left), UTF8Bytes.firstBytes(right))
        if first != second { #expect((first < second) == isLess, "“\(left)” “\(right)”") }
        if isSame { #expect(UTF8Bytes.hash(left) == UTF8Bytes.hash(right)) }
      }
    }
  }

  @Test func firstBytesAreSixteen() {
    #expect(UTF8Bytes.firstBytes("") == (0, 0))
    #expect(UTF8Bytes.firstBytes("a") == (0x61 << 56, 0))
    #expect(UTF8Bytes.firstBytes("abcdefgh") == (0x6162_6364_6566_6768, 0))
    #expect(UTF8Bytes.firstBytes("abcdefghi") == (0x6162_6364_6566_6768, 0x69 << 56))
    #expect(UTF8Bytes.firstBytes("abcdefghijklmnopq") == UTF8Bytes.firstBytes("abcdefghijklmnop"))
  }

  @Test func hashesDiffer() {
    let texts = Set(Self.texts.map { Array($0.utf8) })
    #expect(
      Set(texts.map { UTF8Bytes.hash(String(decoding: $0, as: UTF8.self)) }).count == texts.count)
  }
}
