/// Which Han characters are one in simplified spelling: 記 and 记.
struct Spelling: Sendable {
  /// By the value of a scalar below 0x10000, its simplified form.
  private var simplifiedForms = Array(UInt16.min...UInt16.max)
  private var traditionalForms: [Unicode.Scalar: [Unicode.Scalar]] = [:]

  /// The blocks that hold traditional characters in use.
  private static let blocks: [ClosedRange<UInt32>] = [0x3400...0x9FFF, 0xF900...0xFAFF]

  /// - Parameter simplified: the simplified form of a scalar, itself where it has no other.
  init(_ simplified: (Unicode.Scalar) -> Unicode.Scalar) {
    for scalar in Self.blocks.joined().compactMap(Unicode.Scalar.init) {
      let form = simplified(scalar)
      guard form != scalar, let value = UInt16(exactly: form.value) else { continue }
      simplifiedForms[Int(scalar.value)] = value
      traditionalForms[form, default: []].append(scalar)
    }
  }

  /// The simplified form: `记` of `記`; itself where there is no other.
  @inline(__always)
  func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value < 0x10000 else { return scalar }
    return Unicode.Scalar(simplifiedForms[Int(scalar.value)]) ?? scalar
  }

  /// All scalars with that simplified form, itself first.
  func variants(of simplified: Unicode.Scalar) -> [Unicode.Scalar] {
    [simplified] + (traditionalForms[simplified] ?? [])
  }
}
