import Mustache

/// The line an error is known by, with its parts named.
struct MessageView: MustacheParent {
  let html: String
  let isLong: Bool
  let parts: [MessagePartView]
  /// Where the line is from, without a full stop.
  let source: String
  let hasCaptures: Bool

  func child(named name: String) -> Any? {
    switch name {
    case "messageHTML": html
    case "isLongMessage": isLong
    case "hasParts": !parts.isEmpty
    case "messageParts": parts
    case "messageSource": source
    case "hasCaptures": hasCaptures
    default: nil
    }
  }
}

/// A part of the message in its legend.
struct MessagePartView: MustacheParent {
  let name: String
  let value: String
  let className: String

  func child(named name: String) -> Any? {
    switch name {
    case "partName": self.name
    case "partValue": value
    case "partClass": className
    default: nil
    }
  }
}
