import Decoding

/// An absolute address of the web.
enum WebAddress {
  /// Whether a text is `http://` or `https://`, a host, and nothing that would need quoting in HTML or a header.
  static func isValid(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: { begins(text, with: $0) }) else { return false }
    let rest = text.unicodeScalars.dropFirst(scheme.utf8.count)
    return switch rest.first {
    case nil, "/", "?", "#", ":", ".": false
    default: rest.allSatisfy(isAllowed)
    }
  }

  /// The case of letters does not count in a scheme.
  private static func begins(_ text: String, with scheme: String) -> Bool {
    let isSame = { (byte: UInt8, other: UInt8) in byte == other || (byte | 0x20 == other && Unicode.Scalar(other).isASCIILetter) }
    return text.utf8.count >= scheme.utf8.count && zip(text.utf8, scheme.utf8).allSatisfy(isSame)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "<", ">", "\\", "^", "`", "{", "|", "}": false
    case "!"..."~": true
    default: scalar.value > 0x20 && !scalar.isControl && !scalar.properties.isWhitespace
    }
  }
}
