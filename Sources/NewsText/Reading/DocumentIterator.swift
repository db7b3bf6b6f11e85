/// One pass over a ``DocumentSource``.
public struct DocumentIterator: IteratorProtocol {
  private let source: DocumentSource
  private var nextPath = 0
  private var folder: (path: String, walk: FolderWalk, hasFile: Bool)?
  private var lines: (path: String, stream: LineStream, hasRecord: Bool)?
  private var firstLocations: [String: ReadFailure.Location] = [:]

  init(_ source: DocumentSource) { self.source = source }

  /// The next document, or why there is none at some place; `nil` when everything was read.
  public mutating func next() -> Result<Document, ReadFailure>? {
    while true {
      if lines != nil {
        if let result = nextRecord() { return result }
      } else if folder != nil {
        if let result = nextInFolder() { return result }
      } else {
        guard nextPath < source.paths.count else { return nil }
        defer { nextPath += 1 }
        if let result = open(source.paths[nextPath]) { return result }
      }
    }
  }

  // MARK: - Paths

  private mutating func open(_ path: String) -> Result<Document, ReadFailure>? {
    if path == DocumentSource.standardInputPath {
      lines = (path, LineStream(ByteStream(descriptor: 0), limitBytes: source.limitBytes), false)
      return nil
    }
    guard let identity = FileIdentity(path: path) else {
      return failure(.missing, path)
    }
    if identity.isFolder {
      folder = (path, FolderWalk(folder: path), false)
      return nil
    }
    guard let format = DocumentFormat(path: path) else {
      return failure(.unsupportedExtension, path)
    }
    return open(path, format)
  }

  private mutating func nextInFolder() -> Result<Document, ReadFailure>? {
    guard let step = folder?.walk.next() else {
      defer { folder = nil }
      guard let folder, !folder.hasFile else { return nil }
      return failure(.folderWithoutDocuments, folder.path)
    }
    // An unreadable folder is a failure of its own, not also one without documents.
    folder?.hasFile = true
    switch step {
    case .file(let path, let format): return open(path, format)
    case .unreadable(let path, let systemError):
      return failure(.unreadable(systemError: systemError), path)
    }
  }

  private mutating func open(
    _ path: String, _ format: DocumentFormat
  ) -> Result<Document, ReadFailure>? {
    do throws(TextDecoding.Fault) {
      let stream = try ByteStream(path: path, isCompressed: format.isCompressed)
      guard format.layout == .text else {
        lines = (path, LineStream(stream, limitBytes: source.limitBytes), false)
        return nil
      }
      let bytes = try stream.readAll(limitBytes: source.limitBytes)
      let scalars = try bytes.withBytes { buffer throws(TextDecoding.Fault) in
        try TextDecoding.decode(buffer)
      }
      var document = Document(id: format.baseName, text: "", metadata: source.defaults)
      document.scalars = scalars
      guard !document.isBlank else { return failure(.empty, path) }
      return admit(document, at: ReadFailure.Location(path: path))
    } catch {
      return failure(error.reason, path)
    }
  }

  // MARK: - Lines

  private mutating func nextRecord() -> Result<Document, ReadFailure>? {
    guard let path = lines?.path else { return nil }
    let defaults = source.defaults
    do throws(TextDecoding.Fault) {
      try lines?.stream.begin()
      let encoding = lines?.stream.wideEncoding
      let parsed = try lines?.stream.next { bytes -> Result<Document?, TextDecoding.Fault> in
        do throws(TextDecoding.Fault) {
          return .success(try JSONDocument.read(line: bytes, as: encoding, defaults: defaults))
        } catch {
          return .failure(error)
        }
      }
      guard let parsed else { return endOfLines(path) }
      let location = ReadFailure.Location(path: path, line: lines?.stream.lineNumber)
      switch parsed {
      case .success(nil): return nil
      case .success(let document?):
        lines?.hasRecord = true
        return admit(document, at: location)
      case .failure(let fault):
        lines?.hasRecord = true
        return .failure(ReadFailure(location: location, reason: fault.reason))
      }
    } catch {
      lines = nil
      return failure(error.reason, path)
    }
  }

  private mutating func endOfLines(_ path: String) -> Result<Document, ReadFailure>? {
    defer { lines = nil }
    return lines?.hasRecord == false ? failure(.empty, path) : nil
  }

  // MARK: - Results

  /// Lets a document pass unless one of its id came before; the same place again is passed over.
  private mutating func admit(
    _ document: Document, at location: ReadFailure.Location
  ) -> Result<Document, ReadFailure>? {
    guard let first = firstLocations[document.id] else {
      firstLocations[document.id] = location
      return .success(document)
    }
    if first.line == location.line, isSameFile(first.path, location.path) { return nil }
    return .failure(
      ReadFailure(location: location, reason: .duplicateID(document.id, first: first)))
  }

  private func isSameFile(_ one: String, _ other: String) -> Bool {
    guard one != DocumentSource.standardInputPath, other != DocumentSource.standardInputPath,
      let identity = FileIdentity(path: one)
    else { return false }
    return identity == FileIdentity(path: other)
  }

  private func failure(
    _ reason: ReadFailure.Reason, _ path: String
  ) -> Result<Document, ReadFailure> {
    .failure(ReadFailure(location: ReadFailure.Location(path: path), reason: reason))
  }
}
