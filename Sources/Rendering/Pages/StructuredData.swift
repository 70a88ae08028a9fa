import Decoding

/// What pages tell search engines in the words of schema.org.
enum StructuredData {
  /// The JSON for the inside of a script element, which nothing in it can end.
  static func html(of values: [JSONValue]) -> String {
    let document = JSONValue.object([("@context", .string("https://schema.org")), ("@graph", .array(values))])
    var html = String.UnicodeScalarView()
    for scalar in String(decoding: document.bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "<", ">", "&": html.append(contentsOf: "\\u00\(String(scalar.value, radix: 16))".unicodeScalars)
      case "\u{2028}", "\u{2029}": html.append(contentsOf: "\\u\(String(scalar.value, radix: 16))".unicodeScalars)
      default: html.append(scalar)
      }
    }
    return String(html)
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
