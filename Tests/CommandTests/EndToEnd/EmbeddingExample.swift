import Foundation
import Lexicon
import Linking
import NewsText

func printStatements(of text: String, seeds: URL) throws {
  let lexicon = try Lexicon.open(seeds: seeds)
  let analyser = try NewsAnalyser(lexicon: lexicon)
  let analysis = analyser.analyse(Document(id: "page", text: text))
  let names = Dictionary(uniqueKeysWithValues: analysis.entities.map { ($0.id, $0.name) })
  for statement in analysis.statements {
    let subject = names[statement.subject] ?? statement.subject.rawValue
    print(subject, statement.predicate.rawValue, statement.evidence.sentence)
  }
}
