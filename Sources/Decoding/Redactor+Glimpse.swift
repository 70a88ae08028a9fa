// Most texts hold no secret: one look at their bytes tells so, and nothing else is done.

extension Redactor {
  static func mayHoldSecret(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(mayHoldSecret)
  }

  /// Whether something in a text may be a secret or an e-mail address; if not, `secretRanges` finds none.
  ///
  /// - Parameter text: Perhaps not UTF-8: everything that a secret is known by is ASCII.
  /// - Complexity: O(n) in the bytes.
  package static func mayHoldSecret(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard isNameByte(byte) else {
        // Of an e-mail address, or of one with a password.
        if byte == UInt8(ascii: "@") { return true }
        position += 1
        continue
      }
      let start = position
      var isInWord = false
      while position < text.count, isNameByte(text[position]) {
        let wasInWord = isInWord
        isInWord = isAlphanumericByte(text[position])
        if isInWord, !wasInWord, tokenBeginnings.holds(at: position, in: text) { return true }
        position += 1
      }
      if mayTellSecret(start..<position, in: text) { return true }
    }
    return false
  }

  /// Whether a name may be followed by a secret.
  private static func mayTellSecret(_ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.upperBound < text.count else { return false }
    switch text[name.upperBound] {
    case UInt8(ascii: "/"): if webhookHosts.contains(where: { ends(name, $0, in: text) }) { return true }
    case UInt8(ascii: " "):
      switch text[name.upperBound - 1] | 0x20 {
      case UInt8(ascii: "r"): if ends(name, "bearer", in: text) { return true }
      case UInt8(ascii: "n"): if ends(name, "-----begin", in: text) { return true }
      default: break
      }
    default: break
    }
    guard isFlag(name, in: text) || isFollowedBySign(name.upperBound, in: text) else { return false }
    let isQuery = name.lowerBound > 0 && (text[name.lowerBound - 1] == UInt8(ascii: "?") || text[name.lowerBound - 1] == UInt8(ascii: "&"))
    return (isQuery && (ends(name, "sig", in: text) || ends(name, "signature", in: text))) || hasEndingOfSecret(name, in: text)
  }

  /// What the hosts in `webhooks` end in.
  private static let webhookHosts: [StaticString] = ["slack.com", "discord.com", "discordapp.com", "telegram.org", "office.com"]

  /// As `--password`, perhaps behind `\n`.
  private static func isFlag(_ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return text[name.lowerBound] == hyphen || (name.count > 1 && text[name.lowerBound + 1] == hyphen)
  }

  /// Whether `=` or `:` follows, behind a quote, a bracket and blanks, as `Separator` reads them.
  private static func isFollowedBySign(_ end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = end
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "="), UInt8(ascii: ":"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"),
        UInt8(ascii: "]"):
        guard position - end < 20 else { return false }
        position += 1
      default: return false
      }
    }
    return false
  }

  /// The last two letters of each ending that `sensitivity` knows, as one number.
  private static let endings: Set<UInt16> = Set(
    (passwordEndings + credentialEndings + ["authorization", "cookie", "pass", "auth"]).map { ending in
      ending.utf8.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
    })

  /// Whether `sensitivity` must be asked: digits behind the name, and separators within, say nothing.
  private static func hasEndingOfSecret(_ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var ending: UInt16 = 0
    var length: UInt16 = 0
    for byte in text[name].reversed() where isLetterByte(byte) {
      ending |= UInt16(byte | 0x20) << (8 * length)
      length += 1
      guard length < 2 else { break }
    }
    guard length == 2, endings.contains(ending) else { return false }
    let scalars = text[name].map { Unicode.Scalar($0) }
    return sensitivity(of: scalars[...]) != nil || sensitivity(of: scalars.dropFirst()) != nil
  }

  /// Whether a name ends in letters, in either case.
  private static func ends(_ name: Range<Int>, _ ending: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    ending.withUTF8Buffer { ending in
      name.count >= ending.count
        && zip(text[(name.upperBound - ending.count)..<name.upperBound], ending).allSatisfy { byte, letter in
          byte == letter || (isLetterByte(byte) && byte | 0x20 == letter)
        }
    }
  }

  // MARK: Bytes

  private static func isLetterByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isAlphanumericByte(_ byte: UInt8) -> Bool { isLetterByte(byte) || byte &- 0x30 < 10 }

  /// What the names of secrets are made of.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumericByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Words by their first two letters.
  struct BeginningTable: Sendable {
    private let words: [[UInt8]]
    /// For each first byte, the second ones by their last six bits: what is not here is no beginning.
    private let seconds: [UInt64]

    /// - Parameter words: Of ASCII, of two letters or more.
    init(_ words: [[Unicode.Scalar]]) {
      self.words = words.map { $0.map { UInt8($0.value) } }
      seconds = self.words.reduce(into: Array(repeating: 0, count: 256)) { $0[Int($1[0])] |= 1 << UInt64($1[1] & 63) }
    }

    func holds(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard position + 1 < text.count, seconds[Int(text[position])] >> UInt64(text[position + 1] & 63) & 1 == 1 else { return false }
      return words.contains { text[position...].starts(with: $0) }
    }
  }
}
