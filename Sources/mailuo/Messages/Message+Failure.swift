import Lexicon
import NewsText
import Querying
import RDF
import TripleStore

extension Message {
  /// The words for a failure. Nowhere else are they made.
  init(_ failure: CommandFailure) {
    self.init(severity: .error, headline: "")
    switch failure {
    case .noEntity(let name, let nearest):
      headline = "nothing in the graph is called '\(name)'"
      details = nearest.map(Self.line)
      advice =
        nearest.isEmpty
        ? "Try 'mailuo search \(name)'." : "The names above come nearest."
    case .ambiguousEntity(let name, let choices):
      headline = "'\(name)' may mean \(choices.count) entities"
      details = choices.map(Self.line)
      advice = "Ask again with the id in place of the name."
    case .noSeeds:
      headline = "the dictionaries are not beside the program"
      advice =
        "Install mailuo_Seeds.resources in the program's folder, or name a folder with --seeds."
    case .seedFaults(let faults):
      headline = Self.count(faults.count, "fault") + " in dictionaries, rules or queries"
      places = faults.map(\.description)
      advice = "Mend the lines above and try again."
    case .inputs(let failures):
      headline = Self.count(failures.count, "input") + " could not be read"
      details = failures.parts.flatMap(Self.lines)
      advice = "Everything else was processed."
    case .noTool(let name, let package):
      headline = "the command '\(name)' is not installed"
      advice = "Install \(package), or choose another format."
    case .tool(let name, let status, let text):
      headline = "the command '\(name)' ended with status \(status)"
      details = text.split(separator: "\n").map(String.init)
    case .noDocuments(let ids):
      headline = "the graph has no document '\(ids.joined(separator: "', '"))'"
      advice = "'mailuo search TEXT' finds documents by what they say."
    case .noPath(let start, let end, let maximumLength):
      headline =
        "no way from '\(start)' to '\(end)' within " + Self.count(maximumLength, "step")
      advice = "Look further with --max."
    case .stoppedSearch(let start, let end, let visited):
      headline =
        "the search from '\(start)' to '\(end)' stopped at "
        + Self.count(visited, "entity", "entities") + " without a way"
      advice = "Narrow it with --predicate, --type or --max."
    case .nothingFound(let text):
      headline = "nothing in the graph holds '\(text)'"
    case .noStatement(let subject, let predicate, let object):
      let said = [subject, predicate, object].compactMap(\.self).joined(separator: " ")
      headline = "the graph does not say '\(said)'"
      advice = "'mailuo relations \(subject)' lists what it says."
    case .noFolder(let path):
      headline = "there is no folder '\(path)'"
    case .noQuery(let name, let known):
      headline = "there is no saved query '\(name)'"
      advice = known.isEmpty ? nil : "Known: \(known.joined(separator: ", "))."
    case .malformedBinding(let text):
      headline = "--bind '\(text)' is not of the form name=value"
    case .noMention(let place, let nearest):
      headline = "no name stands at character \(place.start) of '\(place.document)'"
      details = nearest.map { "[\($0.start), \($0.end))  \($0.text)  \($0.type)" }
      advice =
        nearest.isEmpty
        ? "The document has no names; 'mailuo why-not TEXT SPAN' says why one is missing."
        : "The names above stand nearest; 'mailuo why-not TEXT SPAN' says why one is missing."
    case .neverTogether(let subject, let object, let document):
      let place = document.map { "'\($0)' does not name" } ?? "no document names"
      headline = "\(place) both '\(subject)' and '\(object)'"
      advice = "'mailuo why-not TEXT SPAN' says why a name is missing."
    case .noRelationRule(let predicate):
      headline = "no relation rule says '\(predicate)'; it is read from names, posts and figures"
    case .noSpan(let span, let occurrences, let asked):
      headline =
        occurrences == 0
        ? "'\(span)' does not stand in the text"
        : "'\(span)' stands in the text " + Self.count(occurrences, "time") + ", not \(asked)"
      advice =
        occurrences == 0
        ? "Copy the span from the text, character by character." : "Lower --occurrence."
    case .damagedGraph(let path, let faults):
      headline = "\(path): " + Self.count(faults.count, "fault") + " in the graph"
      details = faults
      advice = "Build it anew, or take a copy that is whole."
    case .unreadableTriples(let failures):
      headline = Self.count(failures.count, "file") + " could not be read as RDF"
      details = failures.map(\.description)
      advice = "Nothing of them was added; everything else was."
    case .unknownName(let kind, let name, let known):
      headline = "'\(name)' is no \(kind)"
      advice = "Known: \(known.joined(separator: ", "))."
    }
  }

  /// `a.jsonl:3: is not a JSON object; …`, and one line for all beyond the first.
  private static func lines(for part: FailureList.Part) -> [String] {
    let lines = part.first.map(\.description)
    guard let path = part.first.first?.location.path, part.furtherCount > 0 else { return lines }
    let name = ReadFailure.Location(path: path).description
    return lines + ["\(name): … and \(count(part.furtherCount, "more failure"))"]
  }

  /// The words for a graph that cannot be used.
  init(_ error: StoreError) {
    self.init(severity: .error, headline: error.description)
  }

  /// The words for output that could not be written.
  init(_ failure: OutputFailure) {
    self.init(
      severity: .error,
      headline: "cannot write \(failure.name): \(SystemError.text(of: failure.code))")
  }

  /// `org-0123456789ab  山西中信金石  Organization, 运城市, 12 statements`
  private static func line(for choice: EntityChoice) -> String {
    let facts = [choice.type, choice.distinction, count(choice.statementCount, "statement")]
    return "\(choice.id)  \(choice.name)  \(facts.compactMap(\.self).joined(separator: ", "))"
  }
}
