import Lexicon

/// The dictionary groups of time words, `seeds/dictionary/quantities-time.tsv`. The weight of an
/// entry of the first three groups is its distance in years, months or days: 去年 -1.
struct TimeCues: Sendable {
  /// 今年, 去年.
  let years: GroupSet
  /// 本月, 上月.
  let months: GroupSet
  /// 当月, 次月: the month spoken of last, or one counted from it.
  let sameMonth: GroupSet
  /// 上世纪, 20世纪: weight is their first year.
  let centuries: GroupSet
  /// 今日, 昨天.
  let days: GroupSet
  /// 上周, 本周.
  let weeks: GroupSet
  /// 当年, 同年: the year spoken of last.
  let sameYear: GroupSet
  /// 当天, 次日: the day spoken of last, or one counted from it.
  let sameDay: GroupSet
  /// 年产, 每月, 日处理: what a figure is measured by, by `year`, `month` and `day`.
  let periods: [String: GroupSet]
  /// 近日, 日前, 目前.
  let vague: GroupSet
  /// 上旬, 底, after a month.
  let partsOfMonth: GroupSet
  /// 年底, 上半年, 秋季, after a year or alone.
  let partsOfYear: GroupSet
  /// 上午, 晚.
  let partsOfDay: GroupSet
  /// 以来, 起.
  let open: GroupSet
  /// 前, 之前.
  let until: GroupSet
  /// Whatever a date without digits can begin with.
  let starts: GroupSet

  /// Resolves the groups in one lexicon.
  init(lexicon: Lexicon) {
    func named(_ name: String) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: [], names: [name])
    }
    years = named("time.year")
    months = named("time.month")
    sameMonth = named("time.same-month")
    centuries = named("time.century")
    days = named("time.day")
    weeks = named("time.week")
    periods = [
      "year": named("time.per-year"), "month": named("time.per-month"),
      "day": named("time.per-day"),
    ]
    sameYear = named("time.same-year")
    sameDay = named("time.same-day")
    vague = named("time.vague")
    partsOfMonth = named("time.part-of-month")
    partsOfYear = named("time.part-of-year")
    partsOfDay = named("time.part-of-day")
    open = named("time.open")
    until = named("time.until")
    starts = [months, sameMonth, centuries, days, weeks, sameYear, sameDay, vague, partsOfYear]
      .reduce(years) {
        $0.union($1)
      }
  }
}
