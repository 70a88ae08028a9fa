import Cataloging
import Decoding

extension Rule {
  static let untestedSignature = Rule(
    id: "untested-signature",
    severity: .warning,
    summary: "Every signature matches a sample of its entry.",
    reason: """
      A signature that no sample shows is unproven: a wording that is known from a program's source is worth keeping, but one that is guessed
      mostly misses, and nobody notices.
      """,
    bad: """
      signatures:
        - match: "listen EADDRINUSE: address already in use {host}:{port}"
        - match: "bind EADDRINUSE {host}:{port}"
      samples:
        - text: "Error: listen EADDRINUSE: address already in use :::3000"
      """,
    good: """
      signatures:
        - match: "listen EADDRINUSE: address already in use {host}:{port}"
        - match: "bind EADDRINUSE {host}:{port}"
      samples:
        - text: "Error: listen EADDRINUSE: address already in use :::3000"
        - text: "Error: bind EADDRINUSE 0.0.0.0:53"
      """,
    check: .entry { entry, rule in
      let samples = entry.trials.samples
      // A sample that decodes to nothing is a finding already, and may be the one that is missing here.
      guard !samples.isEmpty, samples.allSatisfy({ $0.isTelling && $0.own != nil }) else { return [] }
      return try entry.trials.untested(entry.read.entry).map { number in
        rule.finding(
          at: entry.read.entry.signaturePlaces[number], "no sample of this entry is matched by this signature",
          hint: "add a sample of this wording with its source, or take the signature out")
      }
    })
}

extension Trials.OfEntry {
  /// The numbers of the signatures that match no sample, not even one whose text a longer match claims.
  fileprivate func untested(_ entry: Entry) throws(IndexFailure) -> [Int] {
    let sources = entry.signatures.map { $0.lines.map(\.text).joined(separator: "\n") }
    let answering = Set(samples.compactMap { $0.own?.signature })
    // Only where the answers leave one open is the trace worth its time.
    guard sources.contains(where: { !answering.contains($0) }) else { return [] }
    var matching: Set<Int> = []
    for sample in samples {
      for match in try decoder.explain(entry.slug.text, in: sample.bytes)?.matches ?? [] {
        switch match.fate {
        case .first, .later, .covered: matching.insert(match.signature - 1)
        case .mentioned, .escaped, .vetoed: continue
        }
      }
    }
    return sources.indices.filter { !matching.contains($0) && !answering.contains(sources[$0]) }
  }
}
