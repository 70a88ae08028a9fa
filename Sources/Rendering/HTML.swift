import Decoding

/// HTML in the making: our own markup, and text made fit for it. It can be made of nothing else, so that no text gets in unescaped.
///
/// It is bytes of UTF-8, because it is only ever appended to and written.
struct HTML: Sendable {
  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: How many bytes it is likely to take.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// What is fit for its place as it is: a template's own text, JSON for a script.
  init(fit bytes: [UInt8]) { self.bytes = bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func append(_ html: HTML) { bytes += html.bytes }

  /// Text for the inside of an element or of a quoted attribute. What HTML cannot hold becomes U+FFFD.
  mutating func append(escaped text: String) { text.withBytes { append(escaped: $0) } }

  mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    // The ampersand is replaced already.
    append(text, replacingAlso: UInt8(ascii: "&"), by: "&amp;")
  }

  /// Raw lines as a reader can see them, without the end of the last.
  mutating func append(verbatim text: String) {
    Self.visible(text).withBytes { lines in
      let end = lines.last == UInt8(ascii: "\n") ? lines.count - 1 : lines.count
      append(escaped: UnsafeBufferPointer(rebasing: lines[..<end]))
    }
  }

  /// The same as escaped, and no line ends behind a hyphen: `-sTCP` with its hyphen on the line above is no option any more.
  mutating func append(tied text: UnsafeBufferPointer<UInt8>) {
    append(text, replacingAlso: UInt8(ascii: "-"), by: "<i>-</i>")
  }

  /// Most bytes stand for themselves and are taken in runs; of what does not the first byte tells, whatever combines with it behind: for
  /// a browser the quote still closes the attribute.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, replacingAlso mark: UInt8, by markup: StaticString) {
    var taken = 0
    while true {
      let place = text.endOfRun(from: taken, marking: { Self.odd($0) .| $0.equal(mark) }, while: { Self.isPlain($0) && $0 != mark })
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[taken..<place]))
      guard place < text.count else { return }
      if text[place] == mark {
        append(markup)
        taken = place + 1
      } else {
        taken = appendReplacement(in: text, at: place)
      }
    }
  }

  /// - Returns: where the text goes on.
  private mutating func appendReplacement(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch text[place] {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    case UInt8(ascii: "'"): append("&#39;")
    case let first:
      let end = place + (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
      let scalar = String(decoding: text[place..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      bytes += String(Self.isForbidden(scalar) ? "\u{FFFD}" : scalar).utf8
      return end
    }
    return place + 1
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

  /// Those that do not, with the tab and some that begin other scalars.
  @inline(__always)
  private static func odd(_ block: ByteBlock) -> ByteBlock.Marks {
    let signs = block.equal(UInt8(ascii: "&")) .| block.equal(UInt8(ascii: "<")) .| block.equal(UInt8(ascii: ">"))
    let quotes = block.equal(UInt8(ascii: "\"")) .| block.equal(UInt8(ascii: "'"))
    return signs .| quotes .| invisible(block)
  }

  /// Control characters but line feeds, and all but ASCII.
  @inline(__always)
  private static func invisible(_ block: ByteBlock) -> ByteBlock.Marks {
    (block.below(0x20) .& .!block.equal(0x0A)) .| block.atLeast(0x7F)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

extension HTML {
  /// Text made fit, for documents that are put together as text.
  static func escaped(_ text: String) -> String {
    var html = HTML(capacity: text.utf8.count)
    html.append(escaped: text)
    return html.text
  }

  /// Raw text as a reader can see it: control characters as their pictures, what turns the reading direction by its number, line
  /// ends as line feeds.
  static func visible(_ text: String) -> String {
    if text.withBytes(isVisible) { return text }
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

  /// Whether all of a text is ASCII, and nothing of it a control character but tabs and line feeds.
  private static func isVisible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.endOfRun(
      from: 0, marking: invisible, while: { (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A }) == text.count
  }
}
