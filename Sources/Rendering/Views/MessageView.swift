/// The line an error is known by, with its parts named.
struct MessageView: TemplateView {
  let html: HTML
  let isLong: Bool
  let parts: [MessagePartView]
  /// Where the line is from, without a full stop.
  let source: String
  let hasCaptures: Bool

  static let names = TemplateNames<MessageView>(
    .html("messageHTML", \.html),
    .flag("isLongMessage", \.isLong),
    .flag("hasParts") { !$0.parts.isEmpty },
    .views("messageParts", \.parts),
    .text("messageSource", \.source),
    .flag("hasCaptures", \.hasCaptures))
}

/// A part of the message in its legend.
struct MessagePartView: TemplateView {
  let name: String
  let value: String
  let className: String
  /// What it is, in words: `a port number`.
  let kind: String

  static let names = TemplateNames<MessagePartView>(
    .text("partName", \.name),
    .text("partValue", \.value),
    .text("partClass", \.className),
    .text("partKind", \.kind))
}
