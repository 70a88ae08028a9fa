/// The site's product callout.
struct CalloutView: TemplateView {
  let title: String
  let text: String
  let points: [String]
  let link: ReferenceView?

  static let names = TemplateNames<CalloutView>(
    .text("calloutTitle", \.title),
    .text("calloutText", \.text),
    .flag("hasCalloutPoints") { !$0.points.isEmpty },
    .texts("calloutPoints", \.points),
    .view("calloutLink", \.link))
}
