/// `areas.yml` or `conditions.yml` to groupings.
enum GroupingsParser {
  /// - Returns: The groupings sorted by slug, or nil when a finding is an error.
  static func parse(_ collector: FindingCollector) -> [Grouping]? {
    let (node, findings) = YAMLReader.read(collector.source, range: 0..<collector.source.scalars.count)
    collector.add(findings)
    guard findings.isEmpty else { return nil }
    guard let node else { return [] }
    guard case .map(let pairs, _) = node else {
      collector.add(
        .wrongShape, at: node.range, "the file is \(node.description) instead of slugs with values",
        hint: "write `<slug>: { title: …, summary: … }`")
      return nil
    }
    let groupings = FieldReader.withoutRepeats(pairs, collector: collector).compactMap { grouping($0, collector) }
    return collector.hasErrors ? nil : groupings.sorted { $0.slug < $1.slug }
  }

  private static func grouping(_ pair: YAMLPair, _ collector: FindingCollector) -> Grouping? {
    let slug = Slug(pair.key.text)
    if slug == nil {
      collector.add(
        .badSlug, at: pair.key.range, "'\(pair.key.text)' is no slug",
        hint: "lower-case letters and digits, joined by single -, at most 64 characters")
    }
    let fields = FieldReader(
      pair.value, .grouping, subject: "'\(pair.key.text)'", range: pair.key.range, collector: collector)
    guard case .map = pair.value else { return nil }
    fields.requireAll()
    let (title, summary) = (fields.line("title")?.text, fields.line("summary")?.text)
    guard let slug, let title, let summary else { return nil }
    return Grouping(slug: slug, title: title, summary: summary)
  }
}

extension Grouping {
  /// The areas of a content folder, as far as its `areas.yml` can be read.
  package static func areas(in files: [SourceFile]) -> [Grouping] {
    guard let file = files.first(where: { $0.path == "areas.yml" }), let source = try? SourceText(file) else { return [] }
    return GroupingsParser.parse(FindingCollector(source)) ?? []
  }
}
