import Cataloging

/// A tag of a template, with what stands between it and the tag that closes it.
struct TemplateNode: Sendable {
  enum Kind: Sendable {
    /// `{{name}}`
    case text
    /// `{{{name}}}`
    case html
    /// `{{#name}}` or `{{^name}}`
    case section(isInverted: Bool, [TemplateNode])
    /// `{{>name}}`
    case partial(isIndented: Bool)
  }

  let kind: Kind
  /// `.` for the value of the section around it.
  let name: String
  let place: Place
}
