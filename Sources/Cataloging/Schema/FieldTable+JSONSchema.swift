import Decoding

typealias JSONMembers = [(key: String, value: JSONValue)]

extension FieldTable {
  var jsonSchema: JSONMembers {
    let properties: JSONMembers = fields.map { ($0.name, .object($0.shape.jsonSchema + [("description", .string($0.summary))])) }
    let required = fields.filter(\.isRequired).map(\.name)
    return [("type", .string("object")), ("additionalProperties", .bool(false))]
      + (required.isEmpty ? [] : [("required", .strings(required))])
      + (alternatives.isEmpty ? [] : [("oneOf", .array(alternatives.map { .object([("required", .strings([$0]))]) }))])
      + [("properties", .object(properties))]
  }
}

extension Field.Shape {
  var jsonSchema: JSONMembers {
    switch self {
    case .line(let form, let longest): form.jsonSchema + (longest.map { [("maxLength", .int($0))] } ?? [])
    case .text: Field.Form.any.jsonSchema
    case .word(let words): [("enum", .strings(words))]
    case .flag: [("enum", .array([.bool(true), .bool(false), .string("true"), .string("false")]))]
    case .number(let range):
      [
        ("type", .strings(["integer", "string"])), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
        ("pattern", .string(#"^[+-]?[0-9]+$"#)),
      ]
    case .list(let item, let isDistinct):
      [("type", .string("array")), ("minItems", .int(1))] + (isDistinct ? [("uniqueItems", .bool(true))] : [])
        + [("items", .object(item.jsonSchema))]
    case .map(let table): table.jsonSchema
    case .values(_, let names, let values):
      [("type", .string("object"))] + (names == .any ? [] : [("propertyNames", .object(names.jsonSchema))])
        + [("additionalProperties", .object(values?.jsonSchema ?? [("type", .strings(["string", "number", "boolean", "null"]))]))]
    }
  }
}

extension Field.Form {
  var jsonSchema: JSONMembers {
    let scalar: JSONMembers = [("type", .strings(["string", "number", "boolean"])), ("pattern", .string(pattern))]
    return self == .slug ? scalar + [("maxLength", .int(64))] : scalar
  }

  /// As ECMA-262 reads it; at most as strict as the reader.
  private var pattern: String {
    switch self {
    case .any: #"\S"#
    case .slug: #"^[a-z0-9]+(-[a-z0-9]+)*$"#
    case .date: #"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"#
    case .address: #"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#.:\s][^\s"<>\\^`{|}]*$"#
    case .siteAddress: #"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#.:\s][^\s"<>\\^`{|}?#]*/$"#
    case .languageTag: #"^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$"#
    case .branch: #"^[A-Za-z0-9._/-]+$"#
    case .sampleFile: #"^samples(/(?!\.{1,2}(/|$))[^/]+)+$"#
    case .styleValue: #"^[A-Za-z0-9 #.,%()+_-]+$"#
    }
  }
}
