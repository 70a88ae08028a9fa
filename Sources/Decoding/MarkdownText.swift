/// Pieces of Markdown that mean what they say, whatever text is in them.
package enum MarkdownText {
  /// Text for a page of its own, on one line or several, with no more escapes than it needs.
  package static func escaped(_ text: String) -> String {
    text.escaped {
      $0.isMark || $0 == UInt8(ascii: "<")
    } opening: {
      switch $0 {
      case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "~"): true
      default: false
      }
    }
  }

  /// Text for a chat or a tracker, which reads more in it: strikethrough, tables, and names behind an `@`.
  package static func inert(_ text: String) -> String {
    text.escaped {
      switch $0 {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "@"): true
      default: $0.isMark
      }
    } opening: {
      switch $0 {
      case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): true
      default: false
      }
    }
  }

  /// A value, on one line.
  package static func code(_ text: String) -> String {
    // A sequence that a terminal hides holds a control character or a bracket.
    let isVisible = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "[") }
    let text = isVisible ? text : String(scalars: VisibleLine(text).scalars)
    guard let first = text.utf8.first, let last = text.utf8.last else { return "(empty)" }
    let mark = String(repeating: "`", count: longestRun(in: text) + 1)
    let backtick = UInt8(ascii: "`")
    let pad = first == backtick || last == backtick || (first == 0x20 && last == 0x20) ? " " : ""
    return mark + pad + text + pad + mark
  }

  /// Lines as they are, in a fence that none of them closes.
  package static func fence(_ text: String, language: String = "") -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(mark)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(mark)"
  }

  /// An address that nothing in it can end.
  package static func destination(_ address: String) -> String {
    let isKept = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
        UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"):
        false
      default: byte > 0x20 && byte < 0x7F
      }
    }
    guard !address.utf8.allSatisfy(isKept) else { return address }
    return address.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isASCII, isKept(UInt8(scalar.value)) { text.unicodeScalars.append(scalar) } else { text += scalar.percentEncoded }
    }
  }

  /// The length of the longest run of backticks.
  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension Unicode.Scalar {
  /// `%XX` for each of its bytes.
  package var percentEncoded: String {
    String(self).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}

extension UInt8 {
  fileprivate var isMark: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}

extension String {
  /// With a backslash before what means something. All that does is ASCII, so bytes tell.
  ///
  /// - Parameters:
  ///   - isEscaped: What means something anywhere.
  ///   - opening: What means something at a line's start.
  fileprivate func escaped(_ isEscaped: (UInt8) -> Bool, opening: (UInt8) -> Bool) -> String {
    var text = self
    let result = text.withUTF8 { bytes -> [UInt8]? in
      var result: [UInt8] = []
      // What needs no escape is taken in runs.
      var taken = 0
      var line = LineOpening(bytes, at: 0)
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0A || byte == 0x0D {
          line = LineOpening(bytes, at: index + 1)
        } else if byte == UInt8(ascii: "@"), isEscaped(byte) {
          // A backslash does not keep a name from being told.
          result += bytes[taken...index]
          result += "\u{200B}".utf8
          taken = index + 1
        } else if isEscaped(byte) || line.numberEnd == index && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
          || byte == UInt8(ascii: "&") && bytes.beginsEntity(at: index) || line.start == index && opening(byte)
        {
          result += bytes[taken..<index]
          result.append(UInt8(ascii: "\\"))
          taken = index
        }
      }
      guard taken > 0 || !result.isEmpty else { return nil }
      return result + bytes[taken...]
    }
    return result.map { String(decoding: $0, as: UTF8.self) } ?? self
  }
}

/// Where a line begins behind its indentation, and where the number ends that it may begin with.
private struct LineOpening {
  let start: Int
  let numberEnd: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let rest = bytes[index...]
    start = rest.firstIndex { $0 != 0x20 } ?? bytes.count
    let end = rest[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
    numberEnd = end > start ? end : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func beginsEntity(at index: Int) -> Bool {
    index + 1 < count && (self[index + 1] == UInt8(ascii: "#") || self[index + 1].isWord)
  }
}
