import Lexicon
import NewsText
import Recognition

extension NameLinker {
  /// Whether an editor decided that this mention's name does not stand for the entity; notes it.
  mutating func isRefused(_ mention: Int, _ entity: Int) -> Bool {
    guard let corrections else { return false }
    let name = canonicalName(reading.mentions[mention])
    guard
      let correction = corrections.refusal(
        of: name, for: [ledger.drafts[entity].name], reading.mentions[mention].type)
    else { return false }
    refusals[mention] = correction
    return true
  }

  /// The same for a division that a short form might mean.
  func isRefused(_ name: String, _ division: UInt32) -> Bool {
    corrections?.refusal(of: name, for: [gazetteer.division(division).name], .place) != nil
  }
}
