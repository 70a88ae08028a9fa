import Cataloging
import CommonMark

/// The addresses outside of the site that entries name: references, sources of samples, links of the text.
enum ExternalLinks {
  struct Link {
    let place: Place
    let state: LinkState
  }

  /// Each once, in order.
  static func addresses(of entries: [ReadEntry]) -> [String] {
    let texts = entries.flatMap { read in
      read.entry.references + read.entry.samples.map(\.source) + read.entry.body.links.map(\.address)
    }
    return Set(texts.compactMap(address)).sorted()
  }

  /// Those whose state is known, where they stand.
  static func all(in entry: EntryMaterial) throws -> [Link] {
    let states = try entry.material.linkStates()
    guard !states.isEmpty else { return [] }
    return (fields(of: entry) + links(inBodyOf: entry)).compactMap {
      let (address, place) = $0
      return states[address].map { Link(place: place, state: $0) }
    }
  }

  private static func fields(of entry: EntryMaterial) -> [(address: String, place: Place)] {
    let references = zip(entry.read.entry.references, entry.read.writing.references).map { ($0, Optional($1)) }
    let sources = zip(entry.read.entry.samples, entry.read.writing.samples).map { ($0.source, $1.source) }
    return (references + sources).compactMap { text, written in
      guard let address = address(text), let written else { return nil }
      return (address, entry.place(written, 0..<address.unicodeScalars.count))
    }
  }

  private static func links(inBodyOf entry: EntryMaterial) -> [(address: String, place: Place)] {
    guard let source = entry.source(entry.read.entry.path) else { return [] }
    return entry.read.entry.body.links.compactMap { text, line in
      guard let address = address(text) else { return nil }
      let found = source.firstRange(of: Array(address.unicodeScalars), in: source.start(ofLine: line)..<source.scalars.count)
      return (address, found.map(source.place(of:)) ?? source.place(ofLine: line))
    }
  }

  /// The address that a text is, or begins with.
  private static func address(_ text: String) -> String? {
    let word = text.split(separator: " ").first.map(String.init) ?? ""
    return word.hasPrefix("https://") || word.hasPrefix("http://") ? word : nil
  }
}

extension EntryBody {
  /// The destinations of links, each with the line in which the link begins.
  fileprivate var links: [(address: String, line: Int)] {
    let parts =
      looks + why + causes.flatMap(\.parts) + fix + steps.flatMap(\.parts) + prevention + faqIntroduction + questions.flatMap(\.parts)
    let blocks = parts.compactMap { part in if case .prose(let block) = part { block } else { nil } }
    return Self.links(in: (causes + steps + questions).flatMap(\.title)) + blocks.flatMap(Self.links)
  }

  private static func links(in block: Block) -> [(address: String, line: Int)] {
    switch block.kind {
    case .paragraph(let content), .heading(_, let content): links(in: content)
    case .list(let list): list.items.flatMap { $0.flatMap(links) }
    case .quote(let blocks): blocks.flatMap(links)
    case .fence, .indentedCode, .thematicBreak, .html: []
    }
  }

  private static func links(in inlines: [Inline]) -> [(address: String, line: Int)] {
    inlines.flatMap { inline -> [(address: String, line: Int)] in
      switch inline.kind {
      case .link(let destination, _, let content): [(destination, inline.line)] + links(in: content)
      case .emphasis(let content), .strong(let content): links(in: content)
      case .text, .code, .image, .softBreak, .lineBreak, .html: []
      }
    }
  }
}
