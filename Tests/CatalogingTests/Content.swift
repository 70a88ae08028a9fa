import Cataloging

/// A small content folder without findings, to be broken in one place at a time.
enum Content {
  static let site = """
    title: Test
    description: Errors, explained.
    """

  static let areas = """
    go: { title: Go, summary: Go programs. }
    node: { title: Node.js, summary: Node programs. }
    """

  static let conditions = "address-in-use: { title: Address in use, summary: A port is taken. }\n"

  static let path = "entries/node/eaddrinuse.md"

  /// Every feature of an entry, once.
  static let entry = #"""
    ---
    title: "EADDRINUSE: address already in use"
    code: EADDRINUSE
    aliases: ["Errno 98"]
    formerly: [eaddr]
    condition: address-in-use
    role: cause
    summary: Something listens on {port}. Stop it.
    signatures:
      - match: "listen EADDRINUSE: address already in use {host}:{port}"
        label: In a Node.js app
        since: "Node 12"
      - lines: ["code: 'EADDRINUSE'", 'port: {port}']
        unless: [retrying later]
    samples:
      - text: |
          Error: listen EADDRINUSE: address already in use :::3000
              at Server.setupListenHandle
        captures: { host: "::", port: "3000" }
        source: captured with Node 20
      - file: samples/eaddrinuse/nodemon.txt
        source: captured with nodemon 3
        only: true
    counterexamples:
      - text: "port 3001 was in use"
        why: a healthy start-up
    related: [bind]
    references: ["https://example.org/bind"]
    updated: 2026-11-22
    ---

    ## What it looks like

    As above.

    ## Why it happens

    ### Another process listens on {port}

    It does.

    ## How to fix it

    ### 1. Find it

    Look for `:{port}` and see [the other entry](../go/bind.md#faq-why).

    ```sh linux look
    ss -ltnp 'sport = :{port}'
    ```

    ```powershell windows look
    Get-NetTCPConnection -LocalPort {port}
    ```

    ```sh linux look
    ps -p <PID>
    ```

    ```bash change
    kill <PID>
    ```

    ## Stop it happening again

    ```yaml
    restart: "{anything}"
    ```

    ## FAQ

    ### Is it bad?

    No. See [above](#step-find-it).

    ### Is it bad?

    Yes.

    """#

  static let other = """
    ---
    title: bind
    summary: Taken.
    signatures:
      - match: bind address already in use
    samples:
      - text: bind address already in use
        source: captured with Go
    counterexamples:
      - text: fine
    updated: 2026-11-22
    ---
    ## What it looks like
    ## Why it happens
    ## How to fix it
    ## Stop it happening again
    ## FAQ
    ### Why?
    So.

    """

  /// The content folder, with some files in place of its own or besides them.
  static func files(_ replacements: [String: String] = [:]) -> [SourceFile] {
    let texts = [
      "site.yml": site, "areas.yml": areas, "conditions.yml": conditions, path: entry, "entries/go/bind.md": other,
      "samples/eaddrinuse/nodemon.txt": "Error: listen EADDRINUSE: address already in use :::3000\r\n",
    ].merging(replacements) { $1 }
    return texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The findings about one file, as `line:column+length rule: message`.
  static func findings(in path: String = Content.path, of files: [SourceFile]) -> [String] {
    Catalog.build(files: files).findings.filter { $0.place.path == path }.map(\.summary)
  }
}

extension Finding {
  var summary: String { "\(place.line):\(place.column)+\(place.length) \(rule): \(message)" }
}
