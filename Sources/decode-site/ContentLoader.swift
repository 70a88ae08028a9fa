import ArgumentParser
import Building
import Cataloging
import Linting

/// Content that a command works on.
enum ContentLoader {
  static func read(_ folder: String) throws(DiskFailure) -> ReadContent {
    ReadContent(try ContentReader.read(folder), perform: Cores.performer)
  }

  /// The catalog of content; what is wrong with it is printed.
  ///
  /// - Parameters:
  ///   - outcome: What did not happen when the content has errors: `nothing was written`.
  ///   - isTried: Whether its entries are tried on their samples and counterexamples too. The healthy logs, which take the most time and
  ///     change the least, are left to `check`.
  /// - Throws: `ExitCode(1)` when the content has errors.
  static func catalog(of content: ReadContent, in folder: String, ifNot outcome: String, isTried: Bool = false) throws -> Catalog {
    let findings =
      isTried ? try Linter.findings(in: content, today: Today.text, triesLogs: false, perform: Cores.performer) : content.findings
    StandardError.write(FindingReporter.text(findings, sources: content.files, prefix: folder.asFolder))
    guard let catalog = content.catalog, !findings.contains(where: { $0.severity == .error }) else {
      let count = findings.count { $0.severity == .error }
      StandardError.write("\(count) \(count == 1 ? "error" : "errors"): \(outcome)\n")
      throw ExitCode(1)
    }
    return catalog
  }
}

extension String {
  /// With the slash that a folder's path ends in.
  var asFolder: String { hasSuffix("/") ? self : self + "/" }
}
