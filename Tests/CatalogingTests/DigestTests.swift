import Cataloging
import Testing

struct DigestTests {
  private func digest(_ texts: [String]) -> Digest {
    var digester = Digester()
    for text in texts { digester.add(text) }
    return digester.digest
  }

  @Test func `things that differ only in where they are parted have different digests`() {
    let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [], [""], ["", ""], ["abc\0"]]
    #expect(Set(lists.map(digest)).count == lists.count)
  }

  @Test func `every byte of every length counts`() {
    var seen: Set<Digest> = []
    for length in 0...40 {
      let zeros = [UInt8](repeating: 0, count: length)
      seen.insert(Digest(of: zeros))
      for index in 0..<length {
        var bytes = zeros
        bytes[index] = 1
        seen.insert(Digest(of: bytes))
      }
    }
    #expect(seen.count == 41 + 40 * 41 / 2)
  }

  @Test func `a digest is the same in every process`() {
    #expect(Digest(of: Array("deploy".utf8)) == Digest(high: 0xbef5_184c_84e4_1536, low: 0x9c8c_2475_75e4_9923))
  }
}
