import CommonMark
import Decoding

extension BodyParser {
  /// Blocks to parts: neighbouring command fences become groups, everything else is prose.
  mutating func parts(of blocks: some Sequence<Block>) -> [Part] {
    var parts = PartList()
    for block in blocks {
      if case .fence(let info, let text) = block.kind, FenceInfo.isCommand(info) {
        if let command = command(info: info, text: text, lines: block.lines) { parts.add(command) }
      } else {
        parts.add(checked(block))
      }
    }
    return parts.finished()
  }

  private func command(info: String, text: String, lines: ClosedRange<Int>) -> Command? {
    let info = checkedInfo(info, line: lines.lowerBound)
    let text = text.utf8.last == UInt8(ascii: "\n") ? String(Substring(text.utf8.dropLast())) : text
    if text.allSatisfy(\.isWhitespace) {
      collector.add(
        .emptyValue, at: collector.source.place(ofLine: lines.lowerBound), "this command is empty", hint: "fill it in, or take it out")
    }
    checkFinished(text, lines: lines)
    guard let shell = info.shell, let risk = info.risk else { return nil }
    let template = CommandTemplate(text, shell: shell, captures: captures.names)
    checkPlaceholders(of: template, risk: risk, lines: lines)
    checkDeclared(text, lines: (lines.lowerBound + 1)...max(lines.lowerBound + 1, lines.upperBound))
    return Command(systems: info.systems, risk: risk, text: text, template: template, line: lines.lowerBound)
  }

  /// Reads the info string of a fence and reports what is wrong with it.
  @discardableResult
  func checkedInfo(_ text: String, line: Int) -> FenceInfo {
    let (info, complaints) = FenceInfo.parse(text)
    guard !complaints.isEmpty else { return info }
    var cursor = BlockCursor(line...line, in: collector.source)
    for complaint in complaints {
      let place = complaint.word.map { cursor.next($0, line: line) } ?? collector.source.place(ofLine: line)
      let isFound = complaint.word.map { place.length == $0.unicodeScalars.count } ?? false
      let fix = isFound ? complaint.replacement.map { Fix(replacing: place, with: $0, isSafe: true) } : nil
      collector.add(complaint.rule, at: place, complaint.message, hint: complaint.hint, fix: fix)
    }
    return info
  }

  // MARK: Hostile captures

  private func checkPlaceholders(of template: CommandTemplate, risk: Risk, lines: ClosedRange<Int>) {
    guard !template.placeholders.allSatisfy({ isSafe($0.name, $0.standing, risk: risk) }) else { return }
    let first = lines.lowerBound + 1
    var cursor = BlockCursor(first...max(first, lines.upperBound), in: collector.source)
    for (name, standing) in template.placeholders {
      let place = cursor.nextPlaceholder(name, line: first)
      if standing == .forbidden {
        collector.add(
          .unsafePlaceholder, at: place, "no value is safe where '{\(name)}' stands",
          hint: "take it out of backticks, ${…}, here-documents and from behind a backslash, and write it as a word of its own")
      } else if standing == .insideQuotes, !captures.isSafeInsideQuotes(name) {
        collector.add(
          .unsafePlaceholder, at: place, "'{\(name)}' stands between quotes, where its value could break out",
          hint: "take the quotes away: the value is quoted when it is filled in; only port, int, pid, hex and ip may stand between quotes",
          fix: withoutQuotes(place))
      }
      if risk == .destroy, !captures.isAllowedInDestroy(name) {
        collector.add(
          .unsafePlaceholder, at: place, "'{\(name)}' would fill a command that can lose data",
          hint: "let the reader type it, as <\(name.uppercased())>; only port, pid and int may stand in a destroy command")
      }
    }
  }

  private func isSafe(_ name: String, _ standing: CommandTemplate.Standing, risk: Risk) -> Bool {
    (standing == .bare || standing == .insideQuotes && captures.isSafeInsideQuotes(name))
      && (risk != .destroy || captures.isAllowedInDestroy(name))
  }

  /// The placeholder without the quotes directly around it.
  private func withoutQuotes(_ place: Place) -> Fix? {
    let source = collector.source
    let start = source.start(ofLine: place.line) + place.column - 1
    let range = start..<start + place.length
    guard place.column > 1, range.upperBound < source.scalars.count, source.scalars[start] == "{" else { return nil }
    let (before, after) = (source.scalars[start - 1], source.scalars[range.upperBound])
    guard before == after, before == "'" || before == "\"" else { return nil }
    return Fix(line: place.line, column: place.column - 1, length: place.length + 2, replacement: source.text(range))
  }

  // MARK: Risks

  /// Within a step, what a reader of one system sees must not grow milder.
  func checkRiskOrder(_ parts: [Part]) {
    // By the number of a system.
    var greatest = [Risk?](repeating: nil, count: System.allCases.count)
    for case .commands(let panels) in parts {
      for command in panels.inWritingOrder {
        let systems = System.allCases.indices.filter { command.systems.isEmpty || command.systems.contains(System.allCases[$0]) }
        if let before = systems.compactMap({ greatest[$0] }).max(), before > command.risk {
          collector.add(
            .riskOrder, at: collector.source.place(ofLine: command.line),
            "a '\(command.risk.rawValue)' command stands behind a '\(before.rawValue)' one",
            hint: "in a step, commands go from look to change to destroy; begin another step")
        }
        for system in systems { greatest[system] = max(greatest[system] ?? command.risk, command.risk) }
      }
    }
  }
}

/// Parts as they are read: neighbouring commands wait until their group is complete.
private struct PartList {
  private var parts: [Part] = []
  private var group: [Command] = []

  mutating func add(_ block: Block) {
    closeGroup()
    parts.append(.prose(block))
  }

  mutating func add(_ command: Command) {
    // A command for any system is no alternative to its neighbours: it stands alone.
    if command.systems.isEmpty || group.first?.systems.isEmpty == true { closeGroup() }
    group.append(command)
  }

  mutating func finished() -> [Part] {
    closeGroup()
    return parts
  }

  private mutating func closeGroup() {
    guard !group.isEmpty else { return }
    // Panels come in the order in which their systems first do.
    var order: [[System]] = []
    for command in group where !order.contains(command.systems) { order.append(command.systems) }
    parts.append(
      .commands(order.map { systems in CommandPanel(systems: systems, commands: group.filter { $0.systems == systems }) }))
    group = []
  }
}
