import Cataloging
public import Decoding

extension Report {
  /// A log of SARIF 2.1.0: one run with all rules and a result for each finding.
  public var sarif: JSONValue {
    let numbers = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($1.id, $0) })
    return .object([
      ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string("decode-site check")), ("version", .string(Release.version)),
                    ("rules", .array(Rule.all.map(descriptor))),
                  ])
                )
              ])
            ),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(findings.map { result($0, number: numbers[$0.rule]) })),
          ])
        ])
      ),
    ])
  }

  private func descriptor(of rule: Rule) -> JSONValue {
    .object([
      ("id", .string(rule.id)), ("shortDescription", text(rule.summary)), ("fullDescription", text(rule.reason)),
      (
        "help",
        .object([
          ("text", .string("\(rule.reason)\n\nBad:\n\n\(rule.bad)\n\nGood:\n\n\(rule.good)")),
          ("markdown", .string("\(rule.reason)\n\nBad:\n\n\(MarkdownText.fence(rule.bad))\n\nGood:\n\n\(MarkdownText.fence(rule.good))")),
        ])
      ),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
    ])
  }

  private func result(_ finding: Finding, number: Int?) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("ruleId", .string(finding.rule))]
    if let number { members.append(("ruleIndex", .int(number))) }
    let place = finding.place
    members += [
      ("level", .string(finding.severity.rawValue)), ("message", text("\(finding.message). Help: \(finding.hint).")),
      (
        "locations",
        .array([
          .object([
            (
              "physicalLocation",
              .object([
                ("artifactLocation", artifact(finding)),
                ("region", region(line: place.line, column: place.column, length: place.length)),
              ])
            )
          ])
        ])
      ),
      ("partialFingerprints", .object([("check/v1", .string(fingerprint(of: finding)))])),
    ]
    if let fix = finding.fix { members.append(("fixes", .array([change(fix, of: finding)]))) }
    return .object(members)
  }

  private func change(_ fix: Fix, of finding: Finding) -> JSONValue {
    .object([
      ("description", text(finding.hint)),
      (
        "artifactChanges",
        .array([
          .object([
            ("artifactLocation", artifact(finding)),
            (
              "replacements",
              .array([
                .object([
                  ("deletedRegion", region(line: fix.line, column: fix.column, length: fix.length)),
                  ("insertedContent", text(fix.replacement)),
                ])
              ])
            ),
          ])
        ])
      ),
    ])
  }

  private func artifact(_ finding: Finding) -> JSONValue { .object([("uri", .string(uri(of: path(of: finding))))]) }

  private func region(line: Int, column: Int, length: Int) -> JSONValue {
    .object([("startLine", .int(line)), ("startColumn", .int(column)), ("endLine", .int(line)), ("endColumn", .int(column + length))])
  }

  private func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  /// The same when the finding moves in its file.
  private func fingerprint(of finding: Finding) -> String {
    let parts = [finding.rule, finding.place.path, finding.message]
    // FNV-1a: short, and the same everywhere.
    let hash = parts.joined(separator: "\u{0}").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A path as a relative reference, or as an absolute address.
  private func uri(of path: String) -> String {
    let encoded = path.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/-._~".unicodeScalars.contains(scalar))
      return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
