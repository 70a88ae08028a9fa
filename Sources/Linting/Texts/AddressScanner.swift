import Decoding

/// Finds addresses of machines on the public internet in a text.
enum AddressScanner {
  /// Where they stand, in order. Four numbers of a version are none.
  ///
  /// - Parameter text: Perhaps not UTF-8: what is looked for, and what ends it, is ASCII.
  static func publicAddresses(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < text.count {
      guard isPart(text[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < text.count, isPart(text[position]) { position += 1 }
      // Every address that is looked for begins with a digit.
      if isDigit(text[start]), let range = publicAddress(in: start..<position, of: text) { found.append(range) }
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A letter, a digit, `_`, `.`, `:` or `-`.
  private static func isPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 11 || byte == 0x2E || byte == 0x2D || byte == 0x5F
  }

  private static func publicAddress(in word: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    // A slash before it: `Chrome/120.0.6099.1`, a path; but not that of `https://`.
    let start = word.lowerBound
    let isBehindScheme = start >= 3 && text[(start - 3)..<start].elementsEqual("://".utf8)
    if start > 0, text[start - 1] == UInt8(ascii: "/"), !isBehindScheme { return nil }
    var end = word.upperBound
    while end > start, !isDigit(text[end - 1]), text[end - 1] != 0x5F, (text[end - 1] | 0x20) &- 0x61 >= 26 { end -= 1 }
    let colons = text[start..<end].count { $0 == UInt8(ascii: ":") }
    if colons >= 2 { return isPublicIPv6(text[start..<end]) ? start..<end : nil }
    let address = start..<(text[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end)
    guard let bytes = ipv4(text[address]), isPublic(bytes), !isVersion(before: start, of: text) else { return nil }
    return address
  }

  private static let versionMarks = [
    "version ", "version: ", "version=", "version \"", "version '", "version=\"", "version='", "version: \"", "version: '", "ver ",
    "release ", "==", ">=", "<=", "~=",
  ].map { Array($0.utf8) }

  /// `version 1.2.3.4`, `newVersion="1.2.3.4"`, `==1.2.3.4`.
  private static func isVersion(before start: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    versionMarks.contains { mark in
      start >= mark.count
        && zip(text[(start - mark.count)..<start], mark).allSatisfy { byte, letter in byte == letter || isCapital(byte, of: letter) }
    }
  }

  private static func isCapital(_ byte: UInt8, of letter: UInt8) -> Bool { letter &- 0x61 < 26 && byte == letter & 0xDF }

  /// Four numbers up to 255, none with a zero before it.
  private static func ipv4(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [Int]? {
    var numbers: [Int] = []
    var digits = 0
    var number = 0
    for byte in text {
      if isDigit(byte) {
        guard digits == 0 || number > 0 else { return nil }
        number = number * 10 + Int(byte - 0x30)
        digits += 1
        guard digits <= 3, number <= 255 else { return nil }
      } else {
        guard byte == UInt8(ascii: "."), digits > 0, numbers.count < 3 else { return nil }
        numbers.append(number)
        (digits, number) = (0, 0)
      }
    }
    return digits > 0 && numbers.count == 3 ? numbers + [number] : nil
  }

  /// Neither private, loopback, link-local, shared, multicast, reserved nor for documentation (RFC 6890, RFC 5737), nor a resolver that
  /// everybody knows; a first number below 10 is more often a version's than a machine's.
  private static func isPublic(_ bytes: [Int]) -> Bool {
    if resolvers.contains(bytes) { return false }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0...10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): return false
    case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113), (192, 88, 99): return false
    default: return true
    }
  }

  private static let resolvers: Set<[Int]> = [[149, 112, 112, 112], [208, 67, 222, 222], [208, 67, 220, 220]]

  /// Global unicast (2000::/3) but for documentation (2001:db8::/32, 3fff::/20) and well-known resolvers.
  private static func isPublicIPv6(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Four digits of the first group: what is a time is not looked at any further.
    guard text.count > 4, text[text.startIndex + 4] == UInt8(ascii: ":") else { return false }
    let address = String(decoding: text, as: UTF8.self).lowercased()
    guard address.hasPrefix("2") || address.hasPrefix("3"), HoleType.ip.isValid(address) else { return false }
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    guard groups[0].count == 4 else { return false }
    let isDocumentation = (groups[0] == "2001" && (groups[1] == "db8" || groups[1] == "0db8")) || groups[0] == "3fff"
    return !isDocumentation && !address.hasPrefix("2001:4860:4860:") && !address.hasPrefix("2606:4700:4700:")
      && !address.hasPrefix("2620:fe:")
  }
}
