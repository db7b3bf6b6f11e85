import NewsText
import Testing

struct PublicationDateTests {
  private static func day(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> PublicationDate {
    PublicationDate(year: year, month: month, day: day, isInferred: true)
  }

  @Test(arguments: [
    ("2025年9月18日 星期四 第3版\n\n平川镇图书室开门\n\n2024年，镇里开始筹建图书室。", day(2025, 9, 18)),
    ("平川镇征兵公告\n\n现将有关事项公告如下，请互相转告。\n\n平川镇人民政府\n\n2024年8月2日", day(2024, 8, 2)),
    ("2024年以来，平川镇新建书屋三座。2024年，全镇借阅图书两万册。11月3日，新书屋开门。", day(2024, 11)),
    ("10月28日，临江市2024年读书节开幕。", day(2024, 10)),
    ("10月28日，书屋开工，预计2026年3月建成。", day(2025, 10)),
    ("2022年，书屋动工。2023年，书屋建成。今年，读者破万。", day(2024)),
  ])
  func theYearFollowsFromWhatIsSaidOfIt(text: String, date: PublicationDate) {
    #expect(PressCues.page(text).publicationDate == date)
  }

  @Test(arguments: [
    "平川镇图书室开门迎客。", "10月28日，读书节开幕。", "书屋建于1998年。", "1998年以来，书屋接待读者十万人次。", "2000余名读者走进书屋。",
    "书屋编号为2024。",
  ])
  func withoutEvidenceThereIsNone(text: String) {
    #expect(PressCues.page(text).publicationDate == nil)
  }

  @Test(arguments: [
    ("2025-11-20", PublicationDate(year: 2025, month: 11, day: 20, isInferred: false)),
    ("2025-11", PublicationDate(year: 2025, month: 11, isInferred: false)),
    ("2025", PublicationDate(year: 2025, isInferred: false)),
    ("2025/1/2 08:30", PublicationDate(year: 2025, month: 1, day: 2, isInferred: false)),
    ("2025年1月2日", PublicationDate(year: 2025, month: 1, day: 2, isInferred: false)),
    ("20251120", nil), ("soon", nil), ("", nil),
  ])
  func aGivenDateIsTakenAsItIs(text: String, date: PublicationDate?) {
    #expect(PressCues.page("10月28日，读书节开幕。", date: text).publicationDate == date)
  }
}
