import Cataloging

/// A piece of a template.
enum TemplateNode: Sendable {
  /// Before the first piece of a line that is more than a tag standing alone: where a partial's indentation goes.
  case lineStart
  /// At most one line, with its end.
  case literal(String)
  case tag(TemplateTag)

  /// All tags among the nodes and in their sections.
  static func tags(in nodes: [TemplateNode]) -> [TemplateTag] {
    nodes.flatMap { node -> [TemplateTag] in
      guard case .tag(let tag) = node else { return [] }
      if case .section(_, let nodes) = tag.kind { return [tag] + tags(in: nodes) }
      return [tag]
    }
  }
}

/// A tag of a template, with what stands between it and the tag that closes it.
struct TemplateTag: Sendable {
  enum Kind: Sendable {
    /// `{{name}}`
    case text
    /// `{{{name}}}`
    case html
    /// `{{#name}}` or `{{^name}}`
    case section(isInverted: Bool, [TemplateNode])
    /// `{{>name}}`; the blanks before it when it stands alone on its line.
    case partial(indentation: String)
  }

  let kind: Kind
  /// `.` for the value of the section around it.
  let name: String
  let place: Place
}
