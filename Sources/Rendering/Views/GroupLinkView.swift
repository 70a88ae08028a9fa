/// An area or a condition as other pages show it.
struct GroupLinkView: TemplateView {
  /// Relative to the site's root.
  let address: String
  let title: String
  let count: String

  static let names = TemplateNames<GroupLinkView>(
    .text("groupAddress", \.address),
    .text("groupTitle", \.title),
    .text("groupCount", \.count))
}
