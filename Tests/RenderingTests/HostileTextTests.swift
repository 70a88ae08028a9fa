import Testing

@Suite struct HostileTextTests {
  /// A page that shows hostile values everywhere an entry can hold text.
  static let page = Result { () throws -> String in
    let entry = #"""
      ---
      title: "<script>alert(1)</script> \"\u0301onload=x '\u0301"
      code: "<b>"
      aliases: ["\" onclick=x"]
      condition: address-in-use
      summary: "</p><script>alert(2)</script> & \"\u0301 {word}."
      signatures:
        - match: "<b> {word} failed & '\"\"'"
          label: "<img src=x onerror=alert(3)>"
          since: "\"><script>"
      samples:
        - text: "<b> <svg/onload=alert(4)>\"\u0301' failed & '\"\"' \u202E\u0000\u0007"
          captures: { word: "<svg/onload=alert(4)>\"\u0301'" }
          source: "captured with <script>alert(5)</script>\"\u0301 on"
      counterexamples: [{ text: fine }]
      references: ["https://example.com/?a=1&b='x'"]
      updated: 2026-11-22
      ---
      ## What it looks like

      Prose {word} and `code {word} <script>` and \<script\>.

      ## Why it happens

      ### Because \<script\> "́x

      A [link](https://example.com/"onmouseover=x "<script> ' \"") and [{word}](https://example.com/{word}).

      ## How to fix it

      ### Look

      ```sh look
      echo {word} '<script>' "
      ```

      ```html"><script>
      <script>alert(6)</script>"́
      ```

      ## Stop it happening again
      ## FAQ
      ### Why?
      So.

      """#
    let site = Fixture.site + "\nfaq_json_ld: true\n"
    return try Fixture.render(["entries/node/hostile.md": entry, "site.yml": site])["errors/hostile/index.html"] ?? ""
  }

  @Test(arguments: ["<script>", "<img", "<svg/", "onload=x\"", "\"\u{301}", "'\u{301}", "\u{202E}", "\u{0}", "\u{7}"])
  func noHostileTextReachesThePageAsItIs(text: String) throws {
    // JSON has rules of its own, which `StructuredDataTests` hold it to.
    let lines = try Self.page.get().split(separator: "\n").filter { !$0.hasPrefix("<script type=\"application/ld+json\">") }
    let page = Array(lines.joined(separator: "\n").unicodeScalars)
    let wanted = Array(text.unicodeScalars)
    #expect(!page.indices.contains { page[$0...].starts(with: wanted) })
  }

  @Test func everyTagOfThePageIsOneOfOurs() throws {
    var tags: Set<String> = []
    for piece in try Self.page.get().unicodeScalars.split(separator: "<").dropFirst() {
      tags.insert(String(String.UnicodeScalarView(piece.prefix { $0 != " " && $0 != ">" && $0 != "\n" })))
    }
    let ours: Set<String> = [
      "!doctype", "html", "head", "meta", "title", "link", "body", "a", "header", "div", "svg", "path", "circle", "nav", "main", "ol",
      "ul", "li", "h1", "h2", "h3", "figure", "figcaption", "p", "code", "span", "ruby", "rt", "dl", "dt", "dd", "section", "pre",
      "details", "summary", "aside", "footer", "strong", "time", "script", "var", "i", "fieldset", "legend", "label", "input", "button",
      "kbd",
    ]
    #expect(tags.subtracting(ours.union(ours.map { "/\($0)" })) == [])
  }

  @Test func theScriptsOfThePageAreOurs() throws {
    let starts = try Self.page.get().split(separator: "<script").dropFirst().map { $0.prefix { $0 != ">" } }
    #expect(starts.count == 3)
    #expect(starts[0].hasPrefix(" src=\"../../assets/head.") && starts[1] == " type=\"application/ld+json\"")
    #expect(starts[2].hasPrefix(" src=\"../../assets/page."))
  }

  @Test func valuesAreShownInFull() throws {
    let page = try Self.page.get()
    #expect(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; &quot;\u{301}onload=x &#39;\u{301}</h1>"))
    #expect(page.contains("[U+202E]\u{2400}\u{2407}"))
  }
}
