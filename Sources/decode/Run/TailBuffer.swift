/// The end of a stream of bytes, in bounded memory.
struct TailBuffer {
  private let capacity: Int
  private var bytes: [UInt8] = []
  /// Where the next byte goes once the buffer is full.
  private var next = 0
  /// How many ends of lines were pushed out.
  private(set) var droppedLines = 0

  init(capacity: Int) { self.capacity = capacity }

  mutating func append(_ part: ArraySlice<UInt8>) {
    var part = part
    if part.count > capacity {
      droppedLines += Self.lines(in: part.dropLast(capacity))
      part = part.suffix(capacity)
    }
    let room = part.prefix(capacity - bytes.count)
    bytes += room
    part = part.dropFirst(room.count)
    while !part.isEmpty {
      let chunk = part.prefix(capacity - next)
      droppedLines += Self.lines(in: bytes[next..<(next + chunk.count)])
      bytes.replaceSubrange(next..<(next + chunk.count), with: chunk)
      next = (next + chunk.count) % capacity
      part = part.dropFirst(chunk.count)
    }
  }

  /// What is left, from the beginning of a line on; how many lines were before it.
  func text() -> (bytes: [UInt8], linesBefore: Int) {
    guard bytes.count == capacity else { return (bytes, 0) }
    let all = Array(bytes[next...] + bytes[..<next])
    // Exactly full, or cut: the first line may have lost its beginning. A single line is kept all the same.
    guard droppedLines > 0 || next > 0, let end = all.firstIndex(of: 0x0A), end + 1 < all.count else { return (all, droppedLines) }
    return (Array(all[(end + 1)...]), droppedLines + 1)
  }

  private static func lines(in part: ArraySlice<UInt8>) -> Int { part.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
}
