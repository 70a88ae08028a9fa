import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `decode --follow`: prints an answer as soon as the text holds it, while more text comes.
struct Follower {
  private let decoder: ErrorDecoder
  private let options: DecodeOptions
  private var printed: Set<String> = []

  init(decoder: ErrorDecoder, options: DecodeOptions) { (self.decoder, self.options) = (decoder, options) }

  /// After so many milliseconds without more, what has come is looked at.
  private static let pause: Int32 = 200
  /// A source that never pauses is looked at after so many bytes.
  private static let burst = 4 << 20

  /// - Returns: 0 when something matched, 1 when nothing did.
  func status() throws -> Int32 {
    var follower = self
    return try follower.run()
  }

  private mutating func run() throws -> Int32 {
    let descriptor = try Input.open(file: options.file)
    let path = options.file ?? "standard input"
    var session = decoder.session()
    var unseen = 0
    while true {
      if unseen > 0, unseen >= Self.burst || !Self.hasMore(descriptor) {
        try look(session)
        unseen = 0
      }
      let part = try Input.chunk(from: descriptor, path: path)
      if part.isEmpty { break }
      try session.append(part)
      unseen += part.count
    }
    try look(session)
    if printed.isEmpty, options.format == .text { Stream.standardError.write("decode: nothing matched\n") }
    return printed.isEmpty ? 1 : 0
  }

  private static func hasMore(_ descriptor: Int32) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, pause) > 0
  }

  /// Prints the entries that were not there before; a copy of the session is ended, and the session goes on.
  private mutating func look(_ session: DecodingSession) throws {
    var ended = session
    let answer = try decoder.finish(&ended)
    let new = answer.diagnoses.filter { !printed.contains($0.entry.slug) }
    guard !new.isEmpty, printed.count < options.top ?? .max else { return }
    for diagnosis in new.prefix((options.top ?? .max) - printed.count) {
      let one = Answer(diagnoses: [diagnosis])
      let formatter = AnswerFormatter(
        options: options, tables: decoder.tables, given: try options.given(for: [diagnosis]),
        terminal: Terminal.standardOutput(color: options.color), place: options.file.map { TextPlace.file($0) } ?? .standardInput)
      if !printed.isEmpty, options.format == .text { Stream.standardOutput.write("\n") }
      Stream.standardOutput.write(formatter.output(for: one, of: []))
      printed.insert(diagnosis.entry.slug)
    }
  }
}
