import Cataloging

/// A new entry begun in the repository, in the form of address that GitHub has for it.
enum Proposal {
  /// - Returns: nil when the site names no repository.
  static func address(_ settings: SiteSettings) -> String? {
    form(settings).map { $0 + encoded(skeleton) }
  }

  /// Where a wrong answer is reported: which entry of which content it is about, and nothing of the reader's.
  ///
  /// - Returns: nil when the site names no repository.
  static func report(on slug: Slug, index: String?, _ settings: SiteSettings) -> String? {
    let body = "Entry: \(slug)\nContent of: \(index ?? "unknown")\n\nWhat is wrong, and what would be right?\n"
    return reportForm(settings).map { "\($0)\(encoded("Wrong answer: \(slug)"))&body=\(encoded(body))" }
  }

  /// The form of a report up to its title, to which a script appends that and the text.
  ///
  /// - Returns: nil when the site names no repository.
  static func reportForm(_ settings: SiteSettings) -> String? {
    settings.repository.flatMap { Address.external("\($0)/issues/new?title=") }
  }

  /// The form of a new entry up to the text of its file, to which a script appends that text.
  ///
  /// - Returns: nil when the site names no repository.
  static func form(_ settings: SiteSettings) -> String? {
    settings.repository.flatMap { repository in
      Address.external("\(repository)/new/\(settings.branch)/content/entries?filename=\(encoded("area/slug.md"))&value=")
    }
  }

  private static let skeleton = """
    ---
    title: ""
    summary: ""
    signatures:
      - match: ""
    samples:
      - text: |
          Paste the error here, without names and keys of yours.
        source: captured with PROGRAM VERSION on SYSTEM
    counterexamples:
      - text: ""
    updated: YYYY-MM-DD
    ---

    ## What it looks like

    ## Why it happens

    ## How to fix it

    ## Stop it happening again

    ## FAQ

    """

  /// A value for an address's query.
  private static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count * 3 / 2)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        encoded += [byte >> 4, byte & 15].map { $0 + ($0 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10) }
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
