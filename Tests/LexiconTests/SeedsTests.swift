import Foundation
import Lexicon
import Seeds
import Testing

/// The seeds the program carries.
@Suite struct SeedsTests {
  @Test func bundledSeedsHaveNoFaults() throws {
    let seeds = try #require(Seeds.bundledDirectory())
    let lexicon: Lexicon
    do {
      lexicon = try Lexicon.open(seeds: seeds)
    } catch let error as SeedFaults {
      Issue.record("\(error)")
      return
    }
    let names = lexicon.ontology.types.map(\.name)
    #expect(names == ["Organization", "Person", "Place", "Project"])
    #expect(
      lexicon.ontology.predicates.map(\.name) == [
        "worksFor", "memberOf", "alumniOf", "nativeOf", "leads", "participatesIn", "visited",
        "authorOf", "partOf",
        "locatedIn", "organizes", "undertakes", "funds", "supports", "cooperatesWith",
        "foundedOn", "startDate", "endDate", "status", "award", "metric",
      ])
    #expect(lexicon.ontology.predicates.filter(\.isSymmetric).map(\.name) == ["cooperatesWith"])
    #expect(lexicon.divisions(named: "山西省").count == 1)
  }
}
