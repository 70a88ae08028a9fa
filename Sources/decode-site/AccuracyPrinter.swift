/// The counts as a table for people.
struct AccuracyPrinter {
  let table: AccuracyTable
  let terminal: Terminal

  var text: String {
    let rows = table.rows
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.enumerated().map { index, cells in
      let line = zip(cells, widths).enumerated().map { column, cell in
        column == 0 ? cell.0.padding(to: cell.1) : String(repeating: " ", count: cell.1 - cell.0.count) + cell.0
      }.joined(separator: "  ")
      return index == 0 || index == rows.count - 1 ? terminal.styled(line, .bold) : line
    }
    return lines.joined(separator: "\n") + "\n\n" + terminal.styled(legend, .dim) + "\n"
  }

  private var legend: String {
    (AccuracyTable.legend + [table.falseLegend]).map { terminal.wrapped($0, indent: 0) }.joined(separator: "\n")
  }
}
