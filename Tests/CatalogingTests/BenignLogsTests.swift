import Cataloging
import Testing

struct BenignLogsTests {
  private func findings(_ files: [SourceFile]) -> [String] {
    Catalog.build(files: Content.files() + files).findings.map { "\($0.place.path):\($0.summary)" }
  }

  @Test(arguments: [
    ("benign/nginx.log", []), ("benign/README.md", []),
    ("benign/nginx.txt", ["benign/nginx.txt:1:1+1 misplaced-file: this file is no healthy log"]),
    ("benign/.log", ["benign/.log:1:1+1 misplaced-file: this file is no healthy log"]),
    ("benign/web/nginx.log", ["benign/web/nginx.log:1:1+1 misplaced-file: this file is no healthy log"]),
  ]) func `only logs stand among the healthy logs`(path: String, expected: [String]) {
    #expect(findings([SourceFile(path: path, bytes: Array("\u{1B}[32m200 OK\u{1B}[0m\r\n".utf8))]) == expected)
  }

  @Test func `a log is at most a mebibyte`() {
    let largest = [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_576)
    #expect(findings([SourceFile(path: "benign/a.log", bytes: largest)]) == [])
    #expect(
      findings([SourceFile(path: "benign/a.log", bytes: largest + [UInt8(ascii: "\n")])]) == [
        "benign/a.log:1:1+1 log-too-large: the log has 1048577 bytes, of at most 1048576"
      ])
  }

  @Test func `a log is UTF-8`() {
    #expect(
      findings([SourceFile(path: "benign/a.log", bytes: [0x6F, 0x6B, 0x0A, 0x61, 0xFF])]) == [
        "benign/a.log:2:2+1 not-utf8: the byte 0xFF (at offset 4) is not UTF-8"
      ])
  }

  @Test func `the logs are told from what stands beside them, and change nothing in the catalog`() {
    let logs = ["benign/a.log", "benign/b.log"].map { SourceFile(path: $0, bytes: Array("Server ready\n".utf8)) }
    let files = Content.files(["benign/README.md": "Where they come from.\n"]) + logs
    #expect(BenignLogs.among(files) == logs)
    #expect(Catalog.build(files: files).catalog == Catalog.build(files: Content.files()).catalog)
  }
}
