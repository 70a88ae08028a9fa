import Decoding

/// What pages tell search engines in the words of schema.org.
enum StructuredData {
  /// The JSON for the inside of a script element, which nothing in it can end. What ends a line of a script is escaped in all our JSON.
  static func html(of values: [JSONValue]) -> HTML {
    let document = JSONValue.object([("@context", .string("https://schema.org")), ("@graph", .array(values))]).bytes
    var json: [UInt8] = []
    json.reserveCapacity(document.count + 64)
    document.withUnsafeBufferPointer { document in
      var taken = 0
      while taken < document.count {
        let place = document.endOfRun(
          from: taken, marking: { $0.equal(UInt8(ascii: "<")) .| $0.equal(UInt8(ascii: ">")) .| $0.equal(UInt8(ascii: "&")) },
          while: { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "&") })
        json += document[taken..<place]
        if place < document.count { json += "\\u00\(String(document[place], radix: 16))".utf8 }
        taken = place + 1
      }
    }
    return HTML(fit: json)
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
