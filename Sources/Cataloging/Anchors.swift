/// The anchors of one page, each given out once.
struct Anchors {
  /// All that were given out.
  private(set) var used = Set<String>(minimumCapacity: 16)

  /// An anchor for a title: the prefix, then lower-case ASCII letters and digits with one `-` for every other run.
  ///
  /// A repeat ends in `-2`, `-3` and so on; a title without any such letter gets its number alone.
  mutating func make(prefix: String, title: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(prefix.utf8.count + 1 + title.utf8.count)
    bytes += prefix.utf8
    var isInWord = false
    for byte in Array(title.utf8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !isInWord { bytes.append(UInt8(ascii: "-")) }
        // The bit makes capitals small, and digits have it.
        bytes.append(byte | 0x20)
        isInWord = true
      default: isInWord = false
      }
    }
    let hasWords = bytes.count > prefix.utf8.count
    let base = String(decoding: bytes, as: UTF8.self)
    if hasWords, used.insert(base).inserted { return base }
    var number = hasWords ? 2 : 1
    while !used.insert("\(base)-\(number)").inserted { number += 1 }
    return "\(base)-\(number)"
  }
}
