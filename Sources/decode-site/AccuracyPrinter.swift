import Cataloging
import Linting

/// The counts as a table for people.
struct AccuracyPrinter {
  let accuracy: Accuracy
  let times: DecodeTimes?
  let terminal: Terminal

  var text: String {
    var table = [["area", "entries", "samples", "first", "captures", "crossed", "quiet", "false"] + (times == nil ? [] : ["median"])]
    for area in accuracy.areas { table.append(row(area.slug, area.counts, time: times?.median(ofArea: area.slug))) }
    table.append(row("all", accuracy.all, time: times?.median))
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.enumerated().map { index, cells in
      let line = zip(cells, widths).enumerated().map { column, cell in
        column == 0 ? cell.0.padding(to: cell.1) : String(repeating: " ", count: cell.1 - cell.0.count) + cell.0
      }.joined(separator: "  ")
      return index == 0 || index == table.count - 1 ? terminal.styled(line, .bold) : line
    }
    return lines.joined(separator: "\n") + "\n\n" + terminal.styled(legend, .dim) + "\n"
  }

  private func row(_ name: String, _ counts: Accuracy.Counts, time: Int?) -> [String] {
    [
      name, "\(counts.entries)", "\(counts.samples)", share(counts.first, of: counts.samples), share(counts.captures, of: counts.samples),
      "\(counts.crossFires)", share(counts.quiet, of: counts.counterexamples), accuracy.falsePositiveRate(counts).map { "\($0)" } ?? "–",
    ] + (times == nil ? [] : [time.map { "\($0) µs" } ?? "–"])
  }

  private func share(_ count: Int, of all: Int) -> String { count == all ? "\(count)" : "\(count)/\(all)" }

  private var legend: String {
    [
      "first: samples whose first answer is their entry", "captures: samples whose entry takes the values they say",
      "crossed: samples whose first answer is another entry", "quiet: counterexamples that do not decode to their entry",
      "false: answers for every 100,000 lines of healthy logs, of which there are \(accuracy.healthyLines)",
    ].map { terminal.wrapped($0, indent: 0) }.joined(separator: "\n")
  }
}
