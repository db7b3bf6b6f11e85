import Linking
import TripleStore

extension DayRange {
  /// When the statement holds or happened: its `date`, else its `from` and `to`; `nil` where no
  /// year is known.
  public init?(of statement: StatementRecord) {
    self.init(
      date: statement.qualifier("date"), from: statement.qualifier("from"),
      to: statement.qualifier("to"))
  }
}
