import Synchronization

/// Searches the parts of a range at the same time.
enum SideBySide {
  /// - Parameter perform: Runs the searches, perhaps on several cores.
  static func search(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, matcher: Matcher, perform: DecodingSession.Performer
  ) -> Matcher.Findings {
    let partSize = 1 << 18
    let count = (range.count + partSize - 1) / partSize
    let results = Mutex([Matcher.Findings?](repeating: nil, count: count))
    // The bytes outlive the call, which waits for all parts.
    nonisolated(unsafe) let text = text
    perform(count) { index in
      let start = range.lowerBound + index * partSize
      let findings = matcher.search(text, start..<min(start + partSize, range.upperBound))
      results.withLock { $0[index] = findings }
    }
    var all = Matcher.Findings()
    for findings in results.withLock(\.self) {
      all.candidates += findings?.candidates ?? []
      all.disguises += findings?.disguises ?? []
      all.joints += findings?.joints ?? []
      all.feeds += findings?.feeds ?? []
    }
    return all
  }
}
