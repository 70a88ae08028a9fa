import ArgumentParser
import BuiltInTemplates
import Cataloging
import Rendering

/// The templates that a command works with.
enum TemplateLoader {
  /// Those that the program has in it.
  static let builtIn = BuiltInTemplates.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }

  /// Templates of the owner's over the built-in ones; what is wrong with them is printed.
  ///
  /// - Parameters:
  ///   - folder: Where the owner's are, as it was typed.
  ///   - outcome: What did not happen when they have errors: `nothing was written`.
  /// - Throws: `ExitCode(2)` when they have errors.
  static func templates(_ own: [SourceFile], in folder: String, ifNot outcome: String) throws -> Templates {
    do {
      return try Templates(own, over: builtIn)
    } catch {
      StandardError.write(text(of: error, own: own, in: folder))
      StandardError.write("the templates have errors: \(outcome)\n")
      throw ExitCode(2)
    }
  }

  /// What is wrong with templates, for people.
  static func text(of failure: TemplateFailure, own: [SourceFile], in folder: String) -> String {
    let paths = Set(own.map(\.path))
    let inOwn = failure.findings.filter { paths.contains($0.place.path) }
    let inBuiltIn = failure.findings.filter { !paths.contains($0.place.path) }
    return FindingReporter.text(inOwn, sources: own, prefix: folder.asFolder)
      + FindingReporter.text(inBuiltIn, sources: builtIn, prefix: "built-in templates/")
  }
}
