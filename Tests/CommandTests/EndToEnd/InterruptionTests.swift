import Foundation
import Testing

/// Builds that are killed, and builds that meet.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"), .serialized)
struct InterruptionTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    var lines = ""
    for number in 0..<100 {
      let text = Sample.page.replacingOccurrences(of: "36个", with: "\(number)个")
      let object = ["id": "d\(number)", "text": text]
      lines +=
        String(
          decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }
    try folder.write(lines, to: "many.jsonl")
  }

  @Test("a build killed at any moment leaves a graph that opens and completes")
  func kill() throws {
    #expect(try folder.run("build", "many.jsonl", "--graph", "whole.sqlite").status == 0)
    let expected = try folder.run("export", "--format", "jsonl", "--graph", "whole.sqlite").output
    for seconds in [0.05, 0.3, 0.6, 1.2, 2] {
      let killed = try folder.shell(
        "\"$MAILUO\" build many.jsonl & sleep \(seconds); kill -9 $! 2>/dev/null; wait $!; exit 0")
      #expect(killed.status == 0)
      if FileManager.default.fileExists(atPath: folder.path("graph.sqlite")) {
        let opened = try folder.run("stats")
        // Killed before the file had a schema: a build completes it all the same.
        #expect(opened.status == 0 || opened.messages.contains("graph.sqlite"), "\(opened)")
      }
    }
    let completed = try folder.run("build", "many.jsonl")
    #expect(completed.status == 0, "\(completed)")
    #expect(try folder.run("export", "--format", "jsonl").output == expected)
  }

  @Test("of two builds at once one says the other is at work")
  func twoBuilds() throws {
    let run = try folder.shell(
      """
      "$MAILUO" build many.jsonl > first.out 2> first.err & first=$!
      "$MAILUO" build many.jsonl > second.out 2> second.err & second=$!
      wait $first; a=$?; wait $second; b=$?
      echo "$a $b"; cat first.err second.err >&2
      """)
    #expect(["0 1\n", "1 0\n"].contains(run.output), "\(run)")
    #expect(run.messages.contains("another build is writing this graph"))
    #expect(run.messages.components(separatedBy: "error:").count == 2)
    #expect(try folder.run("build", "many.jsonl").status == 0)
  }

  @Test("questions are answered while a build writes")
  func readWhileBuilding() throws {
    #expect(try folder.run("build", "many.jsonl").status == 0)
    let run = try folder.shell(
      """
      "$MAILUO" build many.jsonl --date 2025-11-20 > /dev/null 2>&1 & build=$!
      for i in 1 2 3; do "$MAILUO" stats --format jsonl > stats.out || exit 9; done
      wait $build
      """)
    #expect(run.status == 0, "\(run)")
  }
}
