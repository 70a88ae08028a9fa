/// An entry as other pages show it.
struct EntryLinkView: TemplateView {
  /// Relative to the site's root.
  let address: String
  let title: String
  /// Nil when the title says it already.
  let code: String?
  let area: String
  /// The text that the error is known by.
  let message: String?
  /// The first sentence of the quick answer.
  let answer: String

  static let names = TemplateNames<EntryLinkView>(
    .text("entryAddress", \.address),
    .text("entryTitle", \.title),
    .text("entryCode", \.code),
    .text("entryArea", \.area),
    .text("entryMessage", \.message),
    .text("entryAnswer", \.answer))
}
