import Decoding

/// Finds addresses of machines on the public internet in a text.
enum AddressScanner {
  /// Where they stand, in order. Four numbers of a version are none.
  static func publicAddresses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < scalars.count {
      guard isPart(scalars[position]) else {
        position += 1
        continue
      }
      let end = scalars[position...].firstIndex { !isPart($0) } ?? scalars.count
      if let range = publicAddress(in: position..<end, of: scalars) { found.append(range) }
      position = end
    }
    return found
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordScalar || scalar == "." || scalar == ":" || scalar == "-" }

  private static func publicAddress(in word: Range<Int>, of scalars: [Unicode.Scalar]) -> Range<Int>? {
    // A slash before it: `Chrome/120.0.6099.1`, a path; but not that of `https://`.
    let start = word.lowerBound
    let isBehindScheme = start >= 3 && scalars[(start - 3)..<start].elementsEqual("://".unicodeScalars)
    if start > 0, scalars[start - 1] == "/", !isBehindScheme { return nil }
    var end = word.upperBound
    while end > word.lowerBound, ".:-".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    let text = scalars[word.lowerBound..<end]
    let colons = text.count { $0 == ":" }
    if colons >= 2 { return isPublicIPv6(text) ? word.lowerBound..<end : nil }
    let address = text.prefix { $0 != ":" }
    guard let bytes = ipv4(address), isPublic(bytes), !isVersion(before: word.lowerBound, of: scalars) else { return nil }
    return word.lowerBound..<address.endIndex
  }

  /// `version 1.2.3.4`, `==1.2.3.4`.
  private static func isVersion(before start: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let before = String(String.UnicodeScalarView(scalars[max(0, start - 12)..<start].map(\.folded)))
    return ["version ", "version: ", "version=", "version \"", "version '", "ver ", "release ", "==", ">=", "<=", "~="].contains(
      where: before.hasSuffix)
  }

  private static func ipv4(_ text: ArraySlice<Unicode.Scalar>) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part in
      part.count <= 3 && !part.isEmpty && part.allSatisfy(\.isDigit) && (part.count == 1 || part.first != "0")
        ? Int(String(String.UnicodeScalarView(part))) : nil
    }
    return numbers.count == 4 && numbers.allSatisfy { $0 <= 255 } ? numbers : nil
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
  private static func isPublicIPv6(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let address = String(String.UnicodeScalarView(text.map(\.folded)))
    guard HoleType.ip.isValid(address) else { return false }
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    guard groups[0].count == 4, groups[0].hasPrefix("2") || groups[0].hasPrefix("3") else { return false }
    let isDocumentation = (groups[0] == "2001" && (groups[1] == "db8" || groups[1] == "0db8")) || groups[0] == "3fff"
    return !isDocumentation && !address.hasPrefix("2001:4860:4860:") && !address.hasPrefix("2606:4700:4700:")
      && !address.hasPrefix("2620:fe:")
  }
}
