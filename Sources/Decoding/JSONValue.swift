/// A JSON value to be written: its keys keep the order they were given in.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  public static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// The value as UTF-8: no blanks, `/` not escaped; control and invisible characters are, so that no
  /// terminal acts on them.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// Writes the value's `bytes` behind others.
  func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let value): output += String(value).utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      var isFirst = true
      for value in values {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        value.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      var isFirst = true
      for member in members {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    text.withBytes { bytes in
      // Most bytes stand for themselves and are taken in runs; what does not is looked at scalar by scalar.
      var taken = 0
      var position = 0
      while true {
        position = bytes.endOfRun(from: position, marking: odd, while: isPlain)
        guard position < bytes.count else { break }
        let (scalar, width) = bytes.scalar(at: position)
        if let escape = escape(of: scalar) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[taken..<position]))
          output.append(escape)
          taken = position + width
        }
        position += width
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[taken...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// What stands for a scalar in a string; nil for itself.
  private static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return #"\""#
    case "\\": return #"\\"#
    case "\u{08}": return #"\b"#
    case "\t": return #"\t"#
    case "\n": return #"\n"#
    case "\u{0C}": return #"\f"#
    case "\r": return #"\r"#
    case _ where scalar.value < 0x10000 && (scalar.isControl || scalar.isInvisible || (0x2028...0x2029).contains(scalar.value)):
      let digits = String(scalar.value, radix: 16)
      return #"\u"# + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: return nil
    }
  }

  /// Whether a byte stands for itself wherever it is met.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Those that do not.
  @inline(__always)
  private static func odd(_ block: ByteBlock) -> ByteBlock.Marks {
    block.below(0x20) .| block.atLeast(0x7F) .| block.equal(UInt8(ascii: "\"")) .| block.equal(UInt8(ascii: "\\"))
  }
}
