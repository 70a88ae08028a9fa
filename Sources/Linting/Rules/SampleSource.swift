import Cataloging

extension Rule {
  static let sampleSource = Rule(
    id: "sample-source",
    severity: .warning,
    summary: "A sample's source says how it was captured, or is a public address that states it.",
    reason: """
      Samples are verbatim output, never made up: that is what makes an entry worth trusting and the accuracy worth measuring. So a source \
      begins with `captured` and names program, version and system, or it is the https address of a page where the output stands.
      """,
    bad: "source: seen in production",
    good: "source: captured with Node 20.20.2 on Debian 12",
    check: .entry { entry, rule in
      zip(entry.read.entry.samples, entry.read.writing.samples).compactMap { sample, writing -> Finding? in
        guard let written = writing.source, writing.isSound, !sample.source.hasPrefix("TODO:") else { return nil }
        let words = sample.source.utf8.split(separator: UInt8(ascii: " "))
        let first = words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let isAddress = first.hasPrefix("https://") || first.hasPrefix("http://")
        let isCaptured = first.lowercased() == "captured"
        let hasNumber = sample.source.utf8.contains { $0 &- 0x30 < 10 } || sample.source.contains(where: \.isNumber)
        guard !isAddress, !isCaptured || words.count < 3 || !hasNumber else { return nil }
        return rule.finding(
          at: entry.place(written), isCaptured ? "this source names no version" : "this says neither how nor where the sample was found",
          hint: "write `captured with` program, version and system, or the address of a public page that states this output")
      }
    })
}
