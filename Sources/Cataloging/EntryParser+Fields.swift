import Decoding

extension EntryParser {
  static let longestTitle = 60
  static let longestSentence = 155

  /// What the front matter says besides signatures and raw text. Nil is a required key without a value.
  struct Words {
    let title: String?
    let code: String?
    let aliases: [String]
    let formerly: [Slug]
    let condition: Slug?
    let role: Role
    let summary: String?
    let related: [Slug]
    let references: [String]
    let updated: String?
    let isDraft: Bool
  }

  mutating func words(_ fields: FieldReader, captures: Captures) -> Words {
    let title = fields.line("title")
    let summary = fields.line("summary")
    if let title, !Unfinished.isTask(title.text) { check(title: title, captures: captures) }
    if let summary, !Unfinished.isTask(summary.text) { check(summary: summary, captures: captures) }
    writing.title = title.map { written($0) }
    writing.summary = summary.map { written($0) }
    return Words(
      title: title?.text, code: fields.line("code")?.text, aliases: fields.distinctLines("aliases").map(\.text), formerly: formerly(fields),
      condition: condition(fields), role: role(fields), summary: summary?.text, related: related(fields), references: references(fields),
      updated: updated(fields), isDraft: fields.flag("draft"))
  }

  private mutating func updated(_ fields: FieldReader) -> String? {
    guard let scalar = fields.line("updated") else { return nil }
    writing.updated = written(scalar)
    if !CalendarDate.isValid(scalar.text) {
      let fix = CalendarDate.meant(by: scalar.text).flatMap { collector.fix(scalar, with: $0, isSafe: true) }
      add(.badDate, scalar.range, "'\(scalar.text)' is no day of the calendar", hint: "write YYYY-MM-DD", fix: fix)
    }
    return scalar.text
  }

  private func check(title: YAMLScalar, captures: Captures) {
    if title.text.utf8.count > Self.longestTitle, case let count = title.text.unicodeScalars.count, count > Self.longestTitle {
      add(
        .titleTooLong, title.range(offset: Self.longestTitle, length: count - Self.longestTitle, in: collector.source),
        "the title has \(count) characters", hint: "keep it to \(Self.longestTitle): search results cut the rest off")
    }
    for (name, offset) in Placeholders.occurrences(in: title.text) where captures.types[name] != nil {
      let range = title.range(offset: offset, length: name.unicodeScalars.count + 2, in: collector.source)
      add(.placeholderInTitle, range, "a title is not filled, so '{\(name)}' would be shown as it is", hint: "leave the value out")
    }
  }

  private func check(summary: YAMLScalar, captures: Captures) {
    if summary.text.utf8.count > Self.longestSentence,
      case let count = Entry.firstSentence(of: summary.text).unicodeScalars.count, count > Self.longestSentence
    {
      add(
        .summaryTooLong, summary.range(offset: Self.longestSentence, length: count - Self.longestSentence, in: collector.source),
        "the summary's first sentence has \(count) characters",
        hint: "keep it to \(Self.longestSentence): it is the page's description in search results; more sentences may follow")
    }
    for (name, offset) in Placeholders.occurrences(in: summary.text)
    where captures.isComplete && captures.types[name] == nil {
      let range = summary.range(offset: offset, length: name.unicodeScalars.count + 2, in: collector.source)
      captures.addUndeclared(name, at: collector.source.place(of: range), to: collector)
    }
  }

  private func role(_ fields: FieldReader) -> Role {
    guard let scalar = fields.line("role") else { return .cause }
    if let role = Role(rawValue: scalar.text) { return role }
    let roles = Role.allCases.map(\.rawValue)
    add(
      .unknownValue, scalar.range, "there is no role '\(scalar.text)'", hint: Suggestion.hint(for: scalar.text, among: roles),
      fix: Suggestion.nearest(to: scalar.text, among: roles).flatMap { collector.fix(scalar, with: $0, isSafe: true) })
    return .cause
  }

  private mutating func condition(_ fields: FieldReader) -> Slug? {
    guard let scalar = fields.line("condition"), let slug = slug(scalar) else { return nil }
    mentions.append(Mention(target: .condition(slug.text), written: scalar.written, place: collector.source.place(of: scalar.range)))
    return slug
  }

  private mutating func related(_ fields: FieldReader) -> [Slug] {
    let scalars = fields.distinctLines("related")
    for scalar in scalars where Slug(scalar.text) != nil {
      mentions.append(
        Mention(target: .related(slug: scalar.text), written: scalar.written, place: collector.source.place(of: scalar.range)))
    }
    return scalars.compactMap { slug($0) }
  }

  private mutating func formerly(_ fields: FieldReader) -> [Slug] {
    let scalars = fields.distinctLines("formerly")
    for scalar in scalars where Slug(scalar.text) != nil {
      mentions.append(Mention(target: .formerly(slug: scalar.text), place: collector.source.place(of: scalar.range)))
    }
    return scalars.compactMap { slug($0) }
  }

  private func slug(_ scalar: YAMLScalar) -> Slug? {
    if let slug = Slug(scalar.text) { return slug }
    add(
      .badSlug, scalar.range, "'\(scalar.text)' is no slug",
      hint: "lower-case letters and digits, joined by single -, at most 64 characters")
    return nil
  }

  private mutating func references(_ fields: FieldReader) -> [String] {
    fields.distinctLines("references").map { scalar in
      if !WebAddress.isValid(scalar.text), !Unfinished.isTask(scalar.text) {
        let full = "https://\(scalar.text)"
        let fix = WebAddress.isValid(full) && !scalar.text.contains(":") ? collector.fix(scalar, with: full) : nil
        add(.badAddress, scalar.range, "'\(scalar.text)' is no web address", hint: "write it in full: https://…", fix: fix)
      }
      writing.references.append(written(scalar))
      return scalar.text
    }
  }

  func written(_ scalar: YAMLScalar) -> WrittenText { WrittenText(value: scalar, path: collector.source.path) }

  func add(_ rule: CatalogRule, _ range: Range<Int>, _ message: String, hint: String, fix: Fix? = nil) {
    collector.add(rule, at: range, message, hint: hint, fix: fix)
  }
}
