import ArgumentParser
import Building
import Cataloging

/// Content that a command works on.
enum ContentLoader {
  static func read(_ folder: String) throws(DiskFailure) -> ReadContent {
    ReadContent(try ContentReader.read(folder), perform: Cores.performer)
  }

  /// The catalog of content; what is wrong with it is printed.
  ///
  /// - Parameters:
  ///   - outcome: What did not happen when the content has errors: `nothing was written`.
  ///   - findings: What is wrong with it, when more than reading it has shown. Warnings among them are left to `check`.
  /// - Returns: also what was printed.
  /// - Throws: `ExitCode(1)` when the content has errors.
  static func catalog(
    of content: ReadContent, in folder: String, ifNot outcome: String, findings: [Finding] = []
  ) throws -> (catalog: Catalog, printed: String) {
    let findings = findings.isEmpty ? content.findings : findings.filter { $0.severity == .error || content.findings.contains($0) }
    let printed = FindingReporter.text(findings, sources: content.files, prefix: folder.asFolder)
    StandardError.write(printed)
    guard let catalog = content.catalog, !findings.contains(where: { $0.severity == .error }) else {
      let count = findings.count { $0.severity == .error }
      StandardError.write("\(count) \(count == 1 ? "error" : "errors"): \(outcome)\n")
      throw ExitCode(1)
    }
    return (catalog, printed)
  }
}

extension String {
  /// With the slash that a folder's path ends in.
  var asFolder: String { hasSuffix("/") ? self : self + "/" }
}
