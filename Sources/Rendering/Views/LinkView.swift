import Mustache

/// A link to another entry.
struct LinkView: MustacheParent {
  /// Relative to the site's root.
  let address: String
  let title: String
  let area: String

  func child(named name: String) -> Any? {
    switch name {
    case "linkAddress": address
    case "linkTitle": title
    case "linkArea": area
    default: nil
    }
  }
}

/// A link out of the site.
struct ReferenceView: MustacheParent {
  let address: String
  let text: String

  /// - Returns: nil when the address is not one of the web.
  init?(_ address: String) {
    guard let href = Address.external(address) else { return nil }
    self.address = href
    text = Address.text(of: href)
  }

  func child(named name: String) -> Any? {
    switch name {
    case "referenceAddress": address
    case "referenceText": text
    default: nil
    }
  }
}

/// The site's product callout.
struct CalloutView: MustacheParent {
  let title: String
  let text: String
  let points: [String]
  let link: ReferenceView?

  func child(named name: String) -> Any? {
    switch name {
    case "calloutTitle": title
    case "calloutText": text
    case "hasCalloutPoints": !points.isEmpty
    case "calloutPoints": points
    case "calloutLink": link
    default: nil
    }
  }
}
