import Building
import Cataloging
import Decoding
import Rendering

/// A small site: every part of an entry's page once, a sibling, and a draft.
enum Fixture {
  static let site = """
    title: Deploy Error Decoder
    url: https://example.com/errors-site/
    description: What the error means, and the commands that fix it.
    repository: https://example.com/owner/repository
    style: { accent: "#0a5" }
    callout:
      title: One owner of the port
      text: An agent that starts and stops your services.
      points: [Restarts what fails, Rolls back]
      link: https://example.com/agent/
    """

  static let entry = #"""
    ---
    title: "EADDRINUSE: address already in use"
    code: EADDRINUSE
    formerly: [eaddrinuse-node]
    condition: address-in-use
    summary: Something listens on port {port}. Stop it, then start again.
    signatures:
      - match: "listen EADDRINUSE: address already in use {host}:{port}"
        label: In a Node.js app
        since: "Node 12"
      - lines: ["code: {'EADDRINUSE'|EADDRINUSE}", '^port: {port}$']
    samples:
      - text: |
          node:events:487
          Error: listen EADDRINUSE: address already in use :::3000
              at Server.setupListenHandle <anonymous>
        captures: { host: "::", port: "3000" }
        source: captured with Node 20 on Debian 12
      - text: "\e[31mError: listen EADDRINUSE: address already in use 10.0.0.5:8080\e[0m"
        captures: { host: 10.0.0.5, port: "8080" }
        source: https://example.com/thread/1
    counterexamples:
      - text: "port 3001 was in use"
    related: [bind-in-use, other]
    references: ["https://example.com/manual/bind.html"]
    updated: 2026-11-22
    ---

    ## What it looks like

    In a Node.js app, as an *uncaught* exception.

    ## Why it happens

    Two programs want one port.

    ### An old instance holds {port}

    See [the step](#step-stop-it) and [Go](../go/bind-in-use.md#faq-why).

    1. First
    2. Second

    ### Nothing does

    - It comes back

    ## How to fix it

    ### 1. Find the holder

    ```sh linux look
    # who listens
    sudo ss -ltnp 'sport = :{port}'
    ```

    ```powershell windows look
    Get-NetTCPConnection -LocalPort {port}
    ```

    ```cmd windows look
    netstat -ano
    ```

    Nothing? Then:

    ```sh look
    ping -c 1 {host}
    ```

    ### 2. Stop it

    ```sh linux macos destroy
    kill -9 <PID>
    ```

    ## Stop it happening again

    Read the port, `{port}`, from the environment:

    ```js
    listen(process.env.PORT || 3000);
    ```

    ## FAQ

    ### Is it safe?

    Yes & no.

    """#

  static func sibling(title: String, draft: Bool = false) -> String {
    """
    ---
    title: "\(title)"
    condition: address-in-use
    summary: Taken.
    signatures: [{ match: "\(title) bind: address already in use" }]
    samples: [{ text: "\(title) bind: address already in use", source: captured with Go 1.24 }]
    counterexamples: [{ text: fine }]
    updated: 2026-11-20
    draft: \(draft)
    ---
    ## What it looks like
    ## Why it happens
    ## How to fix it
    ## Stop it happening again
    ## FAQ
    ### Why?
    So.
    """
  }

  /// The content folder, with some files in place of its own or besides them.
  static func content(_ replacements: [String: String] = [:]) -> [SourceFile] {
    let texts = [
      "site.yml": site,
      "areas.yml": """
      empty: { title: Empty, summary: None. }
      go: { title: Go, summary: Go programs. }
      node: { title: Node.js, summary: Node programs. }
      """,
      "conditions.yml": """
      address-in-use: { title: Address in use, summary: A port is taken. }
      unmet: { title: Unmet, summary: None. }
      """,
      "entries/node/eaddrinuse.md": entry, "entries/go/bind-in-use.md": sibling(title: "listen tcp"),
      "entries/go/other.md": sibling(title: "other").replacing("condition: address-in-use\n", with: ""),
      "entries/go/unfinished.md": sibling(title: "unfinished", draft: true),
    ].merging(replacements) { $1 }
    return texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// What lies in the project's own folder of templates.
  static func templates() throws -> [SourceFile] { try TemplateReader.read("\(root)/templates") }

  /// What lies in the project's own folder of content.
  static func ownContent() throws -> [SourceFile] { try ContentReader.read("\(root)/content") }

  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Counts of no catalog in particular.
  static let accuracy: Accuracy = {
    var go = Accuracy.Counts()
    (go.entries, go.samples, go.first, go.captures, go.counterexamples, go.quiet) = (1, 4, 4, 3, 2, 2)
    var node = Accuracy.Counts()
    (node.entries, node.samples, node.first, node.captures, node.crossFires) = (1, 1200, 1199, 1199, 1)
    (node.counterexamples, node.quiet, node.falsePositives) = (2, 1, 1)
    return Accuracy(
      areas: [.init(slug: "go", title: "Go", counts: go), .init(slug: "node", title: "Node.js", counts: node)], healthyLines: 33_514)
  }()

  /// The site's files by path.
  static func render(
    _ replacements: [String: String] = [:], templates: Templates? = nil, shuffled: Bool = false
  ) throws -> [String: String] {
    let content = content(replacements)
    let builtIn = try self.templates()
    return try render(
      shuffled ? content.reversed() : content, templates: templates ?? Templates(shuffled ? builtIn.reversed() : builtIn))
  }

  static func render(_ content: [SourceFile], templates: Templates) throws -> [String: String] {
    let (catalog, findings) = Catalog.build(files: content)
    guard let catalog else { throw Rejected(findings: findings.map { "\($0.place.path):\($0.place.line): \($0.message)" }) }
    let files = SiteRenderer(templates: templates).render(catalog, index: IndexBuilder.index(of: catalog), accuracy: accuracy)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// A site of 259 entries, 258 of them in one area and one condition.
  static let large = Result { () throws -> [String: String] in
    let entries = (100...355).map { number in
      ("entries/go/e\(number).md", sibling(title: "\(number.isMultiple(of: 2) ? "even" : "odd") error \(number)"))
    }
    return try render(Dictionary(uniqueKeysWithValues: entries))
  }

  struct Rejected: Error { let findings: [String] }
}
