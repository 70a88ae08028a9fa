public import Decoding

/// The forms that the content's YAML has.
public enum ContentSchema: String, Sendable, CaseIterable {
  /// The front matter of `entries/<area>/<slug>.md`.
  case entry
  /// `site.yml`.
  case site
  /// `areas.yml` and `conditions.yml`.
  case groupings

  /// A JSON Schema (draft 2020-12). What it refuses the reader refuses; the reader and the rules ask for more.
  ///
  /// Every scalar is read as the text it is written as, so numbers and truth values may stand where text is asked for.
  public var jsonSchema: JSONValue {
    let head: [(key: String, value: JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
    ]
    return .object(head + members)
  }

  private var title: String {
    switch self {
    case .entry: "The front matter of an entry"
    case .site: "site.yml"
    case .groupings: "areas.yml and conditions.yml"
    }
  }

  private var members: [(key: String, value: JSONValue)] {
    switch self {
    case .entry: FieldTable.entry.jsonSchema
    case .site: FieldTable.site.jsonSchema
    case .groupings:
      [
        ("type", .string("object")), ("propertyNames", .object(Field.Form.slug.jsonSchema)),
        ("additionalProperties", .object(FieldTable.grouping.jsonSchema)),
      ]
    }
  }
}
