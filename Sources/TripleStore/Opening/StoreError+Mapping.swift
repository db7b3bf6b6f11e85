import Foundation
import GRDB

extension StoreError {
  /// What an `errno` of the system means for the graph at `path`.
  init(systemError code: Int32, path: String) {
    switch code {
    case EACCES, EPERM, EROFS: self = .readOnly(path: path)
    case ENOENT, ENOTDIR: self = .folderMissing(path: path)
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    default:
      self = .failed(path: path, code: code, detail: String(cString: strerror(code)))
    }
  }

  /// What a result of SQLite means for the graph at `path`.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "no message"
    switch error.extendedResultCode {
    case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_TRUNCATE:
      self = .diskFull(path: path)
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .unreadable(path: path)
    default:
      self = .failed(path: path, code: error.extendedResultCode.rawValue, detail: detail)
    }
  }

  /// Runs `body`; what SQLite throws in it becomes a ``StoreError`` about `path`.
  static func translating<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
