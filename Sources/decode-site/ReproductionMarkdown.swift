import Decoding
import Reproducing

/// What came of running scripts as Markdown, for a report.
enum ReproductionMarkdown {
  /// Only what somebody has to look at; empty when that is nothing.
  static func text(of reproductions: [Reproduction], printer: ReproductionPrinter) -> String {
    let trouble = reproductions.filter(\.isTrouble)
    guard !trouble.isEmpty else { return "" }
    let lines = trouble.map(printer.text).joined(separator: "\n")
    return """
      ### Reproducers: \(trouble.count) of \(reproductions.count) need a look

      These scripts provoke their errors no longer in the words that their entries know.

      \(MarkdownText.fence(lines))

      """
  }
}
