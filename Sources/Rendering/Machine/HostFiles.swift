import Cataloging

/// What hosts are told: who may read the site, with which headers it is sent, and what has moved.
enum HostFiles {
  /// What a page may load: files of its own site, and of those only the kinds it has.
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "manifest-src 'self'",
    "worker-src 'self'", "base-uri 'none'", "form-action 'self'",
  ]

  /// - Parameter sitemap: Its address; nil when there is none.
  static func robots(sitemap: String?) -> String {
    "User-agent: *\nAllow: /\n" + (sitemap.map { "\nSitemap: \($0)\n" } ?? "")
  }

  /// In the form of Netlify and Cloudflare Pages. Pages in frames of other sites can be told of by a header only.
  ///
  /// - Parameter basePath: Of the site on its host, `/` at both ends.
  static func headers(basePath: String) -> String {
    """
    \(basePath)*
      Content-Security-Policy: \((contentPolicy + ["frame-ancestors 'none'"]).joined(separator: "; "))
      X-Content-Type-Options: nosniff
      Referrer-Policy: strict-origin-when-cross-origin
      Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
      Cross-Origin-Opener-Policy: same-origin
      Cache-Control: public, max-age=0, must-revalidate

    \(basePath)index.json
      Access-Control-Allow-Origin: *

    """
  }

  /// One line for each address that has moved.
  static func redirects(basePath: String, moves: [(old: Slug, new: Slug)]) -> String {
    moves.map { "\(basePath)\(PagePath.entry($0.old)) \(basePath)\(PagePath.entry($0.new)) 301\n" }.joined()
  }
}
