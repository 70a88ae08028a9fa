import Cataloging

/// The counts as Markdown, for the summary of a workflow or a comment; beside earlier ones it says first what became worse.
struct AccuracyMarkdown {
  let table: AccuracyTable

  var text: String {
    let rows = table.rows.map { "| \($0.joined(separator: " | ")) |\n" }
    let rule = "|" + String(repeating: " --- |", count: table.rows[0].count) + "\n"
    let legend = (AccuracyTable.legend + [table.falseLegend]).map { "- \($0)\n" }.joined()
    return "### Accuracy\n\n\(verdict)\(rows[0])\(rule)\(rows.dropFirst().joined())\n"
      + "<details><summary>What is counted</summary>\n\n\(legend)\n</details>\n"
  }

  private var verdict: String {
    guard let earlier = table.earlier else { return "" }
    let (now, before) = (table.accuracy.all, earlier.all)
    let changes = [
      (now.samples - now.first, before.samples - before.first, "samples that are not answered by their entry first"),
      (now.crossFires, before.crossFires, "samples that are answered by another entry"),
      (now.samples - now.captures, before.samples - before.captures, "samples that have other captures than they say"),
      (now.counterexamples - now.quiet, before.counterexamples - before.quiet, "counterexamples that decode to their entry"),
      (now.falsePositives, before.falsePositives, "answers to healthy logs"),
    ]
    let worse = changes.filter { $0.0 > $0.1 }
    guard !worse.isEmpty else { return "Nothing became worse. Areas without a change are left out.\n\n" }
    return "**Worse than before:**\n\n" + worse.map { "- \($0.2): \($0.0), before \($0.1)\n" }.joined() + "\n"
  }
}
