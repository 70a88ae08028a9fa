import Foundation
import Testing

/// What logs put before, behind and into an error's lines.
struct Surroundings: CustomTestStringConvertible {
  let name: String
  /// The whole log.
  let log: @Sendable ([String]) -> String

  /// Whether the error's lines are one line, with `\n` where they end.
  var isEscaped: Bool { log(["a", "b"]).contains("\\n") && !log(["a", "b"]).contains("b\n") }
  var isWrapped: Bool { name.hasSuffix("wraps") }

  var testDescription: String { name }

  /// Each line behind a prefix, between lines of a healthy start.
  private static func prefixed(
    _ name: String, before: [String], after: [String], lineEnd: String = "\n", _ line: @escaping @Sendable (String) -> String
  ) -> Surroundings {
    Surroundings(name: name) { lines in (before + lines.map(line) + after).map { $0 + lineEnd }.joined() }
  }

  static let all = [
    prefixed(
      "docker compose",
      before: [
        "Attaching to db-1, web-1",
        "db-1   | PostgreSQL Database directory appears to contain a database; Skipping initialization",
        "db-1   | 2026-11-22 15:52:41.101 UTC [1] LOG:  starting PostgreSQL 17.2 on x86_64-pc-linux-gnu",
        "db-1   | 2026-11-22 15:52:41.140 UTC [1] LOG:  database system is ready to accept connections",
        "web-1  | > app@1.0.0 start",
        "web-1  | > node server.js",
        "web-1  | ",
      ],
      after: ["web-1 exited with code 1"]
    ) { "web-1  | " + $0 },
    prefixed(
      "the journal",
      before: [
        "Nov 22 15:52:40 web-01 systemd[1]: Started app.service - The app.",
        "Nov 22 15:52:41 web-01 app[4711]: configuration read from /etc/app/app.conf",
        "Nov 22 15:52:41 web-01 sshd[812]: Accepted publickey for deploy from 10.0.0.5 port 50022 ssh2",
      ],
      after: [
        "Nov 22 15:52:42 web-01 systemd[1]: app.service: Main process exited, code=exited, status=1/FAILURE",
        "Nov 22 15:52:42 web-01 systemd[1]: app.service: Failed with result 'exit-code'.",
        "Nov 22 15:52:47 web-01 systemd[1]: app.service: Scheduled restart job, restart counter is at 3.",
      ]
    ) { "Nov 22 15:52:42 web-01 app[4711]: " + $0 },
    prefixed(
      "GitHub Actions",
      before: [
        "2026-11-22T15:52:40.1000000Z ##[group]Run npm ci && npm start",
        "2026-11-22T15:52:40.1000001Z \u{1B}[36;1mnpm ci && npm start\u{1B}[0m",
        "2026-11-22T15:52:40.1000002Z shell: /usr/bin/bash -e {0}",
        "2026-11-22T15:52:40.1000003Z ##[endgroup]",
        "2026-11-22T15:52:44.2000000Z added 212 packages, and audited 213 packages in 4s",
        "2026-11-22T15:52:44.2000001Z found 0 vulnerabilities",
      ],
      after: ["2026-11-22T15:52:45.4000000Z ##[error]Process completed with exit code 1."]
    ) { "2026-11-22T15:52:45.3000000Z " + $0 },
    prefixed(
      "GitLab CI",
      before: [
        "\u{1B}[0KRunning with gitlab-runner 17.5.0\u{1B}[0;m",
        "section_start:1763826760:step_script\r\u{1B}[0K\u{1B}[0K\u{1B}[36;1mExecuting \"step_script\" stage of the job script\u{1B}[0;m",
        "\u{1B}[32;1m$ ./deploy.sh\u{1B}[0;m",
      ],
      after: [
        "section_end:1763826765:step_script\r\u{1B}[0K",
        "\u{1B}[0;33mcleaning up\u{1B}[0;m",
      ]
    ) { "2026-11-22T15:52:45.300000Z 00O " + $0 },
    prefixed(
      "kubectl logs with time stamps and CRLF",
      before: (1...12).map { "2026-11-22T15:52:4\($0 % 10).0Z GET /healthz 200 \($0)ms" }, after: [], lineEnd: "\r\n"
    ) { "2026-11-22T15:52:45.011271926Z " + $0 },
    prefixed(
      "PM2 in colours",
      before: [
        "\u{1B}[33mPM2      | \u{1B}[39mApp [web:0] online", "\u{1B}[32m0|web  | \u{1B}[39mreading /etc/app/app.conf",
        "\u{1B}[32m0|web  | \u{1B}[39mconnected to db at 10.0.0.5:5432",
      ],
      after: ["\u{1B}[33mPM2      | \u{1B}[39mApp [web:0] exited with code [1] via signal [SIGINT]"]
    ) { "\u{1B}[31m0|web  | \u{1B}[39m\u{1B}[1m\($0)\u{1B}[22m\u{1B}[0m" },
    prefixed(
      "a progress line that is drawn over",
      before: ["[+] Running 1/2", " \u{2714} Network shop_default  Created", "\u{1B}[?25l\u{1B}[1A\u{1B}[2KPulling 45%\rPulling 100%"],
      after: ["\u{1B}[?25h"]
    ) { "working\r\u{1B}[K\($0)" },
    Surroundings(name: "a JSON log") { lines in
      let healthy = (1...5).map { #"{"level":"info","time":"2026-11-22T15:52:4\#($0)Z","msg":"GET /healthz","status":200}"# }
      let error = #"{"level":"error","time":"2026-11-22T15:52:46Z","stack":"\#(escaped(lines))","pid":7}"#
      return (healthy + [error, #"{"level":"info","msg":"bye"}"#]).joined(separator: "\n")
    },
    Surroundings(name: "a JSON log within Docker's JSON log") { lines in
      let inner = #"{"level":50,"err":{"message":"\#(escaped(lines))"}}"# + "\n"
      return (1...6).map { #"{"log":"line \#($0)\n","stream":"stdout","time":"2026-11-22T15:52:4\#($0).1Z"}"# + "\n" }.joined()
        + #"{"log":"\#(escaped(inner.components(separatedBy: "\n")))","stream":"stderr","time":"2026-11-22T15:52:47.1Z"}"# + "\n"
    },
    Surroundings(name: "Ansible") { lines in
      """
      PLAY [web] *********************************************************************

      TASK [Gathering Facts] *********************************************************
      ok: [web-01]

      TASK [Start the app] ***********************************************************
      fatal: [web-01]: FAILED! => {"changed": true, "cmd": ["./start"], "rc": 1, "stderr": "\(escaped(lines))", "stdout": ""}

      PLAY RECAP *********************************************************************
      web-01                     : ok=1    changed=0    unreachable=0    failed=1    skipped=0
      """
    },
    wrapped(at: 80), wrapped(at: 120),
  ]

  /// As inside a JSON string.
  private static func escaped(_ lines: [String]) -> String {
    lines.joined(separator: "\n").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// A terminal that was copied from with hard line ends where it wraps.
  static func wrapped(at width: Int) -> Surroundings {
    Surroundings(name: "a terminal of \(width) columns that wraps") { lines in
      let shell = ["deploy@web-01:~$ ./deploy.sh", "pulling main", "Already up to date."]
      return (shell + lines + ["deploy@web-01:~$ "]).flatMap { cut($0, to: width) }.joined(separator: "\n")
    }
  }

  private static func cut(_ line: String, to width: Int) -> [String] {
    let starts = stride(from: 0, to: max(1, line.count), by: width)
    return starts.map { String(line.dropFirst($0).prefix(width)) }
  }
}
