extension SearchIndex {
  /// The published form: one object on one line, and a new line. The same index gives the same bytes.
  public var json: [UInt8] {
    let site = JSONValue.object([("title", .string(site.title)), ("url", .optional(site.url)), ("content", .string(site.content))])
    var output = Array(#"{"schema":\#(Self.schema),"site":"#.utf8)
    site.write(to: &output)
    output += #","entries":["#.utf8
    // Entry by entry: the values of all of them take more memory than their text.
    for (index, entry) in entries.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      entry.json.write(to: &output)
    }
    output += "]}\n".utf8
    return output
  }
}

extension IndexedEntry {
  fileprivate var json: JSONValue {
    .object([
      ("slug", .string(slug)), ("area", .string(area)), ("url", .string(url)), ("title", .string(title)),
      ("code", .optional(code)), ("aliases", .strings(aliases)), ("condition", .optional(condition)),
      ("role", .string(role.rawValue)), ("summary", .string(summary)),
      ("signatures", .array(signatures.map(\.json))),
      ("steps", .array(steps.map(\.json))),
      ("faq", .array(faq.map(\.json))),
      ("examples", .object(captures.map { ($0.name, .string($0.example)) })),
      ("types", .object(captures.map { ($0.name, .string($0.type.rawValue)) })),
    ])
  }
}

extension IndexedSignature {
  /// `match` for one pattern, `lines` for several; what is not there is left out.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      lines.count == 1 ? ("match", .string(lines[0].text)) : ("lines", .strings(lines.map(\.text))),
      ("weight", .int(weight)),
    ]
    if !unless.isEmpty { members.append(("unless", .strings(unless.map(\.text)))) }
    if let label { members.append(("label", .string(label))) }
    if let since { members.append(("since", .string(since))) }
    return .object(members)
  }
}

extension IndexedStep {
  package var json: JSONValue {
    .object([
      ("title", .string(title)), ("text", .string(text)), ("commands", .array(commands.map { $0.json(text: $0.text, note: $0.note) })),
    ])
  }
}

extension IndexedCommand {
  /// The command with other texts in place of its templates.
  func json(text: String, note: String) -> JSONValue {
    .object([
      ("systems", .strings(systems.map(\.rawValue))), ("risk", .string(risk.rawValue)), ("shell", .string(shell.rawValue)),
      ("text", .string(text)), ("note", .string(note)),
    ])
  }
}

extension IndexedQuestion {
  fileprivate var json: JSONValue {
    .object([("question", .string(question)), ("answer", .string(answer)), ("anchor", .string(anchor))])
  }
}
