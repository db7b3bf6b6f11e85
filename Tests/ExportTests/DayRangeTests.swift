import Export
import Linking
import Testing

struct DayRangeTests {
  @Test(
    "the days an ISO date means",
    arguments: [
      ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2023-02", "2023-02-01", "2023-02-28"), ("1900-02", "1900-02-01", "1900-02-28"),
      ("2000-02", "2000-02-01", "2000-02-29"), ("2024-04", "2024-04-01", "2024-04-30"),
      ("2024-05-09", "2024-05-09", "2024-05-09"),
      ("2025-10-15/16", "2025-10-15", "2025-10-16"),
      ("2023-12-30/2024-01-02", "2023-12-30", "2024-01-02"),
      ("2024-05/07", "2024-05-01", "2024-07-31"), ("2023/2025", "2023-01-01", "2025-12-31"),
    ])
  func days(text: String, first: String, last: String) {
    #expect(DayRange(iso: text) == DayRange(first: first, last: last))
  }

  @Test(
    "anything else is no date",
    arguments: [
      "", "去年", "--10-22", "---22", "24", "2024-13", "2024-00", "2024-02-30", "2024-2-3", "0000",
      "2024-05-01/2023", "2024/", "/", "2024-05-01T00:00:00", "２０２４", "2024-05-01/01/02",
    ])
  func words(text: String) { #expect(DayRange(iso: text) == nil) }

  @Test("ranges overlap where they share a day; an open end is far away")
  func overlap() {
    let may = DayRange(first: "2024-05-01", last: "2024-05-31")
    #expect(may.overlaps(DayRange(first: "2024-05-31", last: "2024-06-30")))
    #expect(!may.overlaps(DayRange(first: "2024-06-01", last: nil)))
    #expect(may.overlaps(DayRange(first: nil, last: "2024-05-01")))
    #expect(!may.overlaps(DayRange(first: nil, last: "2024-04-30")))
  }
}
