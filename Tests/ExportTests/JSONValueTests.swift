import Export
import Foundation
import SeededNumbers
import Testing

struct JSONValueTests {
  @Test(
    "strings are escaped so that a record is one line for every reader",
    arguments: [
      ("书记", #""书记""#),
      (#"a"b\c"#, #""a\"b\\c""#),
      ("甲\n乙\r\t", #""甲\n乙\r\t""#),
      ("\u{0}\u{1B}\u{7F}\u{85}", #""\u0000\u001b\u007f\u0085""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("𠮷/é", #""𠮷/é""#),
    ])
  func escapes(text: String, expected: String) {
    #expect(JSONValue.string(text).text == expected)
  }

  @Test(
    "numbers have at most four decimals and no exponent",
    arguments: [
      (0.97, "0.97"), (1, "1"), (0.970000028, "0.97"), (0.00004, "0"), (-2.5, "-2.5"),
      (0.123456, "0.1235"), (.infinity, "null"), (.nan, "null"),
    ])
  func decimals(number: Double, expected: String) {
    #expect(JSONValue.decimal(number).text == expected)
  }

  @Test("keys keep their order")
  func keyOrder() {
    let value = JSONValue.object([
      .init("z", .integer(1)), .init("a", .array([.null, .boolean(true), .object([])])),
    ])
    #expect(value.text == #"{"z":1,"a":[null,true,{}]}"#)
  }

  @Test("Foundation reads back what was written, for random text")
  func roundTrip() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let text = random.text(length: 40)
      let data = Data(JSONValue.array([.string(text)]).text.utf8)
      let read = try JSONDecoder().decode([String].self, from: data)
      #expect(read.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }
}
