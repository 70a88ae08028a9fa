import ArgumentParser
import Cataloging

/// Content that a command works on.
enum ContentLoader {
  /// The catalog of a folder's files; what is wrong with them is printed.
  ///
  /// - Parameter outcome: What did not happen when the content has errors: `nothing was written`.
  /// - Throws: `ExitCode(1)` when the content has errors.
  static func catalog(of sources: [SourceFile], in folder: String, ifNot outcome: String) throws -> Catalog {
    let (catalog, findings) = Catalog.build(files: sources)
    StandardError.write(FindingReporter.text(findings, sources: sources, prefix: folder.asFolder))
    guard let catalog else {
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
