import Lexicon

/// The grams of names, one name after another. Keeps its memory between them.
struct NameGrams {
  /// Characters of a name that count; what is behind them is checked, not indexed.
  static let longest = 64

  private let folding: NameFolding
  /// Of each character of the name its syllables, and the initials of these.
  private var syllables = CharacterLists()
  private var initials = CharacterLists()
  /// Of each character whether it has a reading or is a letter; digits are left to the pairs of
  /// characters, unless they stand beside such a one.
  private var isRead: [Bool] = []
  private var hasReadings = false
  /// The grams found last, each once, ascending.
  private(set) var numbers: [NameGram.Number] = []

  init(_ folding: NameFolding) { self.folding = folding }

  /// Finds the grams of the name whose form is `form`.
  mutating func find(_ form: [Unicode.Scalar]) {
    numbers.removeAll(keepingCapacity: true)
    let isCut = form.count > NameGrams.longest
    let form = form.prefix(NameGrams.longest)
    guard !form.isEmpty else { return }
    var before = NameGram.edge
    for scalar in form {
      let character = NameGram.character(scalar)
      numbers.append(NameGram.pair(before, character))
      before = character
    }
    if !isCut { numbers.append(NameGram.pair(before, NameGram.edge)) }
    read(form)
    if hasReadings {
      addSyllables(isCut: isCut)
      addInitials(isCut: isCut)
    }
    numbers.sort()
    var kept = 0
    for number in numbers where kept == 0 || numbers[kept - 1] != number {
      numbers[kept] = number
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
  }

  private mutating func read(_ form: ArraySlice<Unicode.Scalar>) {
    syllables.removeAll()
    initials.removeAll()
    isRead.removeAll(keepingCapacity: true)
    hasReadings = false
    for scalar in form {
      syllables.addCharacter()
      initials.addCharacter()
      for syllable in folding.readings(of: scalar) {
        syllables.append(UInt32(syllable.rawValue))
        initials.append(NameGram.initial(syllable))
      }
      hasReadings = hasReadings || !syllables.isLastEmpty
      isRead.append(!syllables.isLastEmpty || ("a"..."z").contains(scalar))
      if let initial = NameGram.initial(scalar) {
        syllables.append(NameGram.syllable(ofInitial: initial))
        initials.append(initial)
      }
    }
  }

  private mutating func addSyllables(isCut: Bool) {
    let last = isRead.count - 1
    for index in 0..<last where isRead[index] || isRead[index + 1] {
      for first in syllables[index] {
        for second in syllables[index + 1] { numbers.append(NameGram.syllables(first, second)) }
      }
    }
    guard !isCut, isRead[last] else { return }
    for syllable in syllables[last] {
      numbers.append(NameGram.syllables(syllable, NameGram.syllableEdge))
    }
  }

  private mutating func addInitials(isCut: Bool) {
    let last = isRead.count - 1
    if isRead[0] || (last > 0 && isRead[1]) {
      for second in initials[0] { addInitials(NameGram.edge, second, third: 1, isCut: isCut) }
    }
    for index in 0..<last {
      guard isRead[index] || isRead[index + 1] || (index + 2 <= last && isRead[index + 2]) else {
        continue
      }
      for first in initials[index] {
        for second in initials[index + 1] {
          addInitials(first, second, third: index + 2, isCut: isCut)
        }
      }
    }
  }

  private mutating func addInitials(
    _ first: UInt32, _ second: UInt32, third index: Int, isCut: Bool
  ) {
    guard index < isRead.count else {
      if !isCut { numbers.append(NameGram.initials(first, second, NameGram.edge)) }
      return
    }
    for third in initials[index] { numbers.append(NameGram.initials(first, second, third)) }
  }
}

/// A short list of numbers for each character of a name, all in one array.
private struct CharacterLists {
  private var numbers: [UInt32] = []
  private var starts: [Int] = []

  subscript(character: Int) -> ArraySlice<UInt32> {
    let end = character + 1 < starts.count ? starts[character + 1] : numbers.count
    return numbers[starts[character]..<end]
  }

  var isLastEmpty: Bool { starts.last == numbers.count }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  mutating func addCharacter() { starts.append(numbers.count) }

  /// Adds to the last character's list what is not in it.
  mutating func append(_ number: UInt32) {
    guard let start = starts.last, !numbers[start...].contains(number) else { return }
    numbers.append(number)
  }
}
