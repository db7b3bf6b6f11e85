import Foundation

/// A sentence for training: feature numbers per character and the tags each character may have.
struct Example {
  var features: [Int32]
  /// `features[starts[i]..<starts[i + 1]]` belong to character i.
  var starts: [Int32]
  /// Bit t of `allowed[i]` says that character i may have tag t.
  var allowed: [UInt32]
  var weight: Float
  /// Clauses of a sentence with some of its names marked that have none of them.
  var clauses: [Range<Int>] = []
  var count: Int { allowed.count }
}

/// Weights of the features, one number per feature and tag, with the sums of squared gradients that
/// AdaGrad divides by.
final class Weights {
  let count: Int
  let values: UnsafeMutablePointer<SIMD16<Float>>
  let squares: UnsafeMutablePointer<SIMD16<Float>>

  init(count: Int) {
    self.count = count
    values = .allocate(capacity: count)
    squares = .allocate(capacity: count)
    values.initialize(repeating: SIMD16<Float>(repeating: 0), count: count)
    squares.initialize(repeating: SIMD16<Float>(repeating: 0), count: count)
  }

  deinit {
    values.deallocate()
    squares.deallocate()
  }
}

/// The linear-chain conditional random field of one sentence (Lafferty, McCallum & Pereira 2001):
/// transitions are legal or not and carry no weight, so that the sum over a name is its ln odds
/// whatever stands beside it.
struct Chain {
  private var emissions: [SIMD16<Float>] = []
  private var outside: [Float] = []
  private var potentials: [SIMD16<Float>] = []
  private var forward: [SIMD16<Float>] = []
  private var forwardOutside: [Float] = []
  private var backward: [SIMD16<Float>] = []
  private var backwardOutside: [Float] = []

  private static let opens: SIMD16<Float> = mask { $0 % 4 == 0 || $0 % 4 == 3 }
  private static let closes: SIMD16<Float> = mask { $0 % 4 == 2 || $0 % 4 == 3 }

  private static func mask(_ isSet: (Int) -> Bool) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for lane in 0..<16 where isSet(lane) { result[lane] = 1 }
    return result
  }

  /// Lanes first+inside of each type summed, at the inside and last lanes of the type.
  @inline(__always)
  private static func pass(_ value: SIMD16<Float>) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for type in 0..<4 {
      let sum = value[4 * type] + value[4 * type + 1]
      result[4 * type + 1] = sum
      result[4 * type + 2] = sum
    }
    return result
  }

  /// Lanes inside+last of each type summed, at the first and inside lanes of the type.
  @inline(__always)
  private static func passBack(_ value: SIMD16<Float>) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for type in 0..<4 {
      let sum = value[4 * type + 1] + value[4 * type + 2]
      result[4 * type] = sum
      result[4 * type + 1] = sum
    }
    return result
  }

  mutating func emit(_ example: Example, _ weights: Weights) {
    emissions.removeAll(keepingCapacity: true)
    for index in 0..<example.count {
      var sum = SIMD16<Float>(repeating: 0)
      for position in Int(example.starts[index])..<Int(example.starts[index + 1]) {
        sum += weights.values[Int(example.features[position])]
      }
      emissions.append(sum)
    }
  }

  private static func lanes(_ allowed: UInt32) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for lane in 0..<16 where allowed >> UInt32(lane + 1) & 1 == 1 { result[lane] = 1 }
    return result
  }

  /// Marginals of the sentence under `allowed` (nil: everything); returns ln of the partition sum.
  private mutating func marginals(_ allowed: [UInt32]?) -> ([SIMD16<Float>], Double) {
    var result: [SIMD16<Float>] = []
    let count = emissions.count
    potentials.removeAll(keepingCapacity: true)
    outside.removeAll(keepingCapacity: true)
    var logarithm = 0.0
    for index in 0..<count {
      let emission = emissions[index]
      let top = max(0, emission.max())
      var potential = SIMD16<Float>(repeating: 0)
      for lane in 0..<16 { potential[lane] = exp(emission[lane] - top) }
      var out = exp(-top)
      logarithm += Double(top)
      if let allowed {
        potential *= Self.lanes(allowed[index])
        if allowed[index] & 1 == 0 { out = 0 }
      }
      potentials.append(potential)
      outside.append(out)
    }
    forward.removeAll(keepingCapacity: true)
    forwardOutside.removeAll(keepingCapacity: true)
    var open: Float = 1
    var passed = SIMD16<Float>(repeating: 0)
    for index in 0..<count {
      var value = (Self.opens * open + passed) * potentials[index]
      var out = open * outside[index]
      let scale = value.sum() + out
      logarithm += Double(log(max(scale, 1e-30)))
      let factor = 1 / max(scale, 1e-30)
      value *= factor
      out *= factor
      forward.append(value)
      forwardOutside.append(out)
      open = out + (value * Self.closes).sum()
      passed = Self.pass(value)
    }
    logarithm += Double(log(max(open, 1e-30)))
    // Backward, scaled at each step.
    var after = Self.closes
    var afterOutside: Float = 1
    result.append(contentsOf: repeatElement(SIMD16<Float>(repeating: 0), count: count))
    for index in stride(from: count - 1, through: 0, by: -1) {
      var marginal = forward[index] * after
      let sum = marginal.sum() + forwardOutside[index] * afterOutside
      marginal *= 1 / max(sum, 1e-30)
      result[index] = marginal
      let value = potentials[index] * after
      let out = outside[index] * afterOutside
      let opening = out + (value * Self.opens).sum()
      var before = Self.passBack(value) + Self.closes * opening
      var beforeOutside = opening
      let scale = 1 / max(before.max(), beforeOutside, 1e-30)
      before *= scale
      beforeOutside *= scale
      after = before
      afterOutside = beforeOutside
    }
    return (result, logarithm)
  }

  /// One step of AdaGrad (Duchi, Hazan & Singer 2011) towards the allowed tags.
  ///
  /// - Returns: ln of how much more probable the allowed readings should have been, before the step.
  mutating func learn(_ example: Example, _ weights: Weights, rate: Float, decay: Float) -> Double {
    emit(example, weights)
    let (free, all) = marginals(nil)
    let (bound, right) = marginals(example.allowed)
    for index in 0..<example.count {
      let gradient = (bound[index] - free[index]) * example.weight
      if max(gradient.max(), -gradient.min()) < 1e-4 { continue }
      let square = gradient * gradient
      for position in Int(example.starts[index])..<Int(example.starts[index + 1]) {
        let feature = Int(example.features[position])
        let sum = weights.squares[feature] + square
        weights.squares[feature] = sum
        var value = weights.values[feature]
        let step = rate / (sum + 1e-3).squareRoot()
        value += (gradient - decay * value) * step
        weights.values[feature] = value
      }
    }
    return all - right
  }

  /// Takes the clauses without marked names for empty where these weights see no name either.
  mutating func closeEmptyClauses(of example: inout Example, _ weights: Weights) {
    let tags = decode(example, weights)
    for clause in example.clauses where tags[clause].allSatisfy({ $0 == Tag.outside }) {
      for index in clause { example.allowed[index] = 1 << UInt32(Tag.outside) }
    }
  }

  /// Most probable tags.
  mutating func decode(_ example: Example, _ weights: Weights) -> [Int] {
    emit(example, weights)
    let count = example.count
    var best: [[Float]] = []
    var back: [[Int8]] = []
    var last = [Float](repeating: -.infinity, count: Tag.count)
    var open: (score: Float, tag: Int) = (0, 0)
    for index in 0..<count {
      var row = [Float](repeating: -.infinity, count: Tag.count)
      var from = [Int8](repeating: 0, count: Tag.count)
      for tag in 0..<Tag.count {
        let own: Float = tag == 0 ? 0 : emissions[index][tag - 1]
        let place = (tag - 1) % 4
        if tag == 0 || place == 0 || place == 3 {
          row[tag] = open.score + own
          from[tag] = Int8(open.tag)
        } else {
          let first = tag - place
          let (a, b) = (last[first], last[first + 1])
          row[tag] = max(a, b) + own
          from[tag] = Int8(a >= b ? first : first + 1)
        }
      }
      best.append(row)
      back.append(from)
      open = (-.infinity, 0)
      for tag in 0..<Tag.count where tag == 0 || (tag - 1) % 4 >= 2 {
        if row[tag] > open.score { open = (row[tag], tag) }
      }
      last = row
    }
    var tags = [Int](repeating: 0, count: count)
    var tag = open.tag
    for index in stride(from: count - 1, through: 0, by: -1) {
      tags[index] = tag
      tag = Int(back[index][tag])
    }
    return tags
  }
}
