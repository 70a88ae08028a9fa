import Decoding
import Testing

@testable import Linting

@Suite struct SignatureInclusionTests {
  @Test(arguments: [
    ("cannot open {path}", "cannot  OPEN {file:path}"), ("open '{path}'", "open \"{file:path}\""), ("open {path}", "open {file:word}"),
    ("port {port} in use", "port {int} in use"), ("port {pid} in use", "port {id:word} in use"), ("at {ip}:{port}", "at {host}:{port}"),
    ("exit 1 of x", "exit {int} of x"), ("exit status 1", "exit status {int}"), ("open {word}", "open {rest}"),
    ("a {b|c} d", "a {c|b|e} d"),
    ("a b d", "a {b|c} d"), ("a {...} b", "a{...}b"), ("a {...}{word} b", "a {...} b"), ("^a b$", "a b"), ("^a b", "a b"),
    ("open '{x:ident}' now", "open '{x:word}' now"), ("x: {a:word} {a:word}", "x: {b:word} {b:word}"),
    ("x: {a:word} {a:word}", "x: {b:word} {c:word}"),
    ("é {user}", "é {word}"), ("x {ident}: no", "x {path}: no"),
  ]) func `everything that one matches the other matches too`(narrow: String, wide: String) throws {
    #expect(SignatureInclusion.isIncluded(try Signature(narrow), in: try Signature(wide)))
  }

  @Test(arguments: [
    ("cannot open {file:word}", "cannot open {path}"), ("port {int}", "port {port}"), ("at {host}", "at {word}"), ("at {ip}", "at {word}"),
    ("a {c|b|e} d", "a {b|c} d"), ("a {b|c} d", "a b d"), ("a b", "^a b"), ("a b", "a b$"), ("a {word} b", "a {...}b b"),
    ("x: {a:word} {b:word}", "x: {c:word} {c:word}"), ("open {ident}", "open {path}"), ("a bc", "a b"), ("a b", "a bc"),
    ("open -", "open {int}"),
    ("exit 1{x|y} z", "exit {int} z"), ("a {...} b", "a {word} b"), ("ab {word}", "ab {user}"), ("'{x:word} b", "'{x:ident} b"),
  ]) func `one matches what the other does not`(narrow: String, wide: String) throws {
    #expect(!SignatureInclusion.isIncluded(try Signature(narrow), in: try Signature(wide)))
  }

  /// What is said to be included must be so in the engine itself.
  @Test(arguments: [
    ("cannot open {path}", "cannot open {word}", "x cannot open /srv/a: taken"),
    ("exit status 1", "exit status {int}", "exit status 1.5 and 1"),
    ("open '{x:ident}' now", "open '{x:word}' now", "open 'a b-c' now"), ("at {ip}:{port} x", "at {host}:{port} x", "at [::1]:80 x"),
    ("open {word}", "open {rest}", "open a, b"), ("a {b|c} d", "a {c|b|e} d", "a b d"),
    ("port {port} in", "port {w:word} in", "port 80 in"),
  ]) func `the engine agrees`(narrow: String, wide: String, text: String) throws {
    let (narrow, wide) = (try Signature(narrow), try Signature(wide))
    #expect(SignatureInclusion.isIncluded(narrow, in: wide))
    for signature in [narrow, wide] {
      let entry = IndexedEntry(
        slug: "a", area: "a", url: "errors/a/", title: "A", code: nil, aliases: [], condition: nil, role: .cause, summary: "A",
        signatures: [IndexedSignature(lines: [signature])], steps: [], faq: [], captures: [])
      let index = SearchIndex(site: IndexedSite(title: "", url: nil, content: ""), entries: [entry])
      #expect(try ErrorDecoder(indexJSON: index.json).diagnose(Array(text.utf8)).count == 1, "\(signature.text)")
    }
  }

  @Test func `each type includes itself, and what is included by it and by another one is transitive`() {
    for type in HoleType.allCases {
      #expect(type.includes(type))
      for other in HoleType.allCases where type.includes(other) {
        for third in HoleType.allCases where other.includes(third) && other != third {
          #expect(type.includes(third), "\(type) \(other) \(third)")
        }
      }
    }
  }

  @Test func `a signature at its limits is compared in little time`() throws {
    let long = try Signature(String(repeating: "{...}a{x|}", count: 32).dropFirst(5) + "b")
    let other = try Signature(String(repeating: "{...}a{x|y}", count: 32).dropFirst(5) + "b")
    #expect(!SignatureInclusion.isIncluded(long, in: other))
    #expect(SignatureInclusion.isIncluded(long, in: long))
  }
}
