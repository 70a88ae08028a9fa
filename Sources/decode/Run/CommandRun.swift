import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `decode run`: a command as if it were run without us, and an answer behind its output when it has failed.
struct CommandRun {
  let command: [String]
  let options: DecodeOptions
  let decoder: ErrorDecoder
  /// Whether we ignore the signal of a broken pipe only since we were started.
  let resetsBrokenPipes: Bool

  /// - Returns: the command's exit status; 128 and the signal's number when a signal has ended it.
  func status() throws -> Int32 {
    let closed = CommandStreams.reserveStandardStreams()
    let streams = try CommandStreams(closed: closed)
    guard let signals = SignalPipe.open() else { throw CommandStreams.Failure() }
    let identifier: pid_t
    do throws(Spawn.Failure) {
      let spawn = Spawn(
        command: command, targets: streams.targets, resetSignals: resetsBrokenPipes ? [SIGPIPE] : [], mask: signals.formerMask)
      identifier = try spawn.start()
    } catch {
      Stream.standardError.write(Terminal.visible("decode: \(error)\n"))
      return error.status
    }
    streams.closeCopies()
    var relay = Relay(command: identifier, streams: streams, signals: signals.descriptor)
    let outcome = relay.run()
    switch outcome.ending {
    case .status(0): return 0
    case .status(let status):
      try answer(outcome, ending: "exit status \(status)")
      return status
    case .signal(let signal):
      try answer(outcome, ending: "ended by signal \(signal)\(Self.name(of: signal).map { " (\($0))" } ?? "")")
      return 128 + signal
    }
  }

  private func answer(_ outcome: Relay.Outcome, ending: String) throws {
    let (text, linesBefore) = outcome.tail.text()
    let answer = try decoder.decode(text).moved(downBy: linesBefore)
    let terminal = Terminal.standardError(color: options.color)
    let isText = options.format == .text
    if isText, answer.diagnoses.isEmpty, outcome.wasAskedFor || outcome.lostReader { return }
    if !isStartOfLine(outcome) { Stream.standardError.write("\n") }
    if isText {
      let words = Terminal.visible(command.joined(separator: " "))
      let name = words.count > 40 ? words.prefix(39) + "…" : words
      let note = answer.diagnoses.isEmpty ? "; nothing matched" : ""
      Stream.standardError.write(terminal.styled("decode: \(name): \(ending)\(note)", .dim) + "\n")
      if answer.diagnoses.isEmpty { return }
      Stream.standardError.write("\n")
    }
    let given = options.givenWhereKnown(for: answer.diagnoses)
    let formatter = AnswerFormatter(options: options, tables: decoder.tables, given: given, terminal: terminal, place: .output)
    Stream.standardError.write(formatter.output(for: answer, of: text))
    if options.format == .github { StepSummary.append(formatter.markdown(of: answer, in: text)) }
  }

  /// Whether what is written to standard error begins a line.
  private func isStartOfLine(_ outcome: Relay.Outcome) -> Bool {
    let isShared = CommandStreams.areSame(STDOUT_FILENO, STDERR_FILENO)
    let last = outcome.lastBytes.filter { $0.key == STDERR_FILENO || isShared }
    return last.values.allSatisfy { $0 == 0x0A }
  }

  private static func name(of signal: Int32) -> String? {
    let names = [
      SIGHUP: "HUP", SIGINT: "INT", SIGQUIT: "QUIT", SIGILL: "ILL", SIGTRAP: "TRAP", SIGABRT: "ABRT", SIGBUS: "BUS", SIGFPE: "FPE",
      SIGKILL: "KILL", SIGUSR1: "USR1", SIGSEGV: "SEGV", SIGUSR2: "USR2", SIGPIPE: "PIPE", SIGALRM: "ALRM", SIGTERM: "TERM",
    ]
    return names[signal].map { "SIG" + $0 }
  }
}
