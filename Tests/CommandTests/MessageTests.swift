import ArgumentParser
import Foundation
import Lexicon
import NewsText
import Testing
import TripleStore

@testable import mailuo

/// Every message, word for word.
struct MessageTests {
  static let choice = EntityChoice(
    id: "per-0123456789ab", name: "王勇", type: "Person", distinction: "临猗县", statementCount: 1)

  static let failures: [(CommandFailure, String, Int32)] = [
    (
      .noEntity(name: "王永", nearest: [choice]),
      """
      error: nothing in the graph is called '王永'
        per-0123456789ab  王勇  Person, 临猗县, 1 statement
      The names above come nearest.

      """, 2
    ),
    (
      .noEntity(name: "王永", nearest: []),
      """
      error: nothing in the graph is called '王永'
      Try 'mailuo search 王永'.

      """, 2
    ),
    (
      .ambiguousEntity(
        name: "王勇",
        choices: [
          choice,
          EntityChoice(
            id: "per-ba9876543210", name: "王勇", type: "Person", distinction: nil,
            statementCount: 3),
        ]),
      """
      error: '王勇' may mean 2 entities
        per-0123456789ab  王勇  Person, 临猗县, 1 statement
        per-ba9876543210  王勇  Person, 3 statements
      Ask again with the id in place of the name.

      """, 3
    ),
    (
      .noSeeds,
      """
      error: the dictionaries are not beside the program
      Install mailuo_Seeds.resources in the program's folder, or name a folder with --seeds.

      """, 2
    ),
    (
      .seedFaults([
        SeedFault(file: "seeds/ontology.yaml", line: 3, message: "unknown key “colour”"),
        SeedFault(file: "names.tsv", line: 12, message: "3 columns expected, 2 found"),
      ]),
      """
      seeds/ontology.yaml:3: error: unknown key “colour”
      names.tsv:12: error: 3 columns expected, 2 found
      error: 2 faults in dictionaries, rules or queries
      Mend the lines above and try again.

      """, 1
    ),
    (
      .inputs(
        FailureList([
          ReadFailure(location: .init(path: "a.jsonl", line: 3), reason: .notJSON),
          ReadFailure(location: .init(path: "b.txt"), reason: .empty),
        ])),
      """
      error: 2 inputs could not be read
        a.jsonl:3: is not a JSON object; write one object a line
        b.txt: holds no text; remove it or fill it
      Everything else was processed.

      """, 1
    ),
    (
      .noTool(name: "dot", package: "Graphviz (Debian: apt-get install graphviz)"),
      """
      error: the command 'dot' is not installed
      Install Graphviz (Debian: apt-get install graphviz), or choose another format.

      """, 2
    ),
    (
      .tool(name: "dot", status: 3, message: "out of\nmemory\n"),
      """
      error: the command 'dot' ended with status 3
        out of
        memory

      """, 1
    ),
    (
      .noDocuments(["a", "b"]),
      """
      error: the graph has no document 'a', 'b'
      'mailuo search TEXT' finds documents by what they say.

      """, 2
    ),
    (
      .stoppedSearch(from: "甲", to: "乙", visited: 1_000_000),
      """
      error: the search from '甲' to '乙' stopped at 1000000 entities without a way
      Narrow it with --predicate, --type or --max.

      """, 2
    ),
    (
      .noPath(from: "甲", to: "乙", maximumLength: 1),
      """
      error: no way from '甲' to '乙' within 1 step
      Look further with --max.

      """, 2
    ),
    (.nothingFound(text: "丙"), "error: nothing in the graph holds '丙'\n", 2),
    (
      .noStatement(subject: "甲", predicate: "worksFor", object: "乙"),
      """
      error: the graph does not say '甲 worksFor 乙'
      'mailuo relations 甲' lists what it says.

      """, 2
    ),
    (
      .noQuery(name: "who", known: ["who-leads", "what"]),
      """
      error: there is no saved query 'who'
      Known: who-leads, what.

      """, 2
    ),
    (.noFolder(path: "questions"), "error: there is no folder 'questions'\n", 2),
    (.noQuery(name: "who", known: []), "error: there is no saved query 'who'\n", 2),
    (
      .malformedBinding("name"),
      "error: --bind 'name' is not of the form name=value\n", 2
    ),
    (
      .noMention(
        place: MentionPlace(document: "a", start: 9),
        nearest: [NameChoice(start: 3, end: 5, text: "王勇", type: "Person")]),
      """
      error: no name stands at character 9 of 'a'
        [3, 5)  王勇  Person
      The names above stand nearest; 'mailuo why-not TEXT SPAN' says why one is missing.

      """, 2
    ),
    (
      .noMention(place: MentionPlace(document: "a", start: 9), nearest: []),
      """
      error: no name stands at character 9 of 'a'
      The document has no names; 'mailuo why-not TEXT SPAN' says why one is missing.

      """, 2
    ),
    (
      .neverTogether(subject: "王勇", object: "航天宏图", document: nil),
      """
      error: no document names both '王勇' and '航天宏图'
      'mailuo why-not TEXT SPAN' says why a name is missing.

      """, 2
    ),
    (
      .neverTogether(subject: "王勇", object: "航天宏图", document: "a"),
      """
      error: 'a' does not name both '王勇' and '航天宏图'
      'mailuo why-not TEXT SPAN' says why a name is missing.

      """, 2
    ),
    (
      .noRelationRule(predicate: "authorOf"),
      """
      error: no relation rule says 'authorOf'; it is read from names, posts and figures

      """, 2
    ),
    (
      .noSpan("王勇", occurrences: 0, asked: 1),
      """
      error: '王勇' does not stand in the text
      Copy the span from the text, character by character.

      """, 2
    ),
    (
      .noSpan("王勇", occurrences: 1, asked: 3),
      """
      error: '王勇' stands in the text 1 time, not 3
      Lower --occurrence.

      """, 2
    ),
    (
      .unknownName(kind: "predicate", name: "works", known: ["worksFor", "leads"]),
      """
      error: 'works' is no predicate
      Known: worksFor, leads.

      """, 2
    ),
  ]

  @Test("every failure has its words and its exit code", arguments: failures)
  func failure(failure: CommandFailure, words: String, code: Int32) {
    #expect(Message(failure).text(for: .none) == words)
    #expect(failure.exitCode.rawValue == code)
  }

  @Test(
    "notes",
    arguments: [
      (
        Message.truncatedWalk(entities: 1000),
        """
        note: the walk stopped at 1000 entities
        Narrow it with --depth or --predicate.

        """
      ),
      (
        Message.walkOutOfTime(seconds: 2, entities: 1),
        """
        note: the walk stopped after 2.0 seconds, at 1 entity
        Narrow it with --depth or --predicate, or give it more --timeout.

        """
      ),
      (
        Message.truncatedPaths(paths: 100),
        "note: the search stopped after 100 paths; there may be more\n"
      ),
      (Message.forgotten(["a", "b"]), "note: forgot 2 documents\n  a\n  b\n"),
      (
        Message.nothingChanged(documents: 2),
        "note: nothing changed: the graph already holds 2 documents as given\n"
      ),
      (Message.noFaults, "note: no faults\n"),
      (Message.noFindings, "note: no figure is in doubt\n"),
      (Message.noDifference, "note: no difference\n"),
    ])
  func notes(message: Message, words: String) {
    #expect(message.text(for: .none) == words)
  }

  @Test("output that could not be written names the place and the system's reason")
  func output() {
    #expect(
      Message(OutputFailure(name: "g.dot", code: ENOSPC)).text(for: .none)
        == "error: cannot write g.dot: No space left on device\n")
  }

  @Test("a graph that cannot be used is worded by the store and has a code")
  func store() {
    let missing = StoreError.missing(path: "g.sqlite")
    #expect(Message(missing).text(for: .none).hasPrefix("error: g.sqlite: "))
    #expect(missing.exitCode.rawValue == 2)
    #expect(StoreError.diskFull(path: "g.sqlite").exitCode.rawValue == 1)
  }

  @Test("what a document says cannot steer the terminal")
  func sanitised() {
    let message = Message(.nothingFound(text: "\u{1B}[2J\n"))
    #expect(message.text(for: .none) == "error: nothing in the graph holds '␛[2J '\n")
  }

  @Test("a styled terminal shows errors in red")
  func styled() {
    let terminal = Terminal(columns: 80, isStyled: true)
    #expect(
      Message(.nothingFound(text: "丙")).text(for: terminal)
        == "\u{1B}[31merror:\u{1B}[0m nothing in the graph holds '丙'\n")
  }
}
