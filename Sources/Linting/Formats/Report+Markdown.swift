public import Cataloging
import Decoding

extension Report {
  /// How many findings are shown: more are not read in one go, and the page of a run takes 1 MiB at most.
  private static let shownLimit = 100

  /// The findings with their lines as Markdown, for somebody who sees them for the first time: the page of a run, or a report.
  ///
  /// - Parameters:
  ///   - checked: What was looked at: `24 entries, 12 healthy logs`.
  ///   - isChanged: As for `reviewed`.
  public func markdown(checked: String, isChanged: ((Place) -> Bool)?) -> String {
    let review = Report(reviewed(isChanged), files: files, prefix: prefix)
    let leftOut = findings.count - review.findings.count
    let warnings = "\(leftOut) \(leftOut == 1 ? "warning" : "warnings")"
    let note = leftOut == 0 ? "" : "\nLeft out: \(warnings) on lines that this change does not touch.\n"
    guard !review.findings.isEmpty else { return "### Content check: nothing to mend\n\nChecked: \(checked).\n\(note)" }
    let shown = review.findings.prefix(Self.shownLimit)
    let touched = shown.filter { isChanged?($0.place) ?? true }
    let felt = shown.filter { !(isChanged?($0.place) ?? true) }
    let rest = review.findings.count - shown.count
    return "### Content check: \(review.counts)\n\n\(review.introduction)\n" + blocks(touched)
      + (felt.isEmpty ? "" : "\nElsewhere, where a change can be felt: a new signature may match the sample of another entry.\n")
      + blocks(felt) + (rest == 0 ? "" : "\nAnd \(rest) more: `decode-site check` shows all.\n") + note
  }

  private var introduction: String {
    let mended = findings.count { $0.fix?.isSafe == true }
    let fixes = mended == 0 ? "" : " `decode-site check --fix` mends \(mended) of them."
    let weight = count(.error) > 0 ? "Errors have to be mended before this can be published; warnings" : "Warnings"
    return "\(weight) are worth a look. Each finding shows its line and what to do.\(fixes) "
      + "`decode-site check --explain RULE` says more about the name in brackets."
  }

  private func blocks(_ findings: some Sequence<Finding>) -> String {
    findings.map { finding in
      let sources = files.filter { $0.path == finding.place.path }
      let text = FindingReporter.text([finding], sources: sources, prefix: prefix)
      return "\n\(MarkdownText.fence(String(text.dropLast())))\n"
    }.joined()
  }
}
