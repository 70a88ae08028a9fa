import Synchronization

/// The patterns used so far: each is read from its source once, for all texts.
final class PatternCache: Sendable {
  private let tables: IndexTables
  private let patterns: [Signature]
  private let scans: Mutex<[PatternScan?]>

  /// - Parameter patterns: All of the tables, in their order, where they need not be read from their sources; else none.
  init(_ tables: IndexTables, patterns: [Signature] = []) {
    precondition(patterns.isEmpty || patterns.count == tables.layout.patterns.count, "patterns of other tables")
    self.tables = tables
    self.patterns = patterns
    scans = Mutex(Array(repeating: nil, count: tables.layout.patterns.count))
  }

  /// - Throws: `IndexFailure` for tables whose sources are no signatures.
  func scan(_ pattern: Int) throws(IndexFailure) -> PatternScan {
    if let scan = scans.withLock({ $0[pattern] }) { return scan }
    do throws(SignatureFailure) {
      let scan = PatternScan(patterns.isEmpty ? try Signature(tables.source(ofPattern: pattern)) : patterns[pattern])
      scans.withLock { $0[pattern] = scan }
      return scan
    } catch {
      throw .malformed(offset: 0, message: "a signature that cannot be read: \(error.message)")
    }
  }
}
