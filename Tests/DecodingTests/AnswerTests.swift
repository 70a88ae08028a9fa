import Testing

@testable import Decoding

/// Whole answers over small indexes.
@Suite struct AnswerTests {
  /// An entry with signatures only, a pattern each; `a // b` is `lines:`, `a -- b` is `a` unless `b`.
  private func entry(_ slug: String, role: Role = .cause, code: String? = nil, _ signatures: String...) throws -> IndexedEntry {
    var entry = IndexedEntry.blank
    entry.slug = slug
    entry.url = "errors/\(slug)/"
    entry.title = slug.uppercased()
    entry.role = role
    entry.code = code
    entry.summary = "About \(slug)."
    entry.signatures = try signatures.map { source in
      let parts = source.components(separatedBy: " -- ")
      return IndexedSignature(
        lines: try parts[0].components(separatedBy: " // ").map { try Signature($0) },
        unless: try parts.dropFirst().map { try Signature($0) })
    }
    return entry
  }

  /// Slug, line, column and captures of each diagnosis.
  private func answer(_ entries: [IndexedEntry], _ text: String) throws -> [String] {
    let site = IndexedSite(title: "Test", url: "https://example.com/", content: "2026-11-22")
    let decoder = try ErrorDecoder(indexJSON: SearchIndex(site: site, entries: entries).json)
    return try decoder.diagnose(Array(text.utf8)).map { diagnosis in
      let place = diagnosis.evidence.map { "\($0.line):\($0.column)x\($0.occurrences)" } ?? "-"
      let captures = diagnosis.captures.map { " \($0.name)=\($0.value)" }.joined()
      return "\(diagnosis.entry.slug) \(place)\(captures)\(diagnosis.wraps.map { " wraps \($0)" } ?? "")"
    }
  }

  @Test func `The first cause in the text is the answer, wrappers and exit statuses follow`() throws {
    let entries = [
      try entry("status", role: .exitStatus, "exit status {status:int}"), try entry("wrap", role: .wrapper, "npm ERR! code ELIFECYCLE"),
      try entry("late", "disk is full"), try entry("early", "port {port} is taken"),
    ]
    #expect(
      try answer(entries, "npm ERR! code ELIFECYCLE\nexit status 1\nport 80 is taken\ndisk is full\nexit status 1\n") == [
        "early 3:1x1 port=80", "late 4:1x1", "wrap 1:1x1 wraps early", "status 2:1x2 status=1 wraps early",
      ])
    #expect(try answer(entries, "exit status 2") == ["status 1:1x1 status=2"])
    #expect(try answer(entries, "all is well") == [])
  }

  @Test func `On one line the heavier goes first, then the column, then the slug`() throws {
    let entries = [
      try entry("b", "one two"), try entry("a", "one two three"), try entry("d", "four five"), try entry("c", "six seven"),
    ]
    #expect(try answer(entries, "four five, six seven") == ["d 1:1x1", "c 1:12x1"])
    let equal = [try entry("y", "one two"), try entry("x", "two one")]
    #expect(try answer(equal, "one two, two one") == ["y 1:1x1", "x 1:10x1"])
    #expect(try answer([try entry("y", "one two"), try entry("x", "one two")], "one two") == ["x 1:1x1", "y 1:1x1"])
  }

  @Test func `A longer match of another entry covers a shorter one inside it`() throws {
    let entries = [
      try entry("go", "listen tcp {host}:{port}: bind: address already in use"),
      try entry("docker", "userland proxy: listen tcp {host}:{port}: bind: address already in use"),
    ]
    #expect(
      try answer(entries, "starting userland proxy: listen tcp :80: bind: address already in use") == ["docker 1:10x1 host= port=80"])
    #expect(try answer(entries, "listen tcp :80: bind: address already in use") == ["go 1:1x1 host= port=80"])
    let equal = [try entry("light", "in use {word}"), try entry("heavy", "in use port80")]
    #expect(try answer(equal, "in use port80") == ["heavy 1:1x1"])
    let roles = [try entry("wrap", role: .wrapper, "failed: {rest}"), try entry("cause", "no space left")]
    #expect(try answer(roles, "failed: no space left") == ["cause 1:9x1", "wrap 1:1x1 rest=no space left wraps cause"])
  }

  @Test func `An unless pattern within 20 lines vetoes a hit, which still covers`() throws {
    let entries = [try entry("refused", "connection to {host} refused -- retry succeeded"), try entry("short", "connection to db")]
    let gap = String(repeating: "\n", count: 20)
    #expect(try answer(entries, "connection to db refused\nretry succeeded") == [])
    #expect(try answer(entries, "retry succeeded\(gap)connection to db refused") == [])
    #expect(try answer(entries, "retry succeeded\n\(gap)connection to db refused") == ["refused 22:1x1 host=db"])
  }

  @Test func `Patterns of lines follow one another within 20 lines and join their captures`() throws {
    let entries = [try entry("object", "code: 'EADDRINUSE' // address: '{host}' // port: {port}")]
    #expect(try answer(entries, "{ code: 'EADDRINUSE', address: '::', port: 80 }") == ["object 1:3x1 host=:: port=80"])
    #expect(try answer(entries, "code: 'EADDRINUSE'\n\naddress: '::'\nport: 80") == ["object 1:1x1 host=:: port=80"])
    #expect(try answer(entries, "address: '::'\ncode: 'EADDRINUSE'\nport: 80") == [])
    #expect(try answer(entries, "code: 'EADDRINUSE'\(String(repeating: "\n", count: 21))address: '::'\nport: 80") == [])
  }

  @Test func `What reads the same text in another way adds nothing`() throws {
    let entries = [try entry("e", "in use {host}:{port}", "in use {name:word}", "pid {pid}")]
    #expect(try answer(entries, "in use web:80, pid 7") == ["e 1:1x1 host=web pid=7 port=80"])
    #expect(try answer(entries, "in use web:80\nin use db") == ["e 1:1x1 host=web name=db port=80"])
  }

  @Test func `A name in several patterns captures equal text`() throws {
    let entries = [try entry("two", "one {port} x // two {port} y")]
    #expect(try answer(entries, "one 1 x\ntwo 2 y") == [])
    #expect(try answer(entries, "one 2 x\ntwo 2 y") == ["two 1:1x1 port=2"])
  }

  @Test func `Later hits of an entry add captures within 20 lines only`() throws {
    let entries = [try entry("e", "bind failed", "port: {port}", "host: {host}")]
    let far = String(repeating: "\n", count: 21)
    #expect(try answer(entries, "bind failed\nport: 80\nport: 81\(far)host: db") == ["e 1:1x1 port=80"])
  }

  @Test func `Prose that mentions an error between backticks is not the error`() throws {
    let entries = [try entry("e", "address already in use"), try entry("rust", "unresolved import `{module}`")]
    #expect(try answer(entries, "The guide says what `address already in use` means here.") == [])
    #expect(try answer(entries, "The guide says what ``address already in use`` means here.") == [])
    #expect(try answer(entries, "see `address already in use`") == ["e 1:6x1"])
    #expect(try answer(entries, "2026-11-22 10:00:00 [INFO] got `address already in use` now") == ["e 1:33x1"])
    #expect(try answer(entries, "error in the build: unresolved import `foo`") == ["rust 1:21x1 module=foo"])
  }

  @Test func `A phrase broken over two lines is joined`() throws {
    let entries = [try entry("e", "endpoint {container:word} ({...}: Bind for {host}:{port} failed: port is already allocated")]
    #expect(
      try answer(entries, "endpoint web (8c7): Bind for 0.0.0.0:80 failed: port is alr\neady allocated") == [
        "e 1:1x1 container=web host=0.0.0.0 port=80"
      ])
    #expect(
      try answer(entries, "12:00:01 endpoint web (8c7): Bind\n12:00:01 for 0.0.0.0:80 failed: port is already allocated") == [
        "e 1:10x1 container=web host=0.0.0.0 port=80"
      ])
    #expect(try answer(entries, "endpoint web (8c7): Bind for 0.0.0.0:8\n0 failed: port is already allocated") == [])
  }

  /// A text as a terminal of a width shows it.
  private func wrapped(_ text: String, at width: Int) -> String {
    text.split(separator: "\n").map { line in
      stride(from: 0, to: line.count, by: width).map { start in
        String(line.dropFirst(start).prefix(width))
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test(arguments: 40...110)
  func `What a terminal wrapped is read as one line`(width: Int) throws {
    let entries = [try entry("e", "endpoint {container:word} ({...}): Bind for {host}:{port} failed: port is already allocated")]
    let line =
      "docker: Error response from daemon: driver failed on endpoint web2 (8c78aad5c49441a95d402ef9872d53ce8a19b3e9bb836a85e2fae404cff1f337): "
      + "Bind for 127.0.0.1:18080 failed: port is already allocated"
    let answer = try answer(entries, wrapped(line + "\nrun docker --help", at: width).replacing("\n ", with: "\n"))
    // A blank at a line's beginning looks like an indented line, which is not joined.
    guard !wrapped(line, at: width).contains("\n ") else { return }
    // Two lines as wide as the terminal prove its width.
    guard line.count > 2 * width else { return }
    #expect(answer.map { $0.split(separator: " ", maxSplits: 2).last ?? "" } == ["container=web2 host=127.0.0.1 port=18080"])
  }

  @Test(arguments: [
    // Lines that say the same again are equally wide without a terminal's help.
    (
      "17.25 Error: in use 127.0.0.1:80, in use :::80\n17.26 Error: in use 127.0.0.1:80, in use :::80\ndone",
      "e 1:14x2 host=127.0.0.1 port=80"
    ),
    ("1 the quick brown fox says in use :::3000\n2 the quick brown fox says in use :::3000\n3 x", "e 1:28x2 host=:: port=3000"),
    ("1 the quick brown fox jumps: in use :::30000\n2026-11-22 10:00:00 next", "e 1:30x1 host=:: port=30000"),
    // A number that may go on in the next line is not a value.
    ("the quick brown fox jumps over: in use 0.0.0.0:30\n123\n", "e 1:33x1 host=0.0.0.0"),
    ("the quick brown fox jumps over: in use 0.0.0.0:30\n  123\n", "e 1:33x1 host=0.0.0.0 port=30"),
  ])
  func `A value is never longer or shorter than it was printed`(text: String, expected: String) throws {
    #expect(try answer([try entry("e", "in use {host}:{port}")], text) == [expected])
  }

  @Test(arguments: [
    (#"{"log":"in use /run/app.sock\n","stream":"stderr"}"#, ["e 1:9x1 path=/run/app.sock"]),
    (#"{"msg":"in use C:\\new\\app.sock"}"#, [#"e 1:9x1 path=C:\new\app.sock"#]),
    (#"plain: in use C:\new\app.sock"#, [#"e 1:8x1 path=C:\new\app.sock"#]),
  ])
  func `A quoted string is read without its escapes, plain text as it stands`(text: String, expected: [String]) throws {
    #expect(try answer([try entry("e", "in use {path}")], text) == expected)
  }

  @Test func `Escaped text is read, and places map back to the line as pasted`() throws {
    let entries = [try entry("e", "^Error: listen EADDRINUSE: address already in use {host}:{port}")]
    #expect(
      try answer(entries, #"{"log":"x\nError: listen EADDRINUSE: address already in use :::3000\n"}"#) == ["e 1:12x1 host=:: port=3000"])
  }

  @Test func `Names find entries: the slug first, then codes and aliases in any case`() throws {
    var aliased = try entry("first", code: "EADDRINUSE", "first one")
    aliased.aliases = ["Errno 98"]
    let index = SearchIndex(
      site: IndexedSite(title: "T", url: nil, content: ""), entries: [aliased, try entry("eaddrinuse", code: "eaddrinuse", "x y")])
    let decoder = try ErrorDecoder(indexJSON: index.json)
    let slugs = { (name: String) in try decoder.lookUp(name).map(\.entry.slug) }
    #expect(try slugs("EADDRINUSE") == ["eaddrinuse"])
    #expect(try slugs("errno 98") == ["first"])
    #expect(try slugs("nothing") == [])
  }

  @Test func `Codes that several entries share find them all`() throws {
    let index = SearchIndex(
      site: IndexedSite(title: "T", url: nil, content: ""),
      entries: [try entry("b", code: "EACCES", "b b"), try entry("a", code: "eacces", "a a")])
    #expect(try ErrorDecoder(indexJSON: index.json).lookUp("Eacces").map(\.entry.slug) == ["a", "b"])
    #expect(try ErrorDecoder(index).lookUp("Eacces").map(\.entry) == index.entries.filter { ["a", "b"].contains($0.slug) })
  }

  /// The words are cut from a signature's source; they must be those of its fixed text.
  @Test(arguments: [
    ("the {{name}} of {{{value:word}}} was {refused|denied} by {host}{...}server_1 {^}anchor{$} 1234", "the name was server_1 anchor"),
    ("^Ｆull width {port}letters of {path:path}Windows", "full width letters windows"),
    ("}}}}alpha{{{{beta}}{{gamma twice Twice", "alpha beta gamma twice"),
  ])
  func `The words of a guess are those of the signature's fixed text`(signature: String, words: String) throws {
    let index = SearchIndex(
      site: IndexedSite(title: "T", url: nil, content: ""), entries: [try entry("a", signature), try entry("b", "something else entirely")])
    let text = "value word refused denied host path port 1234 \(words)"
    let guesses = try ErrorDecoder(indexJSON: index.json).decode(Array(text.utf8)).nearest
    #expect(guesses.map { "\($0.slug) \($0.score) \($0.shared.joined(separator: " "))" } == ["a 1000 \(words)"])
  }

  @Test func `A text that matches nothing has guesses, the one with most rare words first`() throws {
    let entries = [
      try entry("bind", "listen tcp {host}:{port}: bind: address already in use"),
      try entry("denied", "listen tcp {host}:{port}: bind: permission denied"), try entry("far", "disk quota exceeded"),
    ]
    let index = SearchIndex(site: IndexedSite(title: "T", url: "https://example.com/", content: ""), entries: entries)
    let guesses = { (text: String) in
      try ErrorDecoder(indexJSON: index.json).decode(Array(text.utf8)).nearest.map {
        "\($0.slug) \($0.score) \($0.shared.joined(separator: " "))"
      }
    }
    #expect(
      try guesses("x\nListen TCP failed: bind error, address already used") == [
        "bind 777 listen tcp bind address already", "denied 428 listen tcp bind",
      ])
    #expect(try guesses("listen tcp :80: bind: permission denied") == [])
    #expect(try guesses("all is well with the disk") == [])
    #expect(try guesses("") == [])
    let json = Answer(diagnoses: [], nearest: [Guess(slug: "a", title: "T", url: "errors/a/", score: 700, shared: ["x", "y"])])
    #expect(
      String(decoding: json.json(siteURL: "https://example.com/").bytes, as: UTF8.self)
        == #"{"schema":1,"matched":false,"diagnoses":[],"nearest":[{"entry":"a","title":"T","url":"https://example.com/errors/a/","score":700,"shared":["x","y"]}]}"#
    )
  }

  @Test func `The answer as JSON is pinned`() throws {
    var port = try entry("eaddrinuse", code: "EADDRINUSE", "in use {host}:{port}")
    port.summary = "Port {port} on {host} is taken; write {{port}}."
    port.captures = [
      IndexedCapture(name: "host", type: .host, example: "::"), IndexedCapture(name: "port", type: .port, example: "3000"),
      IndexedCapture(name: "path", type: .path, example: "/run/a b"),
    ]
    port.steps = [
      IndexedStep(
        title: "Look at {port}", text: "Say \"{host}\".",
        commands: [
          IndexedCommand(systems: [.linux], risk: .look, shell: .sh, text: "ss 'sport = :{port}'; ls {path}", note: "For {port}:"),
          IndexedCommand(systems: [.windows], risk: .look, shell: .cmd, text: "dir {path}", note: ""),
        ])
    ]
    let index = SearchIndex(site: IndexedSite(title: "T", url: "https://example.com/d/", content: "2026-11-22"), entries: [port])
    let diagnoses = try ErrorDecoder(indexJSON: index.json).diagnose(Array("x\n  in use 10.0.0.5:80\t!".utf8))
    let json = String(decoding: Answer(diagnoses: diagnoses).json(siteURL: index.site.url, system: .linux).bytes, as: UTF8.self)
    #expect(
      json == #"""
        {"schema":1,"matched":true,"diagnoses":[{"entry":"eaddrinuse","title":"EADDRINUSE","url":"https://example.com/d/errors/eaddrinuse/","role":"cause","line":2,"column":3,"occurrences":1,"text":"  in use 10.0.0.5:80\t!","signature":"in use {host}:{port}","captures":{"host":"10.0.0.5","port":"80"},"summary":"Port 80 on 10.0.0.5 is taken; write {port}.","steps":[{"title":"Look at 80","text":"Say \"10.0.0.5\".","commands":[{"systems":["linux"],"risk":"look","shell":"sh","text":"ss 'sport = :80'; ls '/run/a b'","note":"For 80:"}]}],"examples":{"path":"/run/a b"}}],"nearest":[]}
        """#)
    #expect(
      String(decoding: Answer(diagnoses: []).json(siteURL: nil).bytes, as: UTF8.self)
        == #"{"schema":1,"matched":false,"diagnoses":[],"nearest":[]}"#)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
