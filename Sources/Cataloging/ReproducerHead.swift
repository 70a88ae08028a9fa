import Decoding

/// The head of a script of `reproducers/`, read.
struct ReproducerHead {
  /// Nil when a finding is an error.
  private(set) var reproducer: Reproducer?
  private(set) var findings: [Finding] = []

  private static let example = "write `# Needs: node (20 or newer), psql`: commands, apart by commas, notes in brackets"

  /// - Parameter file: One below `reproducers/` that ends in `.sh`.
  init(_ file: SourceFile) {
    let source: SourceText
    do throws(Finding) { source = try SourceText(file) } catch {
      findings = [error]
      return
    }
    let lines = Self.lines(of: source)
    if lines.isEmpty {
      add(source.place(of: source.range(ofLine: 1)), "the script does not begin with `#!/bin/sh` and a comment", Self.example)
      return
    }
    var needs: [Reproducer.Need]?
    for (key, hint) in [("Needs:", Self.example), ("Run with:", "name the programs and versions that you have run the script with")] {
      let found = lines.filter { source.text($0.lowerBound..<$0.upperBound).hasPrefix(key) }
      guard let first = found.first else {
        add(source.place(of: source.range(ofLine: 2)), "the script's head has no line `# \(key)`", hint)
        continue
      }
      if found.count > 1 { add(source.place(of: found[1]), "the line `# \(key)` stands here a second time", "keep one of them") }
      let value = first.lowerBound + key.unicodeScalars.count..<first.upperBound
      if source.scalars[value].allSatisfy({ $0 == " " }) {
        add(source.place(of: first), "nothing stands behind `\(key)`", hint)
      } else if key == "Needs:" {
        needs = self.needs(source, value)
      }
    }
    guard findings.isEmpty, let needs, let slug = Reproducer.slug(ofPath: file.path) else { return }
    reproducer = Reproducer(slug: slug, file: file, needs: needs)
  }

  /// The comment's lines behind `#!/bin/sh`, without `#` and the blanks behind it.
  private static func lines(of source: SourceText) -> [Range<Int>] {
    guard source.text(source.range(ofLine: 1)) == "#!/bin/sh" else { return [] }
    let comments = (1..<source.lineCount).map { source.range(ofLine: $0 + 1) }.prefix { source.scalars[$0].first == "#" }
    return comments.map { range in
      (range.dropFirst().first { source.scalars[$0] != " " } ?? range.upperBound)..<range.upperBound
    }
  }

  private mutating func needs(_ source: SourceText, _ value: Range<Int>) -> [Reproducer.Need]? {
    var needs: [Reproducer.Need] = []
    for item in items(source, value) {
      let text = source.text(item)
      let command = String(text.prefix { $0 != " " && $0 != "(" })
      let rest = text.dropFirst(command.count).drop { $0 == " " }
      let isNoted = rest.hasPrefix("(") && rest.hasSuffix(")") && rest.count > 2
      guard Self.isCommand(command), rest.isEmpty || isNoted else {
        add(source.place(of: item), "'\(text)' is no command with a note in brackets", Self.example)
        return nil
      }
      needs.append(Reproducer.Need(command: command, note: isNoted ? String(rest.dropFirst().dropLast()) : nil))
    }
    return needs
  }

  /// What stands between commas outside of brackets, without blanks around it.
  private func items(_ source: SourceText, _ value: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var (start, depth) = (value.lowerBound, 0)
    for position in value.lowerBound...value.upperBound {
      let scalar = position < value.upperBound ? source.scalars[position] : ","
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      guard position == value.upperBound || (scalar == "," && depth <= 0) else { continue }
      let item = source.scalars[start..<position]
      let first = item.firstIndex { $0 != " " } ?? start
      items.append(first..<((item.lastIndex { $0 != " " } ?? first - 1) + 1))
      start = position + 1
    }
    return items
  }

  private static func isCommand(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.first != UInt8(ascii: "-")
      && text.unicodeScalars.allSatisfy { $0.isWordScalar || ".+-".unicodeScalars.contains($0) }
  }

  private mutating func add(_ place: Place, _ message: String, _ hint: String) {
    findings.append(Finding(.reproducerHead, place: place, message: message, hint: hint))
  }
}
