extension Answer {
  /// The answer as `decode --format json` and the page print it: one object, without a new line.
  ///
  /// - Parameters:
  ///   - siteURL: Absolute, ending in `/`; entries have no address without it.
  ///   - system: Leaves out the commands that are for other systems only; nil keeps all.
  ///   - given: Values the reader states, by name.
  public func json(siteURL: String?, system: System? = nil, given: [String: String] = [:]) -> JSONValue {
    .object([
      ("schema", .int(SearchIndex.schema)),
      ("matched", .bool(!diagnoses.isEmpty)),
      ("diagnoses", .array(diagnoses.map { $0.json(siteURL: siteURL, system: system, given: given) })),
      ("nearest", .array(nearest.map { $0.json(siteURL: siteURL) })),
    ])
  }
}

extension Guess {
  fileprivate func json(siteURL: String?) -> JSONValue {
    .object([
      ("entry", .string(slug)), ("title", .string(title)), ("url", .optional(siteURL.map { $0 + url })), ("score", .int(score)),
      ("shared", .strings(shared)),
    ])
  }
}

extension Diagnosis {
  fileprivate func json(siteURL: String?, system: System?, given: [String: String]) -> JSONValue {
    let values = values(given: given)
    var members: [(key: String, value: JSONValue)] = [
      ("entry", .string(entry.slug)),
      ("title", .string(entry.title)),
      ("url", .optional(siteURL.map { $0 + entry.url })),
      ("role", .string(entry.role.rawValue)),
      ("line", evidence.map { .int($0.line) } ?? .null),
      ("column", evidence.map { .int($0.column) } ?? .null),
      ("occurrences", .int(evidence?.occurrences ?? 0)),
      ("text", .optional(evidence?.text)),
      ("signature", .optional(evidence?.signature)),
      ("captures", .object(captures.map { ($0.name, .string($0.value)) })),
      ("summary", .string(entry.filled(entry.summary, with: values))),
      ("steps", .array(entry.steps.map { json(of: $0, system: system, values: values) })),
    ]
    let assumed = entry.assumedNames(in: entry.steps.flatMap(\.commands).filter { $0.isFor(system) }, with: values).map {
      ($0, JSONValue.string(values.examples[$0] ?? ""))
    }
    members.append(("examples", .object(assumed)))
    if entry.role != .cause { members.append(("wraps", .optional(wraps))) }
    return .object(members)
  }

  private func json(of step: IndexedStep, system: System?, values: FillValues) -> JSONValue {
    let commands = step.commands.filter { $0.isFor(system) }.map { command in
      command.json(text: entry.filled(command, with: values).text, note: entry.filled(command.note, with: values))
    }
    return .object([
      ("title", .string(entry.filled(step.title, with: values))),
      ("text", .string(entry.filled(step.text, with: values))),
      ("commands", .array(commands)),
    ])
  }
}
