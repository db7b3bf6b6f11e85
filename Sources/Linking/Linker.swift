import Lexicon
import NewsText
import Recognition

/// Whom the mentions of an article mean, and why those that are called otherwise do.
struct ArticleLinks {
  /// Number of the entity of each mention, -1 for none.
  var entities: [Int]
  /// Why, where the name is not the entity's own.
  var kinds: [NameLink?]
}

/// What was read in an article.
private struct ArticleFindings {
  let reading: ArticleReading
  let topics: Topics
  let entities: [Int]
  let links: [NameLink?]
  let statements: [StatementDraft]
  let refusals: [Int: Correction]
}

/// Turns the names of a page into entities and its sentences into statements.
public struct Linker: Sendable {
  /// The relation rules it runs.
  public let rules: RelationRules
  private let lexicon: Lexicon
  private let cues: Cues
  private let gazetteer: GazetteerView
  private let corrections: CorrectionBook

  /// Compiles the lexicon's relation rules and resolves its groups.
  ///
  /// - Throws: ``SeedFaults`` with every fault of every relation rule.
  public init(lexicon: Lexicon) throws {
    self.lexicon = lexicon
    rules = try RelationRules(lexicon: lexicon)
    cues = Cues(lexicon: lexicon)
    gazetteer = GazetteerView(lexicon: lexicon)
    corrections = CorrectionBook(lexicon: lexicon)
  }

  /// Links the recognised articles of `page`. A function of its arguments only.
  public func link(_ page: Page, articles: [RecognisedArticle]) -> DocumentAnalysis {
    var (assembly, _) = assembly(of: page, articles: articles)
    return assembly.analysis()
  }

  /// Why no relation rule says so between two entities of `page`, as far as it names both.
  func trace(_ question: StatementQuestion, _ page: Page, articles: [RecognisedArticle])
    -> [StatementObstacle]
  {
    var (assembly, findings) = assembly(of: page, articles: articles)
    return findings.flatMap { found in
      let numbers = Set(found.entities.filter { $0 >= 0 })
      let ends = StatementTracer.Ends(
        subjects: numbers.filter { question.isSubject(assembly.known($0)) },
        objects: numbers.filter { question.isObject(assembly.known($0)) })
      return StatementTracer(
        rules, lexicon: lexicon, reading: found.reading, topics: found.topics,
        entities: found.entities
      ).obstacles(to: question.predicate, between: ends)
    }
  }

  /// Whatever the articles say, ready to be put together.
  private func assembly(
    of page: Page, articles: [RecognisedArticle]
  ) -> (assembly: AnalysisAssembly, findings: [ArticleFindings]) {
    let ledger = EntityLedger()
    var findings: [ArticleFindings] = []
    var readings: [ArticleReading] = []
    var links: [ArticleLinks] = []
    var statements: [[StatementDraft]] = []
    var applied: [Int: Set<Correction>] = [:]
    for article in articles {
      let (article, retyped) = article.withoutDoubledNames()
        .corrected(by: corrections, in: page.document)
      let reading = ArticleReading(
        article, lexicon: lexicon, cues: cues, published: page.publicationDate)
      let linked = read(reading, ledger: ledger, of: page.document)
      for (mention, correction) in Array(retyped) + linked.refusals {
        applied[linked.entities[mention], default: []].insert(correction)
      }
      findings.append(linked)
      readings.append(reading)
      links.append(ArticleLinks(entities: linked.entities, kinds: linked.links))
      statements.append(linked.statements)
    }
    let assembly = AnalysisAssembly(
      document: page.document, lexicon: lexicon, ledger: ledger, readings: readings, links: links,
      statements: statements,
      corrections: corrections.isEmpty
        ? nil
        : LedgerCorrections(
          corrections, applied: applied, ledger: ledger, document: page.document,
          gazetteer: gazetteer))
    return (assembly, findings)
  }

  /// Names, then posts, rules, credits and figures of one article.
  private func read(
    _ reading: ArticleReading, ledger: EntityLedger, of document: Document
  ) -> ArticleFindings {
    let linker = NameLinker(
      reading, gazetteer: gazetteer, ledger: ledger,
      corrections: corrections.isEmpty
        ? nil : DocumentCorrections(book: corrections, document: document.id))
    let posts = Posts(reading, linker: linker)
    let topics = Topics(reading, linker: linker, employers: posts.employers, bodies: posts.bodies)
    let blocks = reading.article.blocks
    let sentences = reading.article.sentences
    let ruled = RuleStatements(
      rules, reading: reading, topics: topics, entities: linker.entities
    ) { blocks[sentences[$0].block].repeatedFromArticle == nil }
    let context = ContextPosts(reading, linker: linker, topics: topics, posts: posts)
    let held = ruled.statements.compactMap { statement -> (entity: Int, position: Int)? in
      guard case .entity(let project) = statement.object,
        statement.predicate.rawValue == "organizes"
      else { return nil }
      return (project, statement.span.start)
    }
    let attendees = Attendees(reading, linker: linker, posts: posts, held: held)
    let careers = Careers(
      reading, linker: linker, topics: topics, known: posts.statements + ruled.statements)
    let bylines = Bylines(reading, linker: linker)
    let figures = Figures(
      reading, linker: linker, topics: topics, used: ruled.usedFigures)
    var statements = linker.statements + posts.statements + context.statements
    statements += attendees.statements + careers.statements
    statements += ruled.statements + bylines.statements + figures.statements
    statements = Alumni(reading, linker: linker, lexicon: lexicon).ofSchools(statements)
    statements = CommitteePosts(reading, linker: linker, lexicon: lexicon).separated(statements)
    statements += WorkPlaces(reading, linker: linker, known: statements).statements
    statements.removeAll { statement in
      guard let sentence = reading.sentence(at: statement.span.start) else { return false }
      return blocks[sentences[sentence].block].repeatedFromArticle != nil
    }
    statements = HeadlineStatements(reading).withoutShorter(statements)
    return ArticleFindings(
      reading: reading, topics: topics, entities: linker.entities, links: linker.links,
      statements: statements,
      refusals: linker.refusals)
  }
}
