/// What can go wrong with a graph file: facts; `description` makes the words.
public enum StoreError: Error, Sendable, Hashable {
  /// No file at the path.
  case missing(path: String)
  /// The folder the graph should be made in does not exist.
  case folderMissing(path: String)
  /// The path is a folder.
  case isFolder(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// A database, but of another program; `applicationID` is what its header says.
  case notAGraph(path: String, applicationID: Int32)
  /// Written by a newer version of the program.
  case newer(path: String, version: Int, supported: Int)
  /// Written by an older version and opened for reading only.
  case older(path: String, version: Int, supported: Int)
  /// The database is damaged; `detail` is SQLite's message.
  case damaged(path: String, detail: String)
  /// No permission to write there.
  case readOnly(path: String)
  /// No permission to read.
  case unreadable(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// Another build holds the graph; `processID` when known.
  case anotherBuild(path: String, processID: Int32?)
  /// Another program keeps the database locked.
  case locked(path: String)
  /// An analysis speaks of an entity it does not list.
  case incompleteAnalysis(document: String, entity: String)
  /// An analysis places evidence or a mention in an article it does not list.
  case unknownArticle(document: String, article: Int)
  /// Input or output failed otherwise; `code` is SQLite's extended result code.
  case failed(path: String, code: Int32, detail: String)
}
