import Cataloging
import Decoding

extension Rule {
  static let evaluatedPlaceholder = Rule(
    id: "evaluated-placeholder",
    summary: "No placeholder stands where its value is read as code a second time.",
    reason: """
      A placeholder is replaced by one quoted word, which the shell takes as it is. Some programs hand their words to another shell or \
      interpreter: `eval`, `let`, `ssh host …`, `sh -c …`, `su -c …`, `docker exec … sh -c …`, `watch`, `python -c`, `awk`, `psql -c`. There \
      the quotes are gone, and a value out of a hostile log would run.

      Values that are only digits, hexadecimal or an address (port, int, pid, hex, ip) may stand there. Others are handed over as \
      arguments: sh -c 'ls -l -- "$1"' sh {path}.
      """,
    bad: "ssh <HOST> ls -l {path}",
    good: "ssh <HOST> ls -l <PATH>",
    check: .entry { entry, rule in
      entry.commands.flatMap { command -> [Finding] in
        let words = command.invocations.flatMap { invocation in invocation.evaluated.map { (invocation.program, $0) } }
        guard !words.isEmpty else { return [] }
        // Each is found in the first word that it stands in.
        var rest = unsafePlaceholders(in: command.command.text, of: entry.read.entry)
        return words.flatMap { program, word in
          let first = rest.partitioningIndex { $0.range.lowerBound >= word.range.lowerBound }
          let end = rest.partitioningIndex { $0.range.lowerBound >= word.range.upperBound }
          defer { rest.removeSubrange(first..<end) }
          return rest[first..<end].map { name, range in
            rule.finding(
              at: entry.place(command.written, range), "\(program) would read the value of '{\(name)}' as code",
              hint: "let the reader type it, as <\(name.uppercased())>, or hand it over as an argument: sh -c '… \"$1\"' sh {\(name)}")
          }
        }
      }
    })

  /// The placeholders of a command whose values may hold what a shell acts on, in the order of their places.
  private static func unsafePlaceholders(in text: String, of entry: Entry) -> [(name: String, range: Range<Int>)] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    let types = Dictionary(grouping: entry.signatures.flatMap(\.lines).flatMap(\.holes), by: \.name)
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.compactMap { start in
      guard scalars[start] == "{", case (.placeholder(let name), let end)? = PlaceholderSyntax.token(in: scalars, at: start),
        let holes = types[name], !holes.allSatisfy(\.type.isSafeInsideQuotes)
      else { return nil }
      return (name, start..<end)
    }
  }
}

extension Invocation {
  /// The arguments that are read as code.
  fileprivate var evaluated: [CommandWord] {
    if !scripts.isEmpty { return scripts.flatMap { $0 } }
    switch program {
    case "let", "source", "declare", "typeset", "iex", "invoke-expression", "parallel": return arguments
    case "unset": return arguments
    case "printf": return option("-v").map { [$0] } ?? []
    case "python", "python3", "python2", "psql", "powershell", "pwsh": return ["-c", "-Command"].compactMap(option)
    case "node": return ["-e", "--eval", "-p", "--print"].compactMap(option)
    case "perl", "ruby", "mysql", "mariadb", "osascript": return ["-e", "--eval"].compactMap(option)
    case "php": return option("-r").map { [$0] } ?? []
    case "mongosh", "mongo": return option("--eval").map { [$0] } ?? []
    case "awk", "gawk", "mawk", "sed": return ["-e"].compactMap(option) + operands.prefix(1)
    case "cmd": return Array(arguments.drop { $0.text.lowercased() != "/c" }.dropFirst())
    default: return []
    }
  }
}
