import Cataloging
import Testing

/// What the head of a script says, and what is wrong with it.
@Suite struct ReproducerTests {
  private static let path = "reproducers/eaddrinuse.sh"

  private func file(_ text: String) -> SourceFile { SourceFile(path: Self.path, bytes: Array(text.utf8)) }

  @Test(arguments: [
    ("node", ["node"]), ("node (20 or newer), psql", ["node|20 or newer", "psql"]), ("  sh  ", ["sh"]),
    ("g++-12 (a, b), x.y_z", ["g++-12|a, b", "x.y_z"]), ("java(17), mvn", ["java|17", "mvn"]),
    ("docker (an Engine (yours)), sh", ["docker|an Engine (yours)", "sh"]),
  ])
  func `commands and notes are read`(line: String, needs: [String]) {
    let file = file("#!/bin/sh\n# Provokes it.\n#   Needs: \(line)\n# Run with: Node 20\n#   and 22\nset -eu\n# Needs: nothing\n")
    #expect(Reproducer.among([file]).map { $0.needs.map { [$0.command, $0.note].compactMap(\.self).joined(separator: "|") } } == [needs])
    #expect(findings(file) == [])
  }

  @Test(arguments: [
    ("", ["1:1+1 reproducer-head: the script does not begin with `#!/bin/sh` and a comment"]),
    ("#!/bin/bash\n# Needs: sh\n# Run with: x\n", ["1:1+11 reproducer-head: the script does not begin with `#!/bin/sh` and a comment"]),
    ("#!/bin/sh\nset -eu\n# Needs: sh\n", ["1:1+9 reproducer-head: the script does not begin with `#!/bin/sh` and a comment"]),
    (
      "#!/bin/sh\n# Provokes it.\n",
      [
        "2:1+14 reproducer-head: the script's head has no line `# Needs:`",
        "2:1+14 reproducer-head: the script's head has no line `# Run with:`",
      ]
    ),
    ("#!/bin/sh\n# Needs: \n# Run with: x\n", ["2:3+7 reproducer-head: nothing stands behind `Needs:`"]),
    ("#!/bin/sh\n# Needs: sh\n# Run with:\n", ["3:3+9 reproducer-head: nothing stands behind `Run with:`"]),
    ("#!/bin/sh\n# Needs: sh\n# Needs: node\n# Run with: x\n", ["3:3+11 reproducer-head: the line `# Needs:` stands here a second time"]),
    ("#!/bin/sh\n# Needs: sh,\n# Run with: x\n", ["2:13+1 reproducer-head: '' is no command with a note in brackets"]),
    (
      "#!/bin/sh\n# Needs: sh, node 20\n# Run with: x\n",
      ["2:14+7 reproducer-head: 'node 20' is no command with a note in brackets"]
    ),
    ("#!/bin/sh\n# Needs: node ()\n# Run with: x\n", ["2:10+7 reproducer-head: 'node ()' is no command with a note in brackets"]),
    ("#!/bin/sh\n# Needs: ../x\n# Run with: x\n", ["2:10+4 reproducer-head: '../x' is no command with a note in brackets"]),
  ])
  func `a head that cannot be read is found`(text: String, findings: [String]) {
    #expect(self.findings(file(text)) == findings)
    #expect(Reproducer.among([file(text)]) == [])
  }

  @Test func `a script without an entry is found`() {
    let file = SourceFile(path: "reproducers/eaddrinus.sh", bytes: Array("#!/bin/sh\n# Needs: sh\n# Run with: x\n".utf8))
    #expect(findings(file) == ["1:1+1 stray-reproducer: there is no entry 'eaddrinus' to reproduce"])
  }

  private func findings(_ file: SourceFile) -> [String] { Content.findings(in: file.path, of: Content.files() + [file]) }
}
