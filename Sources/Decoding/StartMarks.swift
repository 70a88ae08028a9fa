/// Finds where the text of a line may begin behind what tools put before it: times, levels, names of containers.
///
/// Nothing is removed: a signature's `^` may match at any mark.
package enum StartMarks {
  static let limit = 12

  /// The marks of a line, rising; the first is 0. Each prefix must leave text behind it.
  ///
  /// - Complexity: O(n) in the line's scalars.
  package static func marks(in scalars: [Unicode.Scalar]) -> [Int] {
    guard let last = scalars.lastIndex(where: { $0 != " " }) else { return [0] }
    var marks = [0]
    while marks.count <= limit {
      let cursor = PrefixCursor(scalars, at: marks[marks.count - 1])
      guard let next = prefixes.lazy.compactMap({ $0(cursor) }).first(where: { $0 > cursor.position }), next <= last else { break }
      marks.append(next)
    }
    return marks
  }

  /// The first that fits is taken.
  private static let prefixes: [@Sendable (PrefixCursor) -> Int?] = [
    workflowStep, blanks, drawing, pipelineMark, diffMark, quoteMark, buildStep, composeName, packageManager, time, syslogHost, klog,
    kernelTime, level, logfmt, number, prompt,
  ]

  /// What `gh run view --log` prints before each line, the job's name and the step's: all up to a time with seven digits of a second, as
  /// GitHub's runners write it. The names may hold anything; TABs part them, or blanks once they are pasted from a terminal.
  private static let workflowStep: @Sendable (PrefixCursor) -> Int? = { start in
    guard start.position == 0 else { return nil }
    var cursor = start
    var words = 0
    while words < 40, cursor.take(while: { $0 != " " }) {
      words += 1
      cursor.takeBlanks()
      if words >= 2, cursor.isAtRunnerTime { return cursor.position }
    }
    return nil
  }

  private static let blanks: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    return cursor.takeBlanks() ? cursor.position : nil
  }

  /// Box drawing, bullets, arrows, check marks, Braille spinners, emoji.
  private static let drawing: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    let isDrawing = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x00B7, 0x00D7, 0x2022, 0x2023, 0x2043, 0x2190...0x21FF, 0x2300...0x23FF, 0x2500...0x25FF, 0x2600...0x27BF, 0x2800...0x28FF,
        0x2900...0x297F, 0x2B00...0x2BFF, 0xFE0F, 0x1F300...0x1FAFF:
        true
      default: false
      }
    }
    return cursor.take(while: isDrawing) ? cursor.position : nil
  }

  /// `##[error]`, `::error file=a.js,line=1::`, `section_start:1700000000:step_script`.
  private static let pipelineMark: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    if cursor.take("##[") { return cursor.take(while: \.isLowercaseOrDash) && cursor.take("]") ? cursor.position : nil }
    if cursor.take("::") {
      guard cursor.take(while: \.isLowercaseOrDash) else { return nil }
      if cursor.take(" ") { cursor.take(while: { $0 != ":" }) }
      return cursor.take("::") ? cursor.position : nil
    }
    guard cursor.take("section_start:") || cursor.take("section_end:"), cursor.takeDigits(1...20), cursor.take(":") else { return nil }
    cursor.take(while: { $0.isWordScalar || $0 == "-" || $0 == "." })
    if cursor.take("[") { guard cursor.take(while: { $0 != "]" && $0 != " " }), cursor.take("]") else { return nil } }
    return cursor.position
  }

  private static let diffMark: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    return cursor.take("+ ") || cursor.take("- ") ? cursor.position : nil
  }

  private static let quoteMark: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    return cursor.take("> ") || cursor.take("| ") ? cursor.position : nil
  }

  /// BuildKit's `#12 1.2 [stage 3/7]`, `#12 ERROR`, `17.25 `.
  private static let buildStep: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    let hasNumber = cursor.take("#")
    if hasNumber {
      guard cursor.takeDigits(1...6), cursor.takeBlanks() else { return nil }
    }
    var seconds = cursor
    let hasSeconds = seconds.takeDigits(1...7) && seconds.take(".") && seconds.takeDigits(1...6) && seconds.takeBlanks()
    if hasSeconds { cursor = seconds }
    guard hasNumber || hasSeconds else { return nil }
    if hasNumber, !hasSeconds {
      var stage = cursor
      if stage.take("["), stage.take(while: { $0 != "]" }), stage.take("]") { cursor = stage }
    }
    return cursor.position
  }

  /// Compose's `web-1  | `, PM2's `0|web  | `.
  private static let composeName: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    var number = cursor
    if number.takeDigits(1...4), number.take("|") { cursor = number }
    guard cursor.take(while: { $0.isWordScalar || $0 == "." || $0 == "-" }), cursor.takeBlanks(), cursor.take("|") else { return nil }
    cursor.takeBlanks()
    return cursor.position
  }

  private static let packageManager: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    guard cursor.takeWord(of: ["npm", "gyp"]), cursor.takeBlanks() else { return nil }
    guard cursor.takeWord(of: ["ERR!", "WARN"] + packageManagerLevels) else { return nil }
    cursor.takeBlanks()
    return cursor.position
  }

  private static let packageManagerLevels = ["error", "warn", "verb", "info", "notice", "http"]

  /// A time in any of the usual forms, perhaps in brackets, perhaps with a colon or dash behind it.
  private static let time: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    let isBracketed = cursor.take("[")
    guard cursor.takeTime() else { return nil }
    if isBracketed { guard cursor.take("]") else { return nil } }
    guard isBracketed || cursor.isAtBlank || cursor.take(":") || cursor.take(",") else { return nil }
    return cursor.position
  }

  /// Behind a time: syslog's and the journal's `web-01 app[123]: `, `web-01 kernel: `.
  private static let syslogHost: @Sendable (PrefixCursor) -> Int? = { start in
    guard start.followsTime else { return nil }
    var cursor = start
    let isName = { (scalar: Unicode.Scalar) in scalar.isWordScalar || scalar == "." || scalar == "-" || scalar == "/" || scalar == "@" }
    guard cursor.take(while: isName) else { return nil }
    var process = cursor
    // Heroku names no host: `app[web.1]: `.
    let hasHost = process.takeBlanks() && process.take(while: isName)
    if hasHost { cursor = process }
    if cursor.take("[") {
      guard cursor.take(while: isName), cursor.take("]") else { return nil }
    } else if !hasHost {
      return nil
    }
    return cursor.take(": ") ? cursor.position : nil
  }

  /// `E1122 14:33:13.123456   12345 server.go:123] `.
  private static let klog: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    guard cursor.take("I") || cursor.take("W") || cursor.take("E") || cursor.take("F") else { return nil }
    guard cursor.takeDigits(4...4), cursor.takeBlanks(), cursor.takeClock(), cursor.takeBlanks(), cursor.takeDigits(1...10) else {
      return nil
    }
    guard cursor.takeBlanks(), cursor.take(while: { $0 != " " && $0 != "]" }), cursor.take("]") else { return nil }
    return cursor.position
  }

  /// `[   12.345678]`.
  private static let kernelTime: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    guard cursor.take("[") else { return nil }
    cursor.takeBlanks()
    guard cursor.takeDigits(1...8), cursor.take("."), cursor.takeDigits(1...9), cursor.take("]") else { return nil }
    return cursor.position
  }

  /// `[ERROR]`, `ERROR:`, `ERROR ` in capitals.
  private static let level: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    let isBracketed = cursor.take("[")
    let wordStart = cursor
    guard cursor.takeWord(of: levels, ignoringCase: true) else { return nil }
    if isBracketed {
      cursor.takeBlanks()
      return cursor.take("]") ? cursor.position : nil
    }
    if cursor.take(":") { return cursor.position }
    return cursor.isAtBlank && wordStart.isUppercase(upTo: cursor.position) ? cursor.position : nil
  }

  private static let levels = [
    "trace", "debug", "info", "information", "notice", "log", "warn", "warning", "error", "err", "fatal", "severe", "critical", "crit",
    "alert", "emergency", "emerg", "panic", "fail",
  ]

  /// `time="…" level=error msg="`: pairs up to the message.
  private static let logfmt: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    while true {
      let isMessage = cursor.take("msg=") || cursor.take("message=")
      if isMessage {
        cursor.take("\"")
        return cursor.position
      }
      guard cursor.take(while: { $0.isWordScalar || $0 == "." || $0 == "-" }), cursor.take("=") else { return nil }
      if cursor.take("\"") {
        cursor.take(while: { $0 != "\"" })
        guard cursor.take("\"") else { return nil }
      } else {
        cursor.take(while: { $0 != " " })
      }
      guard cursor.takeBlanks() else { return nil }
    }
  }

  /// Syslog's `<3>`, a process id `[123]`, nginx's `12#12: *3 `.
  private static let number: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    if cursor.take("<") { return cursor.takeDigits(1...3) && cursor.take(">") ? cursor.position : nil }
    if cursor.take("[") { return cursor.takeDigits(1...10) && cursor.take("]") ? cursor.position : nil }
    guard cursor.takeDigits(1...10), cursor.take("#"), cursor.takeDigits(1...10), cursor.take(": ") else { return nil }
    var connection = cursor
    if connection.take("*"), connection.takeDigits(1...20), connection.take(" ") { cursor = connection }
    return cursor.position
  }

  /// `$ `, `deploy@web-01:~/app$ `, `PS C:\app> `.
  private static let prompt: @Sendable (PrefixCursor) -> Int? = { start in
    var cursor = start
    if cursor.take("$ ") { return cursor.position }
    if cursor.take("PS ") {
      cursor.take(while: { $0 != ">" })
      return cursor.take("> ") ? cursor.position : nil
    }
    guard cursor.take(while: { $0.isWordScalar || $0 == "." || $0 == "-" }), cursor.take("@") else { return nil }
    cursor.take(while: { $0 != " " && $0 != "$" && $0 != "#" })
    return cursor.take("$ ") || cursor.take("# ") ? cursor.position : nil
  }
}

extension StartMarks {
  /// Whether a letter in a line as pasted may stand at a start mark: false only behind a small letter that ends no prefix.
  ///
  /// - Parameter line: In ASCII, and not disguised.
  static func mayMark(_ line: Slice<UnsafeBufferPointer<UInt8>>, at place: Int) -> Bool {
    let isSmall = { (byte: UInt8) in byte &- 0x61 < 26 }
    let before = line[line.startIndex..<place]
    guard let last = before.lastIndex(where: { !$0.isBlank }), isSmall(line[last]) else { return true }
    let word = before[...last].suffix(while: isSmall)
    if packageManagerLevels.contains(where: { word.elementsEqual($0.utf8) }) { return true }
    // `section_start:1700000000:step_script`
    let isOfName = { (byte: UInt8) in byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
    return before[...last].lastIndex { !isOfName($0) }.map { line[$0] == UInt8(ascii: ":") } ?? false
  }
}

extension BidirectionalCollection {
  /// The longest end of which every element satisfies a predicate.
  fileprivate func suffix(while isMember: (Element) -> Bool) -> SubSequence {
    self[(lastIndex { !isMember($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}

extension Unicode.Scalar {
  fileprivate var isLowercaseOrDash: Bool { (isASCIILetter && !isASCIIUppercase) || self == "-" }
}
