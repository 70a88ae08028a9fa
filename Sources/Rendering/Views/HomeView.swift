import Mustache

/// `home.mustache`.
struct HomeView: MustacheParent {
  let site: SiteView
  let areas: [AreaView]

  func child(named name: String) -> Any? {
    switch name {
    case "areas": areas
    default: site.child(named: name)
    }
  }
}

/// An area with its entries, on the home page.
struct AreaView: MustacheParent {
  let title: String
  let anchor: String
  let summary: String
  let entries: [EntryLinkView]

  func child(named name: String) -> Any? {
    switch name {
    case "areaTitle": title
    case "areaAnchor": anchor
    case "areaSummary": summary
    case "areaEntries": entries
    default: nil
    }
  }
}

/// An entry in an area's list: its title and the line it is known by.
struct EntryLinkView: MustacheParent {
  let address: String
  let title: String
  let message: String?

  func child(named name: String) -> Any? {
    switch name {
    case "entryAddress": address
    case "entryTitle": title
    case "entryMessage": message
    default: nil
    }
  }
}
