#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
      bytes.withUnsafeMutableBytes { buffer in
        chunk.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[next..<(next + chunk.count)]).copyMemory(from: $0) }
      }
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

  private static func lines(in part: ArraySlice<UInt8>) -> Int {
    part.withUnsafeBytes { buffer in
      guard var position = buffer.baseAddress else { return 0 }
      let end = position + buffer.count
      var count = 0
      while let found = memchr(position, 0x0A, end - position) {
        count += 1
        position = UnsafeRawPointer(found) + 1
      }
      return count
    }
  }
}
