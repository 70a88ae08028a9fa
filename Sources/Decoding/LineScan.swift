internal import CScan

/// Looks through a range of bytes for ends of lines that a phrase may go on behind, and for lines that must be normalised to be searched.
struct LineScan {
  private let jointScan: JointScan
  private let text: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  /// By rising offsets.
  private(set) var joints: [JointScan.Place] = []
  /// A place in each line that is disguised or too long to be searched as it is; rising.
  private(set) var disguises: [Int] = []
  /// How many line feeds there are up to each of some offsets, counted from the one before; the last is the range's end.
  private(set) var feeds: [(end: Int, count: Int)] = []
  private var longLines: [Int] = []
  /// Behind the last line feed; a line may have begun before the range.
  private var lineStart: Int
  /// Where the last line ends that is known to be disguised.
  private var disguisedEnd = -1

  init(_ jointScan: JointScan, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (self.jointScan, self.text, self.range) = (jointScan, text, range)
    lineStart = range.lowerBound
  }

  /// - Complexity: O(n) in the bytes.
  mutating func run() {
    while lineStart > 0, text[lineStart - 1] != 0x0A, range.lowerBound - lineStart <= Segment.longest { lineStart -= 1 }
    let places = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * Stretch.room)
    defer { places.deallocate() }
    let suspects = places + Stretch.room
    for stretch in Stretch.all(in: text, range) {
      let counts = cscan_lines(stretch.range, places, suspects)
      feeds.append((stretch.range.end, counts.feeds))
      for index in 0..<counts.feeds { take(feedAt: stretch.range.start &+ Int(places[index])) }
      for index in 0..<counts.suspects { take(suspectAt: stretch.range.start &+ Int(suspects[index])) }
    }
    noteLongLine(upTo: range.upperBound)
    if !longLines.isEmpty { disguises = (disguises + longLines).sorted() }
  }

  @inline(__always)
  private mutating func take(feedAt feed: Int) {
    noteLongLine(upTo: feed)
    jointScan.addPlaces(at: feed, in: text, to: &joints)
    lineStart = feed + 1
  }

  private mutating func take(suspectAt place: Int) {
    guard place > disguisedEnd, Disguise.isDisguise(text, at: place) || jointScan.mayGoOn(behindEscapeAt: place, in: text) else { return }
    disguises.append(place)
    disguisedEnd = LineFeeds.first(in: text, from: place) ?? text.count
  }

  @inline(__always)
  private mutating func noteLongLine(upTo end: Int) {
    if end - lineStart > Segment.longest { longLines.append(max(lineStart, range.lowerBound)) }
  }
}
