import Cataloging
import Decoding

/// An entry as plain Markdown, for who reads without a browser: the same words as its page, with the sample's values in them.
struct MarkdownPage {
  private let published: PublishedEntry
  private let address: String?
  private let writer: MarkdownWriter

  /// - Parameter address: The site's, ending in `/`; without one links lead up from the page's folder.
  init(_ published: PublishedEntry, address: String?) {
    self.published = published
    self.address = address
    writer = MarkdownWriter(fill: published.fill, base: address ?? "../../")
  }

  var text: String {
    let entry = published.entry
    let body = entry.body
    var blocks = ["# \(MarkdownText.escaped(entry.title))", MarkdownText.escaped(published.fill.text(of: entry.summary))]
    if let sample = entry.samples.first { blocks.append(MarkdownText.fence(visible(sample.bytes), language: "text")) }
    blocks += section("What it looks like", body.looks, [])
    blocks += section("Why it happens", body.why, body.causes)
    blocks += section("How to fix it", body.fix, body.steps, isNumbered: true)
    blocks += section("Stop it happening again", body.prevention, [])
    blocks += section("FAQ", body.faqIntroduction, body.questions)
    if !entry.references.isEmpty {
      blocks.append("## References")
      blocks.append(entry.references.map { "- <\($0)>" }.joined(separator: "\n"))
    }
    blocks.append(footer)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var footer: String {
    let page = address.map { " The page: <\($0)\(PagePath.entry(published.entry.slug))>." } ?? ""
    return "Updated \(published.entry.updated).\(page)"
  }

  private func section(_ title: String, _ parts: [Part], _ topics: [Topic], isNumbered: Bool = false) -> [String] {
    guard !parts.isEmpty || !topics.isEmpty else { return [] }
    let all = topics.enumerated().flatMap { index, topic in
      ["### \(isNumbered ? "\(index + 1). " : "")\(writer.text(of: topic.title))"] + blocks(of: topic.parts)
    }
    return ["## \(title)"] + blocks(of: parts) + all
  }

  private func blocks(of parts: [Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .prose(let block): [writer.text(of: block)]
      case .commands(let panels): panels.flatMap { $0.commands.flatMap(blocks(of:)) }
      }
    }
  }

  private func blocks(of command: Command) -> [String] {
    let values = FillValues(own: [:], examples: published.fill.examples)
    let text = command.template.filled(with: values, risk: command.risk).text
    let word = RiskView(risk: command.risk).word
    let label = Audience.text(systems: command.systems).map { "\($0), \(word.lowercased()):" } ?? "\(word):"
    return [label, MarkdownText.fence(text, language: command.shell.rawValue)]
  }

  private func visible(_ bytes: [UInt8]) -> String { HTML.visible(String(decoding: bytes, as: UTF8.self)) }
}
