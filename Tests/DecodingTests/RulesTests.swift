import Testing

@testable import Decoding

/// The rules that decide between several readings of a text, each on a text that needs it.
@Suite struct RulesTests {
  /// Slug, line, column and captures of each diagnosis, for entries of one signature each.
  private func answer(_ entries: [(slug: String, role: Role, signatures: [String])], _ text: String) throws -> [String] {
    let indexed = try entries.map { row in
      var entry = IndexedEntry.blank
      entry.slug = row.slug
      entry.role = row.role
      entry.signatures = try row.signatures.map { IndexedSignature(lines: [try Signature($0)]) }
      return entry
    }
    let index = SearchIndex(site: IndexedSite(title: "T", url: nil, content: ""), entries: indexed)
    return try ErrorDecoder(indexJSON: index.json).diagnose(Array(text.utf8)).map { diagnosis in
      let captures = diagnosis.captures.map { " \($0.name)=\($0.value)" }.joined()
      return "\(diagnosis.entry.slug) \(diagnosis.evidence?.line ?? 0):\(diagnosis.evidence?.column ?? 0)\(captures)"
    }
  }

  @Test func `In a log that is one JSON string the earlier row goes first, though the later is heavier`() throws {
    let entries: [(String, Role, [String])] = [
      ("first", .cause, ["disk is full"]), ("second", .cause, ["could not write the whole of {path}"]),
    ]
    #expect(
      try answer(entries, #"{"log":"disk is full\ncould not write the whole of /srv/a\n"}"#) == ["first 1:9", "second 1:23 path=/srv/a"])
    #expect(try answer(entries, "could not write the whole of /srv/a: disk is full") == ["second 1:1 path=/srv/a", "first 1:38"])
  }

  @Test(arguments: [
    ("undefined reference to `pthread_create'", ["link 1:1 name=pthread_create"]),
    ("undefined reference to `pthread_create`", ["link 1:1 name=pthread_create"]),
    ("undefined reference to 'pthread_create'", ["link 1:1 name=pthread_create"]),
    ("/app/a.c:3: in function `main': undefined reference to `connect' in the object `b'", ["link 1:33 name=connect"]),
  ])
  func `GNU and Ruby close a backtick with an apostrophe`(text: String, expected: [String]) throws {
    #expect(try answer([("link", .cause, ["undefined reference to '{name:quoted}'"])], text) == expected)
  }

  @Test(arguments: [
    ("throw new Error('listen failed on port ' + p); f(\"port is taken\")\n      ^\n\nError: port is taken", ["taken 4:8"]),
    ("throw new Error('port is taken')\n          ^\u{1B}[K\n", []),
    ("✓ says that port is taken (3 ms)", []), ("ok 12 - port is taken", []), ("    ✔ port is taken", []),
    ("not ok 12 - port is taken", ["taken 1:13"]), ("port is taken\n^C", ["taken 1:1"]), ("✗ port is taken", ["taken 1:3"]),
  ])
  func `Source code and passed tests only mention an error`(text: String, expected: [String]) throws {
    #expect(try answer([("taken", .cause, ["port is taken"])], text) == expected)
  }

  @Test(arguments: [
    (#"{"log":"MemoryError\n","stream":"stderr"}"#, ["memory 1:9"]),
    (#"{"msg":"failed to open: /srv/a is busy","level":"error"}"#, ["open 1:9 rest=/srv/a is busy\",\"level\":\"error\"}"]),
    (#"{"msg":"failed to open: \"/srv/a\" is busy","level":"error"}"#, [#"open 1:9 rest="/srv/a" is busy"#]),
    (#"b'failed to open: driver\n\tat step 2\n'"#, ["open 1:3 rest=driver"]),
    (#"failed to open: C:\new\table.txt and "x\n""#, [#"open 1:1 rest=C:\new\table.txt and "x"#]),
  ])
  func `A quoted string is read by itself, without what encloses it`(text: String, expected: [String]) throws {
    #expect(try answer([("memory", .cause, ["^MemoryError$"]), ("open", .cause, ["failed to open: {rest}"])], text) == expected)
  }

  @Test func `HTML entities are escapes`() throws {
    let entries: [(String, Role, [String])] = [("find", .cause, ["Cannot find module '{module}'"])]
    #expect(try answer(entries, "<pre>Error: Cannot find module &#39;express&#39;</pre>") == ["find 1:13 module=express"])
    #expect(try answer(entries, "<pre>Error: Cannot find module &quot;a&amp;b&quot;</pre>") == ["find 1:13 module=a&b"])
    #expect(try answer(entries, "x && y & z: Cannot find module 'express'") == ["find 1:13 module=express"])
  }

  @Test func `A lighter reading of the same text adds the values that the heavier one lacks`() throws {
    let entries: [(String, Role, [String])] = [("refused", .cause, ["Error: connect ECONNREFUSED", "ECONNREFUSED {host}:{port}"])]
    #expect(try answer(entries, "Error: connect ECONNREFUSED 127.0.0.1:5432") == ["refused 1:1 host=127.0.0.1 port=5432"])
  }

  @Test(arguments: [
    "Bind for 0.0.0.0:8080\nfailed: port is already allocated", "Bind for 0.0.0.0:8080 \n   failed: port is already allocated",
    "Bind for 0.0.0.0:8080 failed: port is\nalready allocated", "│ Bind for 0.0.0.0:8080\n│ failed: port is already allocated",
    "Bind f\nor 0.0.0.0:8080 failed: port is already allocated",
  ])
  func `A phrase may be broken within a literal, or before one that begins with a blank`(text: String) throws {
    let entries: [(String, Role, [String])] = [("taken", .cause, ["Bind for {host}:{port} failed: port is already allocated"])]
    #expect(try answer(entries, text).map { $0.drop { $0 != "h" } } == ["host=0.0.0.0 port=8080"])
  }

  @Test(arguments: ["connection to db failed: Connec\ntion refused", "connection to db failed: Con\nnection refused"])
  func `A choice that is broken where a literal may be is found`(text: String) throws {
    let entries: [(String, Role, [String])] = [("refused", .cause, ["connection to {host} failed: {Connection refused|no route}"])]
    #expect(try answer(entries, text) == ["refused 1:1 host=db"])
  }

  @Test(arguments: [
    // Too little of the literal on both sides of the joint.
    "so Bi\n12:00:00 nd for 0.0.0.0:8080 failed: port is already allocated",
    // What stands between is not the beginning of the line.
    "Bind for 0.0.0.0:8080 failed: port is\nnot yet already allocated",
    "Bind for 0.0.0.0:80\n80 failed: port is already allocated", "Bind for 0.0.0.0:8080 failed: port is\r\n\r\nalready allocated",
    "Bind for 0.0.0.0:8080 failed: port is\ralready allocated",
  ])
  func `Nothing is joined falsely`(text: String) throws {
    let entries: [(String, Role, [String])] = [("taken", .cause, ["Bind for {host}:{port} failed: port is already allocated"])]
    #expect(try answer(entries, text) == [])
  }

  @Test(arguments: [
    ("refused: 10.0.0.5:63\n79", ""), ("refused: 10.0.0.5:63\n79)", ""), ("refused: 10.0.0.5:63\n79: try again", ""),
    ("refused: 10.0.0.5:63\n79.", ""), ("refused: 10.0.0.5:63\n79\"}", ""),
    // What begins the next message.
    ("refused: 10.0.0.5:6379\n10200:S 22 Nov 2026 14:33:13.123 * Retrying", " port=6379"),
    ("refused: 10.0.0.5:80\n4711:S 22 Nov 2026 14:33:13.123 * Retrying", " port=80"),
    ("refused: 10.0.0.5:80\n10.0.0.7 - - GET", " port=80"), ("refused: 10.0.0.5:80\n10 tries", " port=80"),
    // No port is so high.
    ("refused: 10.0.0.5:6379\n10200: retrying", " port=6379"), ("refused: 10.0.0.5:6379\n60", " port=6379"),
  ])
  func `Half a number is no value, a number before another message is`(text: String, port: String) throws {
    #expect(try answer([("refused", .cause, ["refused: {host}:{port}"])], text) == ["refused 1:1 host=10.0.0.5\(port)"])
  }

  @Test func `Heroku's prefix is passed over`() throws {
    let entries: [(String, Role, [String])] = [("x", .cause, ["^Error: boom"])]
    #expect(try answer(entries, "2026-11-22T10:00:00.123456+00:00 app[web.1]: Error: boom") == ["x 1:46"])
  }

  @Test func `Values are told apart scalar by scalar`() throws {
    let entries: [(String, Role, [String])] = [("same", .cause, ["from {user} to {user}!"])]
    #expect(try answer(entries, "from \u{E9} to \u{E9}!") == ["same 1:1 user=\u{E9}"])
    #expect(try answer(entries, "from \u{E9} to e\u{301}!") == [])
  }
}
