/// Decodes a text that comes in parts, in bounded memory however long it is.
///
/// `append` what there is, then `finish`. A copy of a session can be finished to see what there is so far.
public struct DecodingSession: Sendable {
  /// Up to this many bytes a text is a paste, and may have been wrapped by a terminal; a longer one is a log.
  static let pasteLimit = 1 << 20
  /// A line of more bytes is looked at before its end has come.
  static let lineLimit = 4 << 20
  /// How much of a log's end is kept for guesses, and for joining with what follows.
  static let tail = 65_536

  /// Does something for each number below a count, perhaps side by side, and returns when all is done.
  public typealias Performer = @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

  private let matcher: Matcher
  private let blockSize: Int
  private let perform: Performer?
  private let pasteLimit: Int
  private let tail: Int
  private var decoding = ByteDecoding()
  private var buffer: [UInt8] = []
  /// Of the buffer's first byte.
  private var origin = Segment.Place()
  /// Everything before this offset of the buffer has been looked at.
  private var done = 0
  /// Of lines of the buffer; the last place is `done`.
  private var numbers = LineNumbers([LineNumbers.Mark(offset: 0, number: Segment.Place().number)])
  private var isLog = false
  /// No limit is searched before the buffer has so many bytes: small parts of a long line are not worth a search each.
  private var nextSearch = 0
  private var collector: HitCollector
  private var levelLines = LevelLines()
  /// How many bytes the text has, once decoded, before the buffer.
  private var dropped = 0

  /// What is kept of the text, in bytes, and of what was found in it: bounded, and for tests to see.
  var kept: (bytes: Int, hits: Int) { (buffer.count, collector.pendingCount) }

  init(
    _ matcher: Matcher, blockSize: Int = 1 << 20, pasteLimit: Int = Self.pasteLimit, tail: Int = Self.tail, perform: Performer? = nil,
    traced: Int? = nil
  ) {
    self.matcher = matcher
    self.blockSize = blockSize
    self.pasteLimit = pasteLimit
    self.tail = tail
    self.perform = perform
    collector = HitCollector(matcher.tables, traced: traced)
  }

  /// The first hits of the traced entry, and what became of each.
  var fates: [(hit: Hit, fate: Ranker.Fate)] { collector.fates }

  /// Takes the next part of the text.
  ///
  /// - Throws: `IndexFailure` when the index is not what its tables say.
  /// - Complexity: O(n) in the bytes.
  public mutating func append(_ bytes: some Sequence<UInt8>) throws(IndexFailure) {
    decoding.append(bytes, to: &buffer)
    if dropped + buffer.count > pasteLimit { isLog = true }
    while isLog, buffer.count - done >= blockSize, buffer.count >= nextSearch {
      guard let limit = nextLimit() else {
        nextSearch = nextSearchSize
        return
      }
      nextSearch = 0
      try look(upTo: limit)
      drop()
    }
  }

  /// What the whole text holds, best first, and the lines to compare when that is nothing.
  mutating func finish() throws(IndexFailure) -> (ranked: [Ranker.Ranked], lines: [NormalizedLine]) {
    decoding.finish(&buffer)
    if dropped + buffer.count > pasteLimit { isLog = true }
    if !isLog { try lookAtWrappedLines() }
    try look(upTo: buffer.count)
    collector.settle(through: .max, isLast: true)
    let ranked = collector.ranked()
    return (ranked, ranked.isEmpty ? linesForGuesses() : [])
  }

  // MARK: Blocks

  /// When to look for a limit again that was not found: after as much again, so that no byte is looked at often, but before a line is too long.
  private var nextSearchSize: Int {
    let waiting = buffer.count - done
    return waiting <= Self.lineLimit ? done + min(2 * waiting, Self.lineLimit + 1) : buffer.count + blockSize
  }

  /// Up to where lines can be looked at: two more lines must be there behind each; nil when more bytes are needed.
  private func nextLimit() -> Int? {
    buffer.withUnsafeBufferPointer { text in
      var ends = 0
      var position = text.count
      let floor = max(done, text.count - Self.lineLimit)
      while position > floor {
        position -= 1
        if text[position] == 0x0A {
          ends += 1
          // Behind this one come two whole lines.
          if ends == 3 { return position + 1 > done ? position + 1 : nil }
        }
      }
      return text.count - done > Self.lineLimit ? pieceLimit(in: text) : nil
    }
  }

  /// A place between two pieces of a line that is too long to wait for.
  private func pieceLimit(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var walk = lineWalk(text)
    var line = walk.line(at: done)
    var segments = line.segments.filter { $0.bytes.lowerBound > done }
    while let next = walk.line(after: line) {
      line = next
      segments += line.segments
    }
    return segments.count > 3 ? segments[segments.count - 4].bytes.lowerBound : nil
  }

  private func lineWalk(_ text: UnsafeBufferPointer<UInt8>) -> LineWalk { LineWalk(text, origin: origin, numbers: numbers) }

  private mutating func look(upTo limit: Int) throws(IndexFailure) {
    guard limit > done else { return }
    let buffer = buffer
    let failure: IndexFailure? = buffer.withUnsafeBufferPointer { text in
      let findings = search(text, done..<limit)
      numbers.add(findings.feeds)
      do throws(IndexFailure) {
        var look = BlockLook(lineWalk(text), range: done..<limit, matcher: matcher, collector: collector, unwrapped: unwrapped)
        // What is handed over is taken back below: one owner at a time, so that nothing is copied.
        collector = HitCollector(matcher.tables)
        defer { collector = look.collector }
        try look.run(findings)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    if !collector.hasAnswer {
      buffer.withUnsafeBufferPointer { text in
        levelLines.add(done..<limit, of: text, scan: matcher.scan, walk: lineWalk(text))
      }
    }
    done = limit
  }

  /// Matches over the ends of lines that a terminal broke: by line, the pattern and where it begins.
  private var unwrapped = UnwrappedPlaces()

  private mutating func lookAtWrappedLines() throws(IndexFailure) {
    let buffer = buffer
    let result: Result<UnwrappedPlaces, IndexFailure> = buffer.withUnsafeBufferPointer { text in
      do throws(IndexFailure) {
        return .success(
          try UnwrappedPlaces(in: text, matcher: matcher, collector: &collector))
      } catch {
        return .failure(error)
      }
    }
    unwrapped = try result.get()
  }

  private func search(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Matcher.Findings {
    // A block is a little shorter than its size: its last lines wait for those behind them.
    guard let perform, range.count >= blockSize / 2 else { return matcher.search(text, range) }
    return SideBySide.search(text, range, matcher: matcher, perform: perform)
  }

  /// Forgets what has been looked at, but for the lines that may still be joined or compared.
  private mutating func drop() {
    let (offset, place) = buffer.withUnsafeBufferPointer { text -> (Int, Segment.Place) in
      var walk = lineWalk(text)
      let line = walk.line(at: max(0, done - tail - 1))
      let segment = line.segments.last { $0.bytes.lowerBound <= done - tail } ?? line.segments[0]
      // A line is kept whole unless it is one that is too long for that.
      return done - line.start > Self.lineLimit
        ? (segment.bytes.lowerBound, segment.place) : (line.start, line.segments[0].place)
    }
    buffer.removeFirst(offset)
    origin = place
    done -= offset
    dropped += offset
    let number = numbers.marks[numbers.marks.count - 1].number
    numbers = LineNumbers([LineNumbers.Mark(offset: 0, number: place.number), LineNumbers.Mark(offset: done, number: number)])
  }

  // MARK: Guesses

  /// The segments that begin in the text's last 64 KiB, and before them the last lines with a word such as `error`.
  private func linesForGuesses() -> [NormalizedLine] {
    buffer.withUnsafeBufferPointer { text in
      let floor = text.count - tail
      var walk = lineWalk(text)
      var segments: [Segment] = []
      var next: FoundLine? = text.isEmpty ? nil : walk.line(at: max(0, floor))
      while let line = next {
        segments += line.segments
        next = walk.line(after: line)
      }
      let last = segments.filter { $0.bytes.lowerBound >= floor }
      let tail = last.isEmpty ? Array(segments.suffix(1)) : last
      let earlier = levelLines.lines(before: tail.first?.place.number ?? .max)
      return earlier + tail.map { Normalizer.line(of: $0, in: text) }
    }
  }
}
