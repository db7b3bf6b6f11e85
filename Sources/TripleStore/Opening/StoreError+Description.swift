extension StoreError: CustomStringConvertible {
  /// One sentence without a full stop, as the command line prints it after `error: `.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such graph; make one with 'mailuo build'"
    case .folderMissing(let path):
      "\(path): the folder of the graph does not exist"
    case .isFolder(let path):
      "\(path): is a folder, a graph file was expected"
    case .notADatabase(let path):
      "\(path): not a graph: the file is no SQLite database"
    case .notAGraph(let path, _):
      "\(path): not a graph: the database was made by another program"
    case .newer(let path, let version, let supported):
      "\(path): the graph is of version \(version), this program knows versions up to \(supported)"
    case .older(let path, let version, let supported):
      "\(path): the graph is of version \(version), run 'mailuo build' to bring it to \(supported)"
    case .damaged(let path, let detail):
      "\(path): the graph is damaged (\(detail)); delete it and build it again"
    case .readOnly(let path):
      "\(path): no permission to write the graph"
    case .unreadable(let path):
      "\(path): no permission to read the graph"
    case .diskFull(let path):
      "\(path): the disk is full; what was stored before is kept, run the build again"
    case .anotherBuild(let path, let processID?):
      "\(path): another build is writing this graph (process \(processID))"
    case .anotherBuild(let path, nil):
      "\(path): another build is writing this graph"
    case .locked(let path):
      "\(path): another program keeps the graph locked"
    case .incompleteAnalysis(let document, let entity):
      "\(document): a statement or mention means entity \(entity), which the analysis does not list"
    case .unknownArticle(let document, let article):
      "\(document): a statement or mention lies in article \(article), which the analysis does not list"
    case .failed(let path, let code, let detail):
      "\(path): \(detail) (SQLite result \(code))"
    }
  }
}
