import Cataloging
import Testing

/// One change to the entry of `Content`, and all findings it causes there, as `line:column+length rule: message`.
struct Breakage: Sendable, CustomTestStringConvertible {
  let original: String
  let replacement: String
  let findings: [String]

  init(_ original: String, _ replacement: String, _ findings: String...) {
    self.original = original
    self.replacement = replacement
    self.findings = findings
  }

  var testDescription: String { replacement.debugDescription }

  func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let text = Content.entry.replacing(original, with: replacement)
    #expect(text != Content.entry, "nothing was broken", sourceLocation: sourceLocation)
    #expect(Content.findings(of: Content.files([Content.path: text])) == findings, sourceLocation: sourceLocation)
  }
}
