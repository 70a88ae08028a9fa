/// How many files of a site were written, left alone and removed.
public struct WriteSummary: Sendable, Equatable {
  public let written: Int
  public let unchanged: Int
  public let removed: Int

  public init(written: Int, unchanged: Int, removed: Int) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}
