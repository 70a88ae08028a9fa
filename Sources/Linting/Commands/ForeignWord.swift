import Cataloging
import Decoding

/// A part of a command that is another shell's.
struct ForeignWord {
  let range: Range<Int>
  let message: String
  let hint: String
  /// What belongs there, where a word can take its place as it is.
  let replacement: String?

  static func all(in read: ReadCommand) -> [ForeignWord] {
    let words = read.invocations.filter { $0.shell == read.command.shell }.compactMap { inProgram($0, of: read.command) }
    let marks = read.simpleCommands.flatMap { inMarks($0) }
    var seen: Set<Int> = []
    return (words + marks + continuations(of: read.command)).filter { seen.insert($0.range.lowerBound).inserted }
  }

  // MARK: Programs

  private static func inProgram(_ invocation: Invocation, of command: Command) -> ForeignWord? {
    let name = invocation.program
    let found = { (message: String, hint: String, replacement: String?) in
      ForeignWord(range: invocation.range, message: message, hint: hint, replacement: replacement)
    }
    switch command.shell {
    case .sh, .bash:
      if name == "sudo", command.systems.contains(.windows) {
        return found("Windows has no sudo", "give Windows a fence of its own, and say that the terminal is opened as administrator", nil)
      }
      if isCmdlet(name) {
        return found("'\(name)' is PowerShell's", "mark the fence ```powershell windows, or write what a POSIX shell has", nil)
      }
      guard !command.systems.contains(.windows), windowsPrograms.contains(name.lowercased()) else { return nil }
      return found("'\(name)' is a command of Windows", "mark the fence ```cmd windows, or write what Linux and macOS have", nil)
    case .powershell:
      // PowerShell runs on Linux too.
      guard command.systems.isEmpty || command.systems.contains(.windows) else { return nil }
      if name == "set", invocation.arguments.first?.text.contains("=") == true {
        return found("'set NAME=value' is cmd's: PowerShell sets no variable of the environment by it", "write $env:NAME = 'value'", nil)
      }
      if let own = unixPrograms[name] { return found("'\(name)' is no command of PowerShell", "write \(own.powershell)", nil) }
      return unixOptions(invocation)
    case .cmd:
      if isCmdlet(name) || name.hasPrefix("$env:") {
        return found("'\(name)' is PowerShell's", "mark the fence ```powershell windows, or write what cmd has", nil)
      }
      if let own = unixPrograms[name] ?? cmdLacks[name] { return found("'\(name)' is no command of cmd", "write \(own.cmd)", nil) }
      return nil
    }
  }

  /// Options of Unix behind a name that PowerShell has as an alias.
  private static func unixOptions(_ invocation: Invocation) -> ForeignWord? {
    guard let wrong = unixAliases[invocation.program] else { return nil }
    let option = invocation.arguments.first { wrong.options.contains($0.text) }
    guard let option else { return nil }
    return ForeignWord(
      range: invocation.range.lowerBound..<option.range.upperBound,
      message: "'\(invocation.program) \(option.text)' is Unix: in PowerShell '\(invocation.program)' is another command of that name",
      hint: "write \(wrong.own)", replacement: nil)
  }

  private static func isCmdlet(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count > 2, parts[1].allSatisfy(\.isLetter) else { return false }
    return verbs.contains(parts[0].lowercased()) && (parts[1].first?.isUppercase == true || parts[0].first?.isUppercase == true)
  }

  // MARK: Marks

  private static func inMarks(_ command: SimpleCommand) -> [ForeignWord] {
    let isWindows = command.shell == .powershell || command.shell == .cmd
    let words = command.words.compactMap { word -> ForeignWord? in
      let found = { ForeignWord(range: word.range, message: $0, hint: $1, replacement: nil) }
      switch command.shell {
      case .sh, .bash:
        if word.text.lowercased().hasPrefix("$env:") { return found("$env: is PowerShell's", "write $NAME") }
        return isPercentVariable(word.text) ? found("\(word.text) is a variable of cmd", "write $NAME") : nil
      case .powershell:
        let isFirst = word.range == command.words.first?.range
        if isFirst, command.words.count > 1, let name = assignedName(word.text) {
          let message = "'\(name)=…' before a command sets no variable in PowerShell"
          return found(message, "write $env:\(name) = '…' on a line of its own")
        }
        return isPercentVariable(word.text) ? found("\(word.text) is a variable of cmd", "write $env:NAME") : nil
      case .cmd: return nil
      }
    }
    let redirections = command.redirections.compactMap { redirection -> ForeignWord? in
      guard let target = redirection.target else { return nil }
      let text = target.text.lowercased()
      let own = command.shell == .powershell ? "$null" : command.shell == .cmd ? "nul" : "/dev/null"
      let isForeign = isWindows ? text == "/dev/null" || (command.shell == .powershell && text == "nul") : text == "nul" || text == "$null"
      guard isForeign else { return nil }
      return ForeignWord(
        range: target.range, message: "'\(target.text)' is another shell's place for what nobody reads", hint: "write \(own)",
        replacement: own)
    }
    return words + redirections
  }

  private static func isPercentVariable(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "%")), let first = text.firstIndex(of: "%") else { return false }
    let name = text[text.index(after: first)...].prefix { $0.isLetter || $0 == "_" }
    return name.count > 1 && name == name.uppercased() && text[text.index(first, offsetBy: name.count + 1)...].first == "%"
  }

  private static func assignedName(_ text: String) -> String? {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    let name = text[..<sign].unicodeScalars
    return name.allSatisfy { $0.isASCIIUppercase || $0.isDigit || $0 == "_" } && name.count > 1 ? String(text[..<sign]) : nil
  }

  // MARK: Ends of lines

  /// The mark by which another shell goes on in the next line.
  private static func continuations(of command: Command) -> [ForeignWord] {
    let own: Unicode.Scalar = command.shell == .powershell ? "`" : command.shell == .cmd ? "^" : "\\"
    var start = 0
    return command.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { line in
      defer { start += line.count + 1 }
      let scalars = Array(line)
      guard let last = scalars.last, last != own, last == "\\" || last == "^", scalars.count > 1, scalars[scalars.count - 2] == " " else {
        return nil
      }
      let place = (start + scalars.count - 1)..<(start + scalars.count)
      return ForeignWord(
        range: place, message: "'\(last)' at the end of a line is another shell's way to go on", hint: "write \(own)",
        replacement: String(Character(own)))
    }
  }
}
