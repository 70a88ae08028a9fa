/// `site.yml` to the site's settings.
package struct SettingsParser {
  /// The custom properties that the stylesheet begins with.
  package static let styles = [
    "accent", "change", "column", "destroy", "edge", "hairline", "hue-1", "hue-2", "hue-3", "hue-4", "ink", "measure", "mono", "paper",
    "quiet", "sheet", "signal", "text",
  ]

  private let collector: FindingCollector

  /// - Returns: The settings, or nil when a finding is an error.
  static func parse(_ collector: FindingCollector) -> SiteSettings? {
    let range = 0..<collector.source.scalars.count
    let (node, findings) = YAMLReader.read(collector.source, range: range)
    collector.add(findings)
    guard findings.isEmpty else { return nil }
    let settings = SettingsParser(collector: collector).settings(node ?? .map([], range: 0..<0))
    return collector.hasErrors ? nil : settings
  }

  private func settings(_ node: YAMLNode) -> SiteSettings? {
    let fields = FieldReader(node, .site, range: collector.source.range(ofLine: 1), collector: collector)
    fields.requireAll()
    let title = fields.line("title")?.text
    let description = fields.line("description")?.text
    let settings = SiteSettings(
      title: title ?? "", url: url(fields), description: description ?? "", language: language(fields), repository: repository(fields),
      branch: branch(fields), callout: callout(fields), minimum: minimum(fields), style: style(fields),
      hasFAQJSONLD: fields.flag("faq_json_ld"))
    return title == nil || description == nil ? nil : settings
  }

  // MARK: Addresses

  private func url(_ fields: FieldReader) -> String? {
    guard let scalar = fields.line("url") else { return nil }
    let text = scalar.text
    if !WebAddress.isValid(text) || text.contains("?") || text.contains("#") || !text.hasSuffix("/") {
      let closed = WebAddress.isValid(text) && !text.contains("?") && !text.contains("#") ? text + "/" : nil
      collector.add(
        .badAddress, at: scalar.range, "'\(text)' is no address of a site",
        hint: "write it in full and end it in /: https://example.org/errors/",
        fix: closed.flatMap { collector.fix(scalar, with: $0, isSafe: true) })
    }
    return text
  }

  private func repository(_ fields: FieldReader) -> String? {
    guard let text = address("repository", fields) else { return nil }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private func address(_ key: String, _ fields: FieldReader) -> String? {
    guard let scalar = fields.line(key) else { return nil }
    if !WebAddress.isValid(scalar.text) {
      collector.add(.badAddress, at: scalar.range, "'\(scalar.text)' is no web address", hint: "write it in full: https://…")
    }
    return scalar.text
  }

  // MARK: Words

  private func language(_ fields: FieldReader) -> String {
    guard let scalar = fields.line("language") else { return "en" }
    let parts = scalar.text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit) } && (parts.first?.count ?? 0) >= 2
    if !isTag {
      collector.add(.unknownValue, at: scalar.range, "'\(scalar.text)' is no language tag", hint: "write one such as en, de or pt-BR")
    }
    return scalar.text
  }

  private func branch(_ fields: FieldReader) -> String {
    guard let scalar = fields.line("branch") else { return "main" }
    if !scalar.text.unicodeScalars.allSatisfy({ $0.isASCIILetterOrDigit || "._/-".unicodeScalars.contains($0) }) {
      collector.add(
        .unknownValue, at: scalar.range, "'\(scalar.text)' cannot be part of an address",
        hint: "use a branch of letters, digits, . _ / and -")
    }
    return scalar.text
  }

  // MARK: Groups of keys

  private func callout(_ fields: FieldReader) -> Callout? {
    guard let node = fields.value("callout") else { return nil }
    let fields = FieldReader(node, .callout, collector: collector)
    guard case .map = node else { return nil }
    fields.requireAll()
    return Callout(
      title: fields.line("title")?.text ?? "", text: fields.line("text")?.text ?? "", points: fields.lines("points").map(\.text),
      link: address("link", fields))
  }

  private func minimum(_ fields: FieldReader) -> Minimum {
    guard let node = fields.value("minimum") else { return .unset }
    let fields = FieldReader(node, .minimum, collector: collector)
    return Minimum(
      samples: number("samples", fields) ?? 1, counterexamples: number("counterexamples", fields) ?? 1,
      questions: number("faq", fields) ?? 0)
  }

  private func number(_ key: String, _ fields: FieldReader) -> Int? {
    guard let scalar = fields.line(key) else { return nil }
    if let number = Int(scalar.text), (0...100).contains(number) { return number }
    collector.add(.unknownValue, at: scalar.range, "'\(scalar.text)' is no number from 0 to 100", hint: "write a whole number")
    return nil
  }

  private func style(_ fields: FieldReader) -> [(name: String, value: String)] {
    guard let node = fields.value("style") else { return [] }
    guard case .map(let pairs, _) = node else {
      collector.add(
        .wrongShape, at: node.range, "'style' is \(node.description) instead of names with values", hint: "write `accent: \"#0a5\"`")
      return []
    }
    return FieldReader.withoutRepeats(pairs, collector: collector).compactMap(property).sorted { $0.name < $1.name }
  }

  private func property(_ pair: YAMLPair) -> (name: String, value: String)? {
    let name = pair.key.text
    if !Self.styles.contains(name) {
      collector.add(.badStyle, at: pair.key.range, "there is no style '\(name)'", hint: Suggestion.hint(for: name, among: Self.styles))
    }
    guard let value = FieldReader.line(pair.value, name: "'\(name)'", emptyAt: pair.key.range, collector: collector) else { return nil }
    // Whatever could end the declaration, begin a comment or ask another server for something is left out.
    let isSafe = value.text.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || " #.,%()-+_".unicodeScalars.contains($0) }
    if !isSafe || value.text.lowercased().contains("url(") {
      collector.add(
        .badStyle, at: value.range, "'\(value.text)' is no safe value of a style",
        hint: "use letters, digits and # . , % ( ) - + _ only; no url()")
    }
    return (name, value.text)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
