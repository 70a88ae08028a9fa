/// Text made fit for HTML, scalar by scalar.
///
/// Going by `Character` would let a quote pass that has a combining mark behind it: for Swift the two are one character, for a
/// browser the quote still closes the attribute.
enum HTML {
  /// The text for the inside of an element or of a quoted attribute. What HTML cannot hold becomes U+FFFD.
  static func escaped(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy(isPlain) { return String(text) }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count * 5 / 4)
    append(escaped: text, to: &escaped)
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The same, behind other bytes.
  static func append(escaped text: some StringProtocol, to escaped: inout [UInt8]) {
    if text.utf8.allSatisfy(isPlain) {
      escaped.append(contentsOf: text.utf8)
      return
    }
    // Most bytes stand for themselves and are taken in runs; what does not is looked at scalar by scalar.
    var rest = Substring(text)
    while let place = rest.utf8.firstIndex(where: { !isPlain($0) }) {
      escaped.append(contentsOf: rest.utf8[..<place])
      let scalar = rest.unicodeScalars[place]
      switch scalar {
      case "&": escaped += "&amp;".utf8
      case "<": escaped += "&lt;".utf8
      case ">": escaped += "&gt;".utf8
      case "\"": escaped += "&quot;".utf8
      case "'": escaped += "&#39;".utf8
      default: escaped += String(isForbidden(scalar) ? "\u{FFFD}" : scalar).utf8
      }
      rest = rest[rest.unicodeScalars.index(after: place)...]
    }
    escaped.append(contentsOf: rest.utf8)
  }

  /// Escaped text in which no line ends behind a hyphen: `-sTCP` with its hyphen on the line above is no option any more.
  static func tied(_ escaped: String) -> String {
    escaped.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "<i>-</i>")
  }

  /// Raw text as a reader can see it: control characters as their pictures, what turns the reading direction by its number, line
  /// ends as line feeds.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A }) { return text }
    var visible = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0D where index + 1 < scalars.count && scalars[index + 1] == "\n": continue
      case 0x09, 0x0A: visible.append(scalar)
      case 0x00...0x1F: visible.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
      case 0x7F: visible.append("\u{2421}")
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C:
        visible.append(contentsOf: "[U+\(String(scalar.value, radix: 16, uppercase: true))]".unicodeScalars)
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// Whether a byte stands for itself, wherever it is met. Bytes that may begin a forbidden scalar do not.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x09, 0x0A: true
    case 0x00...0x1F, 0x7F, 0xC2, 0xEF...0xFF: false
    default: true
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
