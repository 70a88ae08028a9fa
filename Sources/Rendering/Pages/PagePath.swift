import Cataloging

/// Where the site's pages are, relative to its root.
enum PagePath {
  static let home = ""
  static let errors = "errors/"
  static let accuracy = "accuracy/"
  static let notFound = "404.html"
  static let offline = "offline.html"

  static func entry(_ slug: Slug) -> String { "errors/\(slug)/" }
  static func area(_ slug: Slug) -> String { "areas/\(slug)/" }
  static func condition(_ slug: Slug) -> String { "conditions/\(slug)/" }

  /// Whether a page is shown at addresses that are not its own.
  static func isShownAnywhere(_ path: String) -> Bool { path == notFound || path == offline }

  /// A page's Markdown twin, beside it.
  static func markdown(_ page: String) -> String { page + "index.md" }

  /// The way from a page to the site's root, ending in `/`.
  static func root(from path: String) -> String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// The file that a server sends for a page.
  static func file(of path: String) -> String { path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path }

  /// The page, or other address, at which a server sends a file.
  static func address(ofFile path: String) -> String {
    path == "index.html" || path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
  }
}
