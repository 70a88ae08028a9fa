import Cataloging
import Decoding

/// What a browser needs to keep the site as an app.
enum WebManifest {
  static let path = "manifest.webmanifest"

  /// - Parameter icon: Its path from the site's root.
  static func text(_ site: SiteSettings, icon: String) -> String {
    let document = JSONValue.object([
      ("name", .string(site.title)), ("short_name", .string(site.title)), ("description", .string(site.description)),
      ("lang", .string(site.language)), ("start_url", .string("./")), ("scope", .string("./")), ("display", .string("minimal-ui")),
      ("icons", .array([.object([("src", .string(icon)), ("sizes", .string("any")), ("type", .string("image/svg+xml"))])])),
    ])
    return String(decoding: document.bytes, as: UTF8.self) + "\n"
  }
}

/// How a browser searches the site from its address bar, as OpenSearch 1.1 has it. The terms stand in the fragment, so no server sees them.
enum OpenSearch {
  static let path = "opensearch.xml"

  static func text(_ site: SiteSettings, address: String, icon: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
    <ShortName>\(HTML.escaped(String(site.title.prefix(16))))</ShortName>
    <LongName>\(HTML.escaped(String(site.title.prefix(48))))</LongName>
    <Description>\(HTML.escaped(site.description))</Description>
    <InputEncoding>UTF-8</InputEncoding>
    <Image width="16" height="16" type="image/svg+xml">\(HTML.escaped(address + icon))</Image>
    <Url type="text/html" template="\(HTML.escaped(address + PagePath.errors))#q={searchTerms}"/>
    </OpenSearchDescription>

    """
  }
}
