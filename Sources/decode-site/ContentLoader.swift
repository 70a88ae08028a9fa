import ArgumentParser
import Building
import Cataloging

/// Content that a command works on.
enum ContentLoader {
  static func read(_ folder: String) throws(DiskFailure) -> ReadContent { ReadContent(try ContentReader.read(folder)) }

  /// The catalog of content; what is wrong with it is printed.
  ///
  /// - Parameter outcome: What did not happen when the content has errors: `nothing was written`.
  /// - Throws: `ExitCode(1)` when the content has errors.
  static func catalog(of content: ReadContent, in folder: String, ifNot outcome: String) throws -> Catalog {
    StandardError.write(FindingReporter.text(content.findings, sources: content.files, prefix: folder.asFolder))
    guard let catalog = content.catalog else {
      let count = content.findings.count { $0.severity == .error }
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
