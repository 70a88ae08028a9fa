package import Decoding

/// Signatures in an index of their own, each an entry, to see what they match.
package struct Probe: Sendable {
  package let decoder: ErrorDecoder

  /// - Parameter signatures: The entries are named `1`, `2`… in their order.
  package init(_ signatures: [Signature]) {
    let entries = signatures.enumerated().map { index, signature in
      IndexedEntry(
        slug: "\(index + 1)", area: "draft", url: "", title: "", code: nil, aliases: [], condition: nil, role: .cause, summary: "",
        signatures: [IndexedSignature(lines: [signature])], steps: [], faq: [], captures: [])
    }
    decoder = ErrorDecoder(SearchIndex(site: IndexedSite(title: "", url: nil, content: ""), entries: entries))
  }

  /// The signatures that match in a text, by their numbers from 0 on, each with the line of its first match.
  func matches(in text: [UInt8]) throws(IndexFailure) -> [Int: Int] {
    var matches: [Int: Int] = [:]
    for diagnosis in try decoder.diagnose(text) {
      guard let number = Int(diagnosis.entry.slug), let evidence = diagnosis.evidence else { continue }
      matches[number - 1] = evidence.line
    }
    return matches
  }
}
