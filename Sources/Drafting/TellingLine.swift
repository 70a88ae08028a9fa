package import Decoding

/// The line of a raw text that says what went wrong.
///
/// Each line gets points for what stands in it behind the prefixes of logs, and the best is taken; of equals the first, as what comes
/// first causes the rest.
///
/// - For: `Caused by:`, of which the last is the root; the name of an error's class (`ConnectionRefusedError:`); a code (`ECONNREFUSED`,
///   `ORA-12541`, `SQLSTATE[`, `CrashLoopBackOff`); a level (`error`, `FATAL`); words of failure (`refused`, `not found`).
/// - Against: frames of a stack, source code, a typed command, hints and advice, levels below an error, and what only wraps another
///   program's failure or tells an exit status.
package struct TellingLine: Sendable {
  /// 1-based.
  package let number: Int
  package let line: NormalizedLine
  /// What speaks for it, in words.
  package let reasons: [String]

  /// What speaks against a line may outweigh the one thing that speaks for it, as in the only line there is.
  private static let fewestPoints = -20

  /// - Returns: nil when no line looks like an error.
  package static func find(in lines: [NormalizedLine]) -> TellingLine? {
    var best: (line: TellingLine, points: Int)?
    for line in lines {
      let clues = LineClues(line)
      guard clues.points > Self.fewestPoints, !clues.reasons.isEmpty else { continue }
      // The last cause is the root.
      if best == nil || clues.points > best?.points ?? 0 || clues.isCause && clues.points == best?.points {
        best = (TellingLine(number: line.number, line: line, reasons: clues.reasons), clues.points)
      }
    }
    return best?.line
  }
}

/// What speaks for a line, and against it.
private struct LineClues {
  private(set) var points = 0
  private(set) var reasons: [String] = []
  private(set) var isCause = false

  init(_ line: NormalizedLine) {
    let text = String(String.UnicodeScalarView(line.scalars[(line.startMarks.last ?? 0)...])).trimmed
    let whole = String(String.UnicodeScalarView(line.scalars)).lowercased()
    let folded = text.lowercased()
    guard !text.isEmpty else { return }
    if folded.hasPrefix("caused by:") {
      isCause = true
      add(70, "the last 'Caused by:'")
    } else if let name = ErrorName.className(in: text) {
      add(40, "an error's class (\(name))")
    }
    if let code = ErrorName.code(in: text) { add(30, "a code (\(code))") }
    let words = Set(whole.split { !$0.isLetter }.map(String.init))
    if let level = Self.levels.first(where: words.contains) { add(15, "the word '\(level)'") }
    if Self.namesProgram(text) { add(6, "a program's name before it") }
    if words.count < 3, points < 20 { points -= 10 }
    let failures = isCause ? [] : Self.failures.filter(folded.contains)
    if let failure = failures.first { add(12 + min(8, 4 * (failures.count - 1)), "'\(failure)'") }
    if Self.frames.contains(where: folded.hasPrefix) || Self.isFrame(folded) { points -= 60 }
    if Self.isCode(text) { points -= 40 }
    if whole.contains("$ ") && line.startMarks.count > 1 && Self.isPrompt(line) { points -= 60 }
    if Self.wrappers.contains(where: folded.contains) { points -= 35 }
    if Self.advice.contains(where: folded.hasPrefix) { points -= 25 }
    if !words.isDisjoint(with: ["info", "debug", "notice", "trace"]), words.isDisjoint(with: Self.levels) { points -= 15 }
    if !words.isDisjoint(with: ["warning", "warn", "deprecated"]) { points -= 10 }
  }

  private mutating func add(_ count: Int, _ reason: String) {
    points += count
    reasons.append(reason)
  }

  private static let levels = ["fatal", "panic", "critical", "crit", "emerg", "severe", "alert", "error", "err", "failed", "failure"]

  private static let failures = [
    "refused", "denied", "not found", "no such", "cannot", "can't", "can not", "could not", "couldn't", "unable to", "failed to", "failed",
    "invalid", "missing", "already in use", "already exists", "in use", "timed out", "timeout", "exceeded", "not permitted",
    "not allowed", "does not exist", "doesn't exist", "unknown", "undefined", "unexpected", "unsupported", "too many", "too large",
    "out of memory", "no space left", "expired", "rejected", "unreachable", "not set", "is required", "must be", "killed", "conflict",
    "violates", "mismatch", "unauthorized", "forbidden", "no module named", "unresolved", "not valid", "not defined", "locked", "broken",
    "closed by", "reset by", "aborted", "not configured", "not support", "unhealthy", "undefined reference", "oom-killer", "problem:",
    "could not be", "incorrect", "out of", "too long", "no matching", "not a ", "blocked", "read-only", "required",
  ]

  /// `psql: error: …`, `curl: (60) …`.
  private static func namesProgram(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix(": ") else { return false }
    let name = text[..<colon]
    return (2...24).contains(name.count) && name.allSatisfy { $0.isLowercase || $0.isNumber || "-_.".contains($0) }
  }

  private static let frames = ["at ", "file \"", "goroutine ", "from /", "... ", "stack trace", "traceback", "in <module>", "emitted '"]

  /// `#0 …`, `/usr/lib/go/panic.go:1047 +0x5d`, lines of carets.
  private static func isFrame(_ folded: String) -> Bool {
    if folded.hasPrefix("#"), folded.dropFirst().first?.isNumber == true { return true }
    if folded.hasPrefix("/"), folded.contains(" +0x") { return true }
    return folded.allSatisfy { "^~- |".contains($0) }
  }

  private static func isCode(_ text: String) -> Bool {
    if ["throw ", "raise ", "return ", "import ", "require("].contains(where: text.hasPrefix) { return true }
    return text.hasSuffix(";") || text.hasSuffix("{") || text.hasSuffix("});")
  }

  private static func isPrompt(_ line: NormalizedLine) -> Bool {
    let before = line.scalars[..<(line.startMarks.last ?? 0)]
    return before.suffix(2).elementsEqual("$ ".unicodeScalars) || before.suffix(2).elementsEqual("# ".unicodeScalars)
  }

  private static let wrappers = [
    "exit code", "exit status", "exited with", "elifecycle", "process completed", "command failed", "failed to solve", "non-zero",
    "main process exited", "build step", "job failed", "failed with result", "script returned", "returned a non-zero", "lifecycle script",
    "back-off restarting", "backoff restarting", "finished: failure", "exit-code", "marked build", "uncaughtexception",
  ]

  private static let advice = [
    "hint", "note", "help", "try ", "see ", "for more", "more details", "more info", "a complete log", "please", "you can", "use ",
    "did you", "run ", "consider ", "if you", "make sure", "check ", "reason: ", "retrying", "this is probably not", "action:",
  ]
}

extension String {
  /// Without blanks around it.
  var trimmed: String {
    let start = unicodeScalars.drop { $0 == " " }
    let end = start.reversed().drop { $0 == " " }.reversed()
    return String(String.UnicodeScalarView(end))
  }
}
