public import Cataloging

/// Asks the shells themselves, and shellcheck where it is installed, about scripts. Nothing of a script is run.
public enum ShellPrograms {
  /// Whether there is more than the shell's own word.
  public static var hasShellcheck: Bool { Program.isInstalled("shellcheck") }

  /// Complaints about each script, in the order of the scripts: of one that its shell cannot read, that alone; otherwise shellcheck's errors
  /// and warnings.
  ///
  /// One process for all scripts of a shell, and one of shellcheck's. Scripts of a shell that is not installed are taken to be good.
  ///
  /// - Throws: when the disk fails.
  public static func complaints(about scripts: [ShellScript]) throws(DiskFailure) -> [[ShellComplaint]] {
    var complaints: [[ShellComplaint]] = Array(repeating: [], count: scripts.count)
    let groups = Dictionary(grouping: scripts.indices) { Group(shell: scripts[$0].interpreter, isFragment: scripts[$0].isFragment) }
    for (group, indices) in groups where Program.isInstalled(group.shell) {
      let folder = try ScratchFolder(named: "decode-site-check")
      defer { folder.remove() }
      try folder.makeFolder("scripts")
      for index in indices { try folder.create("scripts/\(index)", bytes: Array(scripts[index].text.utf8)) }
      for (index, complaint) in try unreadable(shell: group.shell, in: folder) { complaints[index].append(complaint) }
      // Of what its shell cannot read, shellcheck has nothing more to say, and some of that takes it forever.
      for index in indices where !complaints[index].isEmpty { try folder.removeFile("scripts/\(index)") }
      guard hasShellcheck, indices.contains(where: { complaints[$0].isEmpty }) else { continue }
      for (index, complaint) in try shellcheck(shell: group.shell, in: folder) { complaints[index].append(complaint) }
    }
    return complaints
  }

  private struct Group: Hashable {
    let shell: String
    let isFragment: Bool
  }

  // MARK: The shell

  /// Reads each file of a folder with `-n`, and prints the first line of what the shell says to it.
  private static let reader = #"cd "$1" && for f in *; do "$2" -n "./$f" 2>&1 </dev/null | head -n 1; done"#

  private static func unreadable(shell: String, in folder: ScratchFolder) throws(DiskFailure) -> [(Int, ShellComplaint)] {
    let result = try Program.run("sh", ["-c", "LC_ALL=C; export LC_ALL; \(reader)", "sh", "\(folder.path)/scripts", shell], in: folder)
    return lines(of: result).compactMap { line in
      // `./12: 3: Syntax error: …` of dash, `./12: line 3: syntax error …` of bash.
      let parts = line.split(separator: ": ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let index = Int(parts[0].dropFirst(2)) else { return nil }
      let number = parts[1].hasPrefix("line ") ? String(parts[1].dropFirst(5)) : parts[1]
      return Int(number).map { (index, ShellComplaint(line: $0, column: nil, code: nil, message: lowercased(parts[2]))) }
    }
  }

  private static func lowercased(_ message: String) -> String { message.prefix(1).lowercased() + message.dropFirst() }

  // MARK: shellcheck

  /// In seconds: nested brackets can take it forever.
  private static let longest = 1_800
  private static let checker =
    #"ulimit -t "$3" && cd "$1" && exec shellcheck --norc --format=gcc --color=never --severity=warning --shell="$2" *"#

  private static func shellcheck(shell: String, in folder: ScratchFolder) throws(DiskFailure) -> [(Int, ShellComplaint)] {
    let result = try Program.run("sh", ["-c", checker, "sh", "\(folder.path)/scripts", shell, "\(longest)"], in: folder)
    guard result.status < 128 else {
      throw DiskFailure(
        path: "shellcheck", message: "did not come to an end: look for brackets in brackets in the content's \(shell) scripts")
    }
    return lines(of: result).compactMap { line in
      // `12:3:8: warning: Double quote … [SC2086]`.
      let parts = line.split(separator: ":", maxSplits: 4).map(String.init)
      guard parts.count == 5, let index = Int(parts[0]), let row = Int(parts[1]), let column = Int(parts[2]),
        let bracket = parts[4].lastIndex(of: "["), parts[4].hasSuffix("]")
      else { return nil }
      let code = String(parts[4][bracket...].dropFirst().dropLast())
      return (index, ShellComplaint(line: row, column: column, code: code, message: parts[4][..<bracket].trimmed))
    }
  }

  private static func lines(of result: Program.Result) -> [String] {
    String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
