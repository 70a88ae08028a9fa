/// Where and why libyaml stopped reading.
struct YAMLStop {
  /// libyaml's own words.
  let problem: String
  let offset: Int
  /// What it was reading, and where that began.
  let context: String
  let contextOffset: Int
  /// The value before, when it stands in quotes.
  let lastQuoted: Range<Int>?

  func finding(in source: SourceText) -> Finding {
    // An unclosed quote ends at the next one, lines later, and libyaml complains only there.
    if context.contains("quoted scalar"), problem.contains("end of stream") {
      return unclosedQuote(at: source.place(at: contextOffset), message: "the quote that opens here is never closed")
    }
    if let lastQuoted, offset - lastQuoted.upperBound < 3 {
      let line = source.line(at: lastQuoted.upperBound)
      if source.line(at: lastQuoted.lowerBound) < line {
        return unclosedQuote(
          at: source.place(at: lastQuoted.lowerBound), message: "the quote that opens here is closed only in line \(line)")
      }
    }
    return Finding(.yamlSyntax, place: source.place(at: offset), message: "this is not YAML: \(problem)", hint: hint)
  }

  private func unclosedQuote(at place: Place, message: String) -> Finding {
    Finding(.yamlSyntax, place: place, message: message, hint: "close it at the end of the value")
  }

  private var hint: String {
    Self.hints.first { problem.contains($0.part) }?.hint ?? "check the indentation and the quotes here and in the line before"
  }

  /// What mends a problem, found by a part of libyaml's words.
  private static let hints = [
    (part: "tab character", hint: "indent with blanks"),
    (part: "mapping values are not allowed", hint: "quote a value that holds ': '"),
    (part: "escape", hint: "between double quotes a backslash is written twice; between single quotes it stands for itself"),
    (part: "quoted scalar", hint: "close the quote"),
    (part: "cannot start any token", hint: "quote a value that begins with ` or @ or %"),
    (part: "<document start>", hint: "nothing may follow `...` or the first value: keep one set of keys"),
    (
      part: "did not find expected key", hint: "check the indentation of this line and of the one before, and quote text with quotes inside"
    ),
    (part: "could not find expected ':'", hint: "write a key and a colon, or indent a line that continues a value"),
  ]
}
