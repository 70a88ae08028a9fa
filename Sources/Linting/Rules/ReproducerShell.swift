import Cataloging
import Decoding

extension Rule {
  static let reproducerShell = Rule(
    id: "reproducer-shell",
    summary: "A reproducer is a script that sh can read and shellcheck has no warning for.",
    reason: """
      Reproducers run on other people's machines, with dash, busybox or macOS's sh. Each is given to `sh -n`, and to shellcheck as a script \
      of POSIX sh where that is installed; its errors and warnings are findings. The first line is #!/bin/sh.
      """,
    bad: """
      #!/bin/bash
      port=$[RANDOM + 1024]
      """,
    good: """
      #!/bin/sh
      port=${PORT:-38080}
      """,
    check: .content { material, rule in
      let scripts = try material.scripts()
      return material.content.files.flatMap { file -> [Finding] in
        guard let script = Scripts.script(of: file) else { return [] }
        let written = WrittenText(file: file.path)
        let complaints = scripts.complaints(about: script).map { complaint in
          let place = material.place(written, complaint.range(in: script.text))
          guard let code = complaint.code else {
            return rule.finding(at: place, "sh cannot read this: \(complaint.message)", hint: "try it with sh -n")
          }
          return rule.finding(at: place, "\(complaint.message) (\(code))", hint: "see https://www.shellcheck.net/wiki/\(code)")
        }
        let first = script.text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        guard first != "#!/bin/sh" else { return complaints }
        let place = Place(path: file.path, line: 1, column: 1, length: max(1, first.unicodeScalars.count))
        let fix = Fix(
          line: 1, column: 1, length: first.hasPrefix("#!") ? place.length : 0,
          replacement: first.hasPrefix("#!") ? "#!/bin/sh" : "#!/bin/sh\n")
        return [rule.finding(at: place, "the first line is not #!/bin/sh", hint: "write a script of POSIX sh", fix: fix)] + complaints
      }
    })
}
