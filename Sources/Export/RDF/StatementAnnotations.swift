import Linking
import NewsText
import RDF
import TripleStore

/// What is said of one statement: what it says, its qualifiers, and every place it was read in.
struct StatementAnnotations {
  let statement: StatementRecord
  let subject: Term
  /// IRI.
  let predicate: String
  let object: Term
  let style: EvidenceStyle
  let vocabulary: Vocabulary

  /// The triples, subject by subject: the statement's, then those of each reading.
  func triples(with readings: [EvidenceRecord]) -> [WrittenTriple] {
    let name = Term.iri(Vocabulary.statementIRI(statement.id))
    var triples = saying(name)
    for qualifier in statement.qualifiers {
      let number =
        qualifier.name == Vocabulary.numberQualifier
        ? DecimalText.canonical(qualifier.value) : nil
      triples.append(
        WrittenTriple(
          name, vocabulary.predicateIRI(qualifier.name),
          .term(number.map { .typed($0, XSD.decimal) } ?? .string(qualifier.value))))
    }
    for reading in readings {
      triples.append(
        WrittenTriple(name, Vocabulary.Annotation.evidence, .term(.iri(iri(of: reading)))))
    }
    return triples + readings.flatMap(self.triples)
  }

  private func saying(_ name: Term) -> [WrittenTriple] {
    guard style == .reification else {
      return [
        WrittenTriple(
          name, Vocabulary.Annotation.reifies,
          .triple(subject: subject, predicate: predicate, object: object))
      ]
    }
    let parts: [(String, Term)] = [
      (RDFNames.type, .iri(RDFNames.namespace + "Statement")),
      (RDFNames.namespace + "subject", subject),
      (RDFNames.namespace + "predicate", .iri(predicate)),
      (RDFNames.namespace + "object", object),
    ]
    return parts.map { WrittenTriple(name, $0.0, .term($0.1)) }
  }

  private func iri(of reading: EvidenceRecord) -> String {
    Vocabulary.evidenceIRI(
      statement: statement.id, document: reading.document, start: reading.span.start,
      end: reading.span.end, rule: reading.rule)
  }

  private func triples(of reading: EvidenceRecord) -> [WrittenTriple] {
    typealias Names = Vocabulary.Annotation
    let article = Vocabulary.articleIRI(document: reading.document, number: reading.article)
    var parts: [(String, Term)] = [
      (Names.document, .iri(Vocabulary.documentIRI(reading.document))),
      (Names.article, .iri(article)),
      (Names.start, .integer(reading.span.start)),
      (Names.end, .integer(reading.span.end)),
      (Names.quote, .string(reading.quote)),
      (Names.sentence, .string(reading.sentence)),
      (Names.rule, .string(reading.rule)),
      (Names.score, .typed(DecimalText.score(reading.score), XSD.decimal)),
    ]
    if !reading.inferred.isEmpty {
      parts.append((Names.inferred, .string(reading.inferred.joined(separator: ","))))
    }
    let name = Term.iri(iri(of: reading))
    return parts.map { WrittenTriple(name, $0.0, .term($0.1)) }
  }
}
