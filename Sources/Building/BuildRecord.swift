public import Cataloging
public import Decoding

/// What a run made a site of and what it wrote, so that the next run need not do again what would come out the same.
public struct BuildRecord: Sendable, Equatable {
  struct Input: Sendable, Equatable {
    let path: String
    let digest: Digest
    /// Nil when the file could change without its stamp showing it.
    let stamp: FileStamp?
  }

  /// The files of a folder that was read, without their bytes.
  public struct Inputs: Sendable {
    fileprivate let files: [Input]

    public init(of folder: FolderContents, perform: DecodingSession.Performer? = nil) {
      files = Portions.map(folder.known, perform: perform) {
        Input(path: $0.file.path, digest: Digest(of: $0.file.bytes), stamp: $0.stamp)
      }
    }
  }

  /// Of the program that wrote the site: another one may make something else of the same.
  public let program: Digest
  /// Of what the program was asked to do.
  let request: Digest
  /// The day of the check, `YYYY-MM-DD`: an entry's date that was not in the future then is not in the future later.
  let day: String
  /// What was said beside the result.
  public let notes: String
  public let entryCount: Int
  public var fileCount: Int { outputs.count { $0.path != Manifest.name } }
  /// The files of each folder that was read.
  let inputs: [[Input]]
  /// The site's files, and the list of them.
  public let outputs: [WrittenFile]

  public init(
    program: Digest, request: Digest, day: String, notes: String, entryCount: Int, inputs: [Inputs], outputs: [WrittenFile]
  ) {
    self.init(
      program: program, request: request, day: day, notes: notes, entryCount: entryCount, inputs: inputs.map(\.files), outputs: outputs)
  }

  init(
    program: Digest, request: Digest, day: String, notes: String, entryCount: Int, inputs: [[Input]], outputs: [WrittenFile]
  ) {
    (self.program, self.request, self.day, self.notes, self.entryCount) = (program, request, day, notes, entryCount)
    (self.inputs, self.outputs) = (inputs, outputs)
  }

  /// Whether a run now would read the same, say the same and write the same, and all that was written is still there.
  ///
  /// What has another stamp is read and compared; then the record comes back with the stamps of now.
  ///
  /// - Returns: nil when something is to be done.
  /// - Throws: what reading the folders throws.
  public func current(
    request: Digest, day: String, folders: [String], output: String
  ) throws(DiskFailure) -> BuildRecord? {
    guard self.request == request, self.day <= day, folders.count == inputs.count else { return nil }
    var inputs: [[Input]] = []
    for (folder, known) in zip(folders, self.inputs) {
      guard let same = try Self.same(known, in: FolderListing(folder)) else { return nil }
      inputs.append(same)
    }
    let output = output.withoutFinalSlash
    guard try Disk.kind(of: "\(output)/\(Staging.name)") == .missing else { return nil }
    for file in outputs {
      guard let stamp = file.stamp, try Disk.state(of: "\(output)/\(file.path)").stamp == stamp else { return nil }
    }
    return BuildRecord(
      program: program, request: request, day: self.day, notes: notes, entryCount: entryCount, inputs: inputs, outputs: outputs)
  }

  private static func same(_ known: [Input], in listing: FolderListing) throws(DiskFailure) -> [Input]? {
    guard known.count == listing.items.count else { return nil }
    var same: [Input] = []
    same.reserveCapacity(known.count)
    for (input, item) in zip(known, listing.items) {
      guard input.path == item.path else { return nil }
      if input.stamp == item.stamp {
        same.append(input)
        continue
      }
      let (bytes, stamp) = try Disk.contents(of: item.place)
      guard Digest(of: bytes) == input.digest else { return nil }
      same.append(
        Input(path: input.path, digest: input.digest, stamp: stamp == item.stamp && stamp.isSettled(at: listing.time) ? stamp : nil))
    }
    return same
  }
}
