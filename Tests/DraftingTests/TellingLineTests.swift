import Decoding
import Testing

@testable import Drafting

@Suite struct TellingLineTests {
  @Test(arguments: [
    (
      "npm start\nError: connect ECONNREFUSED 10.0.0.5:5432\n    at TCPConnectWrap.afterConnect (node:net:1555:16)\n  code: 'ECONNREFUSED'",
      2
    ),
    (
      "Traceback (most recent call last):\n  File \"/srv/app/a.py\", line 3, in <module>\n    raise ValueError('x')\nValueError: x is bad",
      4
    ),
    (
      "Exception in thread \"main\" a.B: outer\n\tat a.B.c(B.java:1)\nCaused by: a.D: middle\n\tat x\nCaused by: a.E: root\n\t... 2 more", 5
    ),
    ("[INFO] starting\n[WARN] slow disk\n[ERROR] cannot open /srv/data\n[INFO] bye", 3),
    ("fatal: could not read Username\nhint: use a token\nProcess completed with exit code 128.", 1),
    ("make: *** [all] Error 2", 1), ("throw new Error('x');\nUncaught TypeError: x is not a function", 2),
    ("app[1]: level=info msg=\"ready\"\napp[1]: level=error msg=\"dial tcp 10.0.0.5:5432: i/o timeout\"", 2),
    ("npm error code ELIFECYCLE\nnpm error path /srv/app\nsh: 1: vite: not found", 3),
    ("Warning: slow\nError: permission denied", 2),
  ])
  func theLineThatSaysWhatWentWrongIsFound(text: String, number: Int) {
    #expect(TellingLine.find(in: Normalizer.lines(of: Array(text.utf8)))?.number == number)
  }

  @Test(arguments: ["", "\n\n", "Server listening on http://localhost:3000\n", "    at a (b.js:1:2)\n"])
  func aTextWithoutAnErrorHasNone(text: String) {
    #expect(TellingLine.find(in: Normalizer.lines(of: Array(text.utf8))) == nil)
  }

  @Test func itSaysWhatSpeaksForTheLine() {
    let lines = Normalizer.lines(of: Array("OSError: [Errno 98] Address already in use\n".utf8))
    #expect(TellingLine.find(in: lines)?.reasons == ["an error's class (OSError)", "'already in use'"])
  }
}
