import Decoding
import Testing

@testable import Drafting

@Suite struct SignatureProposalTests {
  @Test(arguments: [
    ("Error: listen EADDRINUSE: address already in use :::3000", ["listen EADDRINUSE: address already in use {host}:{port}"]),
    (
      "2026/11/22 14:00:00 dial tcp 10.0.0.5:5432: connect: connection refused",
      ["dial tcp {host}:{port}: connect: connection refused"]
    ),
    (
      "OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use",
      [
        "OSError: [Errno 98] error while attempting to bind on address ('{host}', {port}): address already in use",
        "[Errno 98] error while attempting to bind on address ('{host}', {port}): address already in use",
      ]
    ),
    ("FATAL:  password authentication failed for user \"app\"", ["password authentication failed for user \"{user}\""]),
    ("ModuleNotFoundError: No module named 'requests'", ["ModuleNotFoundError: No module named '{module}'", "No module named '{module}'"]),
    ("bash: terraform: command not found", ["bash: {command:word}: command not found"]),
    ("ENOENT: no such file or directory, open '/srv/app/config.json'", ["ENOENT: no such file or directory, open '{path}'"]),
    (
      "src/app.ts:12:5 - error TS2307: Cannot find module 'x'",
      ["{file:path}:{line:int}:{column:int} - error TS2307: Cannot find module '{module}'"]
    ),
    ("node: /lib/libc.so.6: version `GLIBC_2.38' not found", ["node: {path}: version `{version}' not found"]),
    ("Get \"https://10.0.0.5:8443/healthz\": context deadline exceeded", ["Get \"{url}\": context deadline exceeded"]),
    (
      "nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)",
      ["nginx: [emerg] bind() to {host}:{port} failed (98: Address already in use)"]
    ),
    (
      "Allowed memory size of 134217728 bytes exhausted (tried to allocate 4096 bytes)",
      ["Allowed memory size of {number:int} bytes exhausted (tried to allocate {number2:int} bytes)"]
    ),
    ("unexpected token { in JSON at position 12", ["unexpected token {{ in JSON at position {number:int}"]),
    (
      "Exception in thread \"main\" java.net.ConnectException: Connection refused to host",
      ["java.net.ConnectException: Connection refused to host", "Connection refused to host"]
    ),
    ("{\"level\":\"error\",\"msg\":\"ping\",\"error\":\"dial tcp 10.0.0.5:9092: i/o timeout\"}", ["dial tcp {host}:{port}: i/o timeout"]),
    ("app.rb:3:in `total': undefined method `price' for nil (NoMethodError)", ["undefined method `{name:quoted}' for nil (NoMethodError)"]),
    ("dez 28 01:00:55 web-01 systemd[20985]: app.service: Failed to execute", ["app.service: Failed to execute"]),
    ("between 3 and 3 of 4 parts", ["between {number:int} and {number:int} of {number2:int} parts"]),
    ("killed", []),
  ])
  func whatVariesIsAHole(line: String, signatures: [String]) throws {
    let line = try #require(Normalizer.lines(of: Array(line.utf8)).first)
    #expect(SignatureProposal.proposals(for: line).map(\.signature.text) == signatures)
  }

  /// Whatever the line is, what is proposed is a signature, and matches it.
  @Test(arguments: [
    "^^^ $ {} {a|b} {...} 'x'", "{port}{host}", String(repeating: "error 1.2.3.4:5 ", count: 400), "fehler: größe 5 für 'é' überschritten!",
    "at 10.0.0.5:80 10.0.0.5:80 10.0.0.5:81", "\"\" '' `` \"a\"b\"c", "$", "error: '", "E: \u{1B}[31mred\u{1B}[0m 5", "::: :: : [::1]:80",
  ])
  func aProposalMatchesItsLine(text: String) throws {
    for line in Normalizer.lines(of: Array(text.utf8)) {
      for proposal in SignatureProposal.proposals(for: line) {
        let probe = Probe([proposal.signature])
        #expect(try probe.decoder.diagnose(Array(text.utf8)).count == 1, "\(proposal.signature.text)")
      }
    }
  }
}
