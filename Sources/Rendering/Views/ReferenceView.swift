/// A link out of the site.
struct ReferenceView: TemplateView {
  let address: String
  let text: String

  /// - Returns: nil when the address is not one of the web.
  init?(_ address: String) {
    guard let href = Address.external(address) else { return nil }
    self.address = href
    text = Address.text(of: href)
  }

  static let names = TemplateNames<ReferenceView>(
    .text("referenceAddress", \.address),
    .text("referenceText", \.text))
}
