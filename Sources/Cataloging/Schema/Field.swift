/// A key of a map in the content's YAML, as the reader, the JSON Schema and the reference page know it.
struct Field: Sendable {
  let name: String
  let shape: Shape
  var isRequired = false
  /// A sentence or two for the reference, in Markdown.
  let summary: String
  /// What to do about a required key that is missing.
  var absenceHint = "add it"

  /// What a value is made of. Every scalar is the text as written.
  indirect enum Shape: Sendable {
    /// One line that is not blank; `longest` counts Unicode scalars.
    case line(Form = .any, longest: Int? = nil)
    /// Text of any length that is not blank.
    case text
    /// One of some words.
    case word([String])
    /// `true` or `false`.
    case flag
    case number(ClosedRange<Int>)
    /// At least one item.
    case list(Shape, isDistinct: Bool = false)
    case map(FieldTable)
    /// Names of the writer's own with scalars as values.
    case values(String, names: Form = .any, values: Form? = nil)
  }

  /// What a line looks like.
  enum Form: Sendable {
    case any, slug, date, address, siteAddress, languageTag, branch, sampleFile, styleValue
  }
}

/// All keys that a map of the content's YAML may have.
///
/// They stand here alone: what the reader takes, what the schema says and what the reference tells cannot differ.
final class FieldTable: Sendable {
  /// What the map is, for messages and headings: `a sample`.
  let subject: String
  let fields: [Field]
  /// Keys of which exactly one is there; empty when every key stands for itself.
  let alternatives: [String]
  let names: [String]
  let required: [Field]

  init(subject: String, fields: [Field], alternatives: [String] = []) {
    (self.subject, self.fields, self.alternatives) = (subject, fields, alternatives)
    names = fields.map(\.name)
    required = fields.filter(\.isRequired)
  }
}
