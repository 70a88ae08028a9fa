/// Text as a value of YAML.
enum YAMLText {
  /// Between double quotes, with escapes for what cannot stand there.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": return "\\\""
      case "\\": return "\\\\"
      case "\t": return "\\t"
      case "\n": return "\\n"
      case "\r": return "\\r"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
