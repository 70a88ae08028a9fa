import Decoding

/// The line that proves the answer, with what matched underlined and the values named.
struct EvidencePrinter {
  let terminal: Terminal

  func text(of evidence: Diagnosis.Evidence, captures: [Diagnosis.Capture]) -> String {
    let label = "line \(evidence.line)  "
    let cells = window(of: cells(of: evidence), width: terminal.width - label.count)
    let margin = String(repeating: " ", count: label.count)
    var lines = [terminal.styled(label, .dim) + line(of: cells), margin + underline(of: cells)]
    if !captures.isEmpty {
      let values = captures.map { "\($0.name) \(terminal.styled(visible($0.value), .bold))" }
      lines.append(margin + values.joined(separator: "   "))
    }
    if evidence.occurrences > 1 { lines.append(margin + terminal.styled("\(evidence.occurrences) times in this text", .dim)) }
    return lines.joined(separator: "\n")
  }

  private enum Mark { case none, match, capture }

  private struct Cell {
    let scalar: Unicode.Scalar
    let mark: Mark
  }

  private func cells(of evidence: Diagnosis.Evidence) -> [Cell] {
    let line = VisibleLine(evidence.text)
    let spans = evidence.spans.filter { $0.line == evidence.line }
    return zip(line.scalars, line.columns).map { scalar, place in
      let column = place + evidence.textColumn - 1
      let here = spans.filter { $0.columns.contains(column) }
      return Cell(scalar: scalar, mark: here.contains { $0.name != nil } ? .capture : here.isEmpty ? .none : .match)
    }
  }

  /// The part of a long line that holds the match, with an ellipsis where it is cut.
  private func window(of cells: [Cell], width: Int) -> [Cell] {
    guard DisplayWidth.width(of: cells.map(\.scalar)) > width else { return cells }
    let ellipsis = Cell(scalar: "…", mark: .none)
    let match = cells.firstIndex { $0.mark != .none } ?? 0
    let matchEnd = (cells.lastIndex { $0.mark != .none } ?? 0) + 1
    // What is most telling stands at the end of a match: its last part is shown when not all of it fits.
    let room = width - 2
    var start = matchEnd - match > room ? matchEnd - room : max(0, match - (room - (matchEnd - match)) / 2)
    if matchEnd <= width - 1 { start = 0 }
    var part = start > 0 ? [ellipsis] : []
    var used = part.count
    var next = start
    while next < cells.count, used + DisplayWidth.width(of: cells[next].scalar) <= width - 1 {
      part.append(cells[next])
      used += DisplayWidth.width(of: cells[next].scalar)
      next += 1
    }
    return next < cells.count ? part + [ellipsis] : part
  }

  private func line(of cells: [Cell]) -> String {
    var result = ""
    for run in cells.chunked(by: \.mark) {
      let text = String(String.UnicodeScalarView(run.map(\.scalar)))
      switch run[0].mark {
      case .none: result += text
      case .match: result += terminal.styled(text, .red)
      case .capture: result += terminal.styled(text, .boldRed)
      }
    }
    return result
  }

  private func underline(of cells: [Cell]) -> String {
    var text = ""
    for cell in cells {
      let mark: Character =
        switch cell.mark {
        case .none: " "
        case .match: "~"
        case .capture: "^"
        }
      text += String(repeating: mark, count: DisplayWidth.width(of: cell.scalar))
    }
    while text.last == " " { text.removeLast() }
    return terminal.styled(text, .red)
  }

  private func visible(_ value: String) -> String {
    value.isEmpty ? "(empty)" : String(String.UnicodeScalarView(VisibleLine(value).scalars))
  }
}

extension Array {
  /// Neighbours that share a property, together.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    var result: [[Element]] = []
    for element in self {
      if let last = result.last?.first, key(last) == key(element) {
        result[result.count - 1].append(element)
      } else {
        result.append([element])
      }
    }
    return result
  }
}
