import Cataloging
import Decoding

/// An entry as plain Markdown, for who reads without a browser: the same words as its page, with the sample's values in them.
struct MarkdownPage {
  private let published: PublishedEntry
  private let address: String?
  private let writer: MarkdownWriter
  private(set) var bytes: [UInt8] = []

  /// - Parameter address: The site's, ending in `/`; without one links lead up from the page's folder.
  init(_ published: PublishedEntry, address: String?) {
    self.published = published
    self.address = address
    writer = MarkdownWriter(fill: published.fill, base: address ?? "../../")
    bytes.reserveCapacity(8192)
    write(published.entry)
  }

  private mutating func write(_ entry: Entry) {
    let body = entry.body
    bytes.append("# ")
    bytes.append(MarkdownText.escaped(entry.title))
    begin(MarkdownText.escaped(published.fill.text(of: entry.summary)))
    if let sample = entry.samples.first {
      begin(MarkdownText.fence(HTML.visible(String(decoding: sample.bytes, as: UTF8.self)), language: "text"))
    }
    append("What it looks like", body.looks, [])
    append("Why it happens", body.why, body.causes)
    append("How to fix it", body.fix, body.steps, isNumbered: true)
    append("Stop it happening again", body.prevention, [])
    append("FAQ", body.faqIntroduction, body.questions)
    if !entry.references.isEmpty {
      begin("## References")
      begin(entry.references.map { "- <\($0)>" }.joined(separator: "\n"))
    }
    begin("Updated \(entry.updated).")
    if let address { bytes.append(" The page: <\(address)\(published.path)>.") }
    bytes.append("\n")
  }

  /// Begins a block.
  private mutating func begin(_ text: String) {
    bytes.append("\n\n")
    bytes.append(text)
  }

  private mutating func append(_ title: String, _ parts: [Part], _ topics: [Topic], isNumbered: Bool = false) {
    guard !parts.isEmpty || !topics.isEmpty else { return }
    begin("## ")
    bytes.append(title)
    for part in parts { append(part) }
    for (index, topic) in topics.enumerated() {
      begin("### ")
      if isNumbered { bytes.append("\(index + 1). ") }
      writer.append(topic.title, to: &bytes)
      for part in topic.parts { append(part) }
    }
  }

  private mutating func append(_ part: Part) {
    switch part {
    case .prose(let block):
      begin("")
      writer.append(block, to: &bytes)
    case .commands(let panels):
      for panel in panels {
        for command in panel.commands { append(command) }
      }
    }
  }

  private mutating func append(_ command: Command) {
    let word = RiskView(risk: command.risk).word
    begin(Audience.text(systems: command.systems).map { "\($0), \(word.lowercased()):" } ?? "\(word):")
    let values = FillValues(own: [:], examples: published.fill.examples)
    begin(MarkdownText.fence(command.template.filled(with: values, risk: command.risk).text, language: command.shell.rawValue))
  }
}
