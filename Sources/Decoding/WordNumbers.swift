/// Words by number, and numbers by word. Words are ASCII and folded.
///
/// Open addressing over one run of bytes: the words of ten thousand signatures are numbered before a reader notices.
struct WordNumbers {
  private static let empty: Int32 = -1

  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int] = []
  /// Numbers at the places that their words' hashes ask for, or behind; a power of two of them.
  private var slots: [Int32]

  /// - Parameter count: About how many words are expected.
  init(expecting count: Int) {
    slots = Array(repeating: Self.empty, count: 1 << (Int.bitWidth - max(16, count * 2).leadingZeroBitCount))
  }

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  /// The number of a word; nil for one that has none.
  func number(of word: ArraySlice<UInt8>) -> Int? {
    let number = slots[slot(of: word)]
    return number == Self.empty ? nil : Int(number)
  }

  /// The number of a word, the next one for a new word.
  mutating func number(adding word: ArraySlice<UInt8>) -> Int {
    let slot = slot(of: word)
    guard slots[slot] == Self.empty else { return Int(slots[slot]) }
    slots[slot] = Int32(ends.count)
    bytes += word
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: Self.empty, count: slots.count * 2)
    for number in ends.indices { slots[slot(of: bytes[range(number)])] = Int32(number) }
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// Where the word's number stands, or would stand.
  private func slot(of word: ArraySlice<UInt8>) -> Int {
    // FNV-1a, its high bits mixed into those that are used.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != Self.empty, !isWord(Int(slots[slot]), word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isWord(_ number: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == word.count else { return false }
    for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[word.startIndex + offset] { return false }
    return true
  }
}
