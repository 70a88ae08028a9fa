/// Reads JSON front to back, without a tree: the caller asks for what it expects next.
///
/// It exists because `decode` must find one entry in a large index within a millisecond; it accepts exactly RFC 8259, with at most
/// 64 levels of nesting.
struct JSONScanner {
  /// What was read is not what JSON, or the caller, expects there.
  struct Failure: Error, Equatable {
    /// In bytes from the start.
    let offset: Int
    let message: String
  }

  private let bytes: [UInt8]
  private(set) var position: Int
  private var depth = 0
  /// Whether half of a surrogate pair is read as U+FFFD; it is a failure otherwise.
  private let replacesHalfPairs: Bool

  init(_ bytes: [UInt8], replacesHalfPairs: Bool = false) {
    self.bytes = bytes
    self.replacesHalfPairs = replacesHalfPairs
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    skipBlanks()
  }

  /// Reads an object; the closure must read each member's value.
  mutating func object(_ member: (inout JSONScanner, String) throws(Failure) -> Void) throws(Failure) {
    try open(UInt8(ascii: "{"), "an object")
    if !take(UInt8(ascii: "}")) {
      repeat {
        let key = try string()
        guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
        try member(&self, key)
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure("a comma or a closing brace is missing") }
    }
    depth -= 1
  }

  /// Reads an array; the closure must read each element.
  mutating func array(_ element: (inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    try open(UInt8(ascii: "["), "an array")
    if !take(UInt8(ascii: "]")) {
      repeat { try element(&self) } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw failure("a comma or a closing bracket is missing") }
    }
    depth -= 1
  }

  mutating func strings() throws(Failure) -> [String] {
    var result: [String] = []
    try array { scanner throws(Failure) in result.append(try scanner.string()) }
    return result
  }

  mutating func optionalString() throws(Failure) -> String? { try takeWord("null") ? nil : string() }

  mutating func string() throws(Failure) -> String {
    let start = position + 1
    let content = try text()
    guard let text = String(validating: content, as: UTF8.self) else { throw Failure(offset: start, message: "a string that is not UTF-8") }
    return Self.visible(text)
  }

  mutating func optionalText() throws(Failure) -> [UInt8]? { try takeWord("null") ? nil : text() }

  /// Reads a string as bytes that need not be UTF-8.
  mutating func text() throws(Failure) -> [UInt8] {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure("a string is missing") }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
      guard bytes[position] >= 0x20 else { throw failure("a control character in a string") }
      position += 1
    }
    var content = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { throw failure("a control character in a string") }
      if bytes[position] == UInt8(ascii: "\\") {
        try appendEscape(to: &content)
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else { throw failure("a string without an end") }
    position += 1
    skipBlanks()
    return content
  }

  /// Without control and invisible characters: an index may come from anywhere, and what it says is printed.
  private static func visible(_ text: String) -> String {
    let isHidden = { (scalar: Unicode.Scalar) in (scalar.isControl && scalar != "\n" && scalar != "\t") || scalar.isInvisible }
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isHidden($0) }))
  }

  mutating func integer() throws(Failure) -> Int {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self), let value = Int(text) else {
      throw Failure(offset: start, message: "a whole number is missing")
    }
    skipBlanks()
    return value
  }

  /// Passes over one value of any kind.
  mutating func skip() throws(Failure) {
    guard position < bytes.count else { throw failure("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object { scanner, _ throws(Failure) in try scanner.skip() }
    case UInt8(ascii: "["): try array { scanner throws(Failure) in try scanner.skip() }
    case UInt8(ascii: "\""): _ = try text()
    default:
      if takeWord("null") || takeWord("true") || takeWord("false") { return }
      try skipNumber()
    }
  }

  /// Checks that nothing but blanks is left.
  func finish() throws(Failure) {
    guard isAtEnd else { throw failure("text after the end of the JSON") }
  }

  func failure(_ message: String) -> Failure { Failure(offset: position, message: message) }

  var isAtEnd: Bool { position == bytes.count }

  var isAtString: Bool { position < bytes.count && bytes[position] == UInt8(ascii: "\"") }

  // MARK: Steps

  private mutating func open(_ bracket: UInt8, _ kind: String) throws(Failure) {
    guard take(bracket) else { throw failure("\(kind) is missing") }
    depth += 1
    guard depth <= 64 else { throw failure("more than 64 levels of nesting") }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    skipBlanks()
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let isHere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard isHere else { return false }
    position += word.utf8CodeUnitCount
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private mutating func skipNumber() throws(Failure) {
    let start = position
    func digits(_ scanner: inout JSONScanner) -> Int {
      let first = scanner.position
      while scanner.position < scanner.bytes.count, (0x30...0x39).contains(scanner.bytes[scanner.position]) { scanner.position += 1 }
      return scanner.position - first
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let leadsWithZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
    let whole = digits(&self)
    var isNumber = whole > 0 && !(leadsWithZero && whole > 1)
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      isNumber = digits(&self) > 0 && isNumber
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) { position += 1 }
      isNumber = digits(&self) > 0 && isNumber
    }
    guard isNumber else { throw Failure(offset: start, message: "a value is missing") }
    skipBlanks()
  }

  private mutating func appendEscape(to content: inout [UInt8]) throws(Failure) {
    guard position + 1 < bytes.count else { throw failure("a string without an end") }
    let character = bytes[position + 1]
    position += 2
    switch character {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(character)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): try appendUnicodeEscape(to: &content)
    default: throw Failure(offset: position - 2, message: "an unknown escape in a string")
    }
  }

  private mutating func appendUnicodeEscape(to content: inout [UInt8]) throws(Failure) {
    let start = position - 2
    var value = try fourHexDigits()
    if (0xD800..<0xDC00).contains(value), bytes[position...].starts(with: #"\u"#.utf8) {
      let end = position
      position += 2
      let low = try fourHexDigits()
      if (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
      } else {
        // What follows half of a pair stands for itself.
        position = end
      }
    }
    guard let scalar = Unicode.Scalar(value) ?? (replacesHalfPairs ? "\u{FFFD}" : nil) else {
      throw Failure(offset: start, message: "half of a surrogate pair")
    }
    content += UTF8.encode(scalar).map(Array.init) ?? []
  }

  private mutating func fourHexDigits() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count, bytes[position..<(position + 4)].allSatisfy({ Unicode.Scalar($0).isHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are missing") }
    position += 4
    return value
  }
}
