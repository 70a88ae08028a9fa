import Decoding

/// What pages tell search engines in the words of schema.org.
enum StructuredData {
  /// The JSON for the inside of a script element, which nothing in it can end.
  static func html(of values: [JSONValue]) -> String {
    let document = JSONValue.object([("@context", .string("https://schema.org")), ("@graph", .array(values))])
    var html: [UInt8] = []
    let bytes = document.bytes
    html.reserveCapacity(bytes.count + 64)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): html += "\\u00\(String(byte, radix: 16))".utf8
      // The last byte of the line separators U+2028 and U+2029, whose first ones were taken.
      case 0xA8...0xA9 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2:
        html.removeLast(2)
        html += "\\u20\(byte == 0xA8 ? "28" : "29")".utf8
      default: html.append(byte)
      }
    }
    return String(decoding: html, as: UTF8.self)
  }

  /// - Parameters:
  ///   - address: The page's, absolute.
  ///   - updated: `YYYY-MM-DD`.
  static func article(
    title: String, description: String, address: String, updated: String, language: String, site: (title: String, address: String)
  ) -> JSONValue {
    .object([
      ("@type", .string("TechArticle")), ("headline", .string(title)), ("description", .string(description)), ("url", .string(address)),
      ("inLanguage", .string(language)), ("dateModified", .string(updated)),
      ("isPartOf", .object([("@type", .string("WebSite")), ("name", .string(site.title)), ("url", .string(site.address))])),
    ])
  }

  /// The way from the home page, which comes first, to the page itself.
  static func breadcrumbs(_ pages: [(title: String, address: String)]) -> JSONValue {
    let items = pages.enumerated().map { index, page in
      JSONValue.object([
        ("@type", .string("ListItem")), ("position", .int(index + 1)), ("name", .string(page.title)), ("item", .string(page.address)),
      ])
    }
    return .object([("@type", .string("BreadcrumbList")), ("itemListElement", .array(items))])
  }

  static func questions(_ questions: [(question: String, answer: String)]) -> JSONValue {
    let items = questions.map { question, answer in
      JSONValue.object([
        ("@type", .string("Question")), ("name", .string(question)),
        ("acceptedAnswer", .object([("@type", .string("Answer")), ("text", .string(answer))])),
      ])
    }
    return .object([("@type", .string("FAQPage")), ("mainEntity", .array(items))])
  }
}
