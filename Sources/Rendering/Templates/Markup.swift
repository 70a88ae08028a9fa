import Mustache

/// Escapes values by scalar, where the templates' own rule goes by `Character`.
struct Markup: MustacheContentType {
  private static let name = "MARKUP"

  private static let registration: Void = MustacheContentTypes.register(Markup(), named: name)

  func escapeText(_ text: String) -> String { HTML.escaped(text) }

  /// A template that escapes so.
  static func template(_ text: String) throws -> MustacheTemplate {
    registration
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(name)}}\n" + text)
  }
}
