/// A JSON value to be written: its keys keep the order they were given in.
public indirect enum JSONValue: Sendable {
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

  private func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let value): output += String(value).utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        value.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    // Most bytes stand for themselves and are taken in runs; what does not is looked at scalar by scalar.
    var rest = text[...]
    while let place = rest.utf8.firstIndex(where: { !isPlain($0) }) {
      output.append(contentsOf: rest.utf8[..<place])
      let scalar = rest.unicodeScalars[place]
      rest = rest[rest.unicodeScalars.index(after: place)...]
      switch scalar {
      case "\"": output += #"\""#.utf8
      case "\\": output += #"\\"#.utf8
      case "\u{08}": output += #"\b"#.utf8
      case "\t": output += #"\t"#.utf8
      case "\n": output += #"\n"#.utf8
      case "\u{0C}": output += #"\f"#.utf8
      case "\r": output += #"\r"#.utf8
      case _ where scalar.value < 0x10000 && (scalar.isControl || scalar.isInvisible || (0x2028...0x2029).contains(scalar.value)):
        output += #"\u"#.utf8
        for shift in [12, 8, 4, 0] { output.append(hexDigits[Int(scalar.value >> UInt32(shift)) & 15]) }
      default: if let bytes = UTF8.encode(scalar) { output.append(contentsOf: bytes) }
      }
    }
    output.append(contentsOf: rest.utf8)
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself wherever it is met.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
