import Cataloging
import Decoding

/// The scripts of all content that a shell's own programs can look at, and what these say.
struct Scripts: Sendable {
  /// Without scripts that nothing is said about.
  private let complaints: [ShellScript: [ShellComplaint]]

  /// Asks once for all; scripts of the same text are one.
  init(entries: [ReadEntry], files: [SourceFile], outside: Outside) throws {
    guard let check = outside.checkScripts else {
      complaints = [:]
      return
    }
    let fences = entries.flatMap { $0.entry.commands.compactMap(Self.script) }
    let reproducers = files.compactMap(Self.script)
    var seen: Set<ShellScript> = []
    let scripts = (fences + reproducers).filter { seen.insert($0).inserted }
    complaints = Dictionary(uniqueKeysWithValues: zip(scripts, try check(scripts)).filter { !$1.isEmpty })
  }

  var hasComplaints: Bool { !complaints.isEmpty }

  func complaints(about script: ShellScript) -> [ShellComplaint] { complaints[script] ?? [] }

  /// A command with stand-ins of equal length for placeholders and for what the reader types; nil for one of Windows.
  static func script(of command: Command) -> ShellScript? {
    guard command.shell == .sh || command.shell == .bash else { return nil }
    var scalars = Array(command.text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      guard let end = CommandReader.standInEnd(in: scalars, at: position) else {
        position += 1
        continue
      }
      let start = position
      position = end
      if scalars[start] == "{", case .escaped? = PlaceholderSyntax.token(in: scalars, at: start)?.token { continue }
      // Digits stand wherever a word does, and where a number must.
      let isNumber = scalars[start] == "{" || scalars[start..<end].elementsEqual("<PID>".unicodeScalars)
      scalars.replaceSubrange(start..<end, with: repeatElement(isNumber ? "1" : "X", count: end - start))
    }
    return ShellScript(shell: command.shell, text: String(String.UnicodeScalarView(scalars)) + "\n", isFragment: true)
  }

  /// A reproducer; nil for any other file, and for one that is not UTF-8.
  static func script(of file: SourceFile) -> ShellScript? {
    guard file.path.hasPrefix("reproducers/"), file.path.hasSuffix(".sh"), let text = String(validating: file.bytes, as: UTF8.self) else {
      return nil
    }
    return ShellScript(shell: .sh, text: text, isFragment: false)
  }
}

extension EntryMaterial {
  /// A finding for each complaint about a command, where the complaint stands.
  func findings(_ rule: Rule, ofCommandsBy isMeant: (ShellComplaint) -> Bool, text: (ShellComplaint, Command) -> (String, String)) throws
    -> [Finding]
  {
    let scripts = try material.scripts()
    guard scripts.hasComplaints else { return [] }
    return commands.flatMap { read -> [Finding] in
      let command = read.command
      guard let script = Scripts.script(of: command) else { return [] }
      return scripts.complaints(about: script).filter(isMeant).map { complaint in
        let (message, hint) = text(complaint, command)
        return rule.finding(at: place(read.written, complaint.range(in: command.text)), message, hint: hint)
      }
    }
  }
}

extension ShellComplaint {
  /// From its column to the end of the word there; without a column, its line.
  func range(in text: String) -> Range<Int> {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    // Shells complain of what is missing in a line behind the last one.
    let row = min(max(0, line - 1), lines.count - 1)
    let start = lines[..<row].reduce(0) { $0 + $1.count + 1 }
    let scalars = Array(lines[row])
    guard let column, self.line <= lines.count, column <= scalars.count else { return start..<(start + scalars.count) }
    let length = scalars[(column - 1)...].prefix { $0 != " " }.count
    return (start + column - 1)..<(start + column - 1 + max(1, length))
  }
}
