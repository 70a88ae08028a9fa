import Building
import Cataloging
import Linting

/// `decode-site check --fix`: makes safe fixes until there are none.
struct Mending {
  /// What is left.
  let result: CheckResult
  /// What was changed, a line each.
  let text: String

  /// One fix may lay open what another mends; this many rounds are never needed.
  private static let roundLimit = 10

  /// - Parameter isMeant: Whether a finding is one to mend.
  static func run(_ first: CheckResult, in folder: String, isMeant: (Finding) -> Bool, outside: Outside) throws -> Mending {
    var result = first
    var lines: [String] = []
    for _ in 0..<roundLimit {
      let fixable = Dictionary(grouping: result.findings.filter { $0.fix?.isSafe == true && isMeant($0) }, by: \.place.path)
      let files = result.content.files.compactMap { file in
        fixable[file.path].flatMap { Fixing.mended(file, by: $0) }.map { (before: file, after: $0.file, findings: $0.findings) }
      }
      guard !files.isEmpty else { break }
      for file in files {
        try ContentWriter.replace(file.before, by: file.after.bytes, in: folder)
        lines += file.findings.map {
          "mended \(folder.asFolder)\($0.place.path):\($0.place.line):\($0.place.column): \($0.message) [\($0.rule)]\n"
        }
      }
      result = try Check.lint(folder, outside: outside)
    }
    return Mending(result: result, text: lines.joined())
  }
}
