import Foundation
import Testing

/// `decode-site init`: a site of one's own that builds and decodes, and nothing lost.
@Suite struct InitSiteTests {
  let disk = try! TemporaryFolder()

  @Test func aNewSiteBuildsWithoutAFindingAndDecodes() async throws {
    let program = try Program.built("decode-site")
    let made = try await program.run(["init", "mine/"], in: disk.path)
    let files = [
      "content/site.yml", "content/areas.yml", "content/conditions.yml", "content/entries/shell/command-not-found.md",
      "content/benign/deploy.log", ".gitignore", ".github/actions/decode-site/action.yml", ".github/workflows/pull-request.yml",
      ".github/workflows/main.yml", ".github/workflows/schedule.yml", ".github/issue.sh",
    ]
    let expected = """
      \(files.map { "mine/\($0)" }.joined(separator: "\n"))

      Next: set the title and the address in mine/content/site.yml, then

        cd mine
        decode-site build
        decode --index site/index.json 'sh: 1: mytool: not found'

      On GitHub, name the repository of decode-site's source in .github/actions/decode-site/action.yml.

      """
    #expect(made == Program.Run(status: 0, output: expected))
    #expect(try Set(disk.files(at: "mine").keys) == Set(files))
    let built = try await program.run(["build"], in: disk.path("mine"))
    #expect(built.status == 0)
    #expect(!built.errors.contains("error") && !built.errors.contains("warning"), "\(built.errors)")
    for text in ["sh: 1: mytool: not found", "bash: mytool: command not found"] {
      let run = try await Program.built("decode").run(["--index", "site/index.json", "--format", "json", text], in: disk.path("mine"))
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(#"{"schema":1,"matched":true,"diagnoses":[{"entry":"command-not-found","#))
      #expect(run.output.contains(#""command":"mytool""#))
    }
  }

  /// They are tried with a runner of our own; here it is seen that they stay what this repository has itself.
  @Test func theWorkflowsUseWhatThisRepositoryUses() async throws {
    #expect(try await Program.built("decode-site").run(["init", "mine"], in: disk.path).status == 0)
    let own = Repository.root.appending(path: ".github/workflows")
    let names = ["pull-request.yml", "main.yml", "schedule.yml"]
    let ours = try names.map { try String(contentsOf: own.appending(path: $0), encoding: .utf8) }.joined()
    let theirs = try (names.map { "workflows/\($0)" } + ["actions/decode-site/action.yml"]).map { try disk.text(at: "mine/.github/\($0)") }
    let used = theirs.joined().split(separator: "\n").compactMap { $0.firstMatch(of: #/uses: (\S+@\S+ # \S+)/#)?.1 }
    #expect(used.count > 10)
    for action in used { #expect(ours.contains("uses: \(action)\n"), "\(action)") }
    let script = try String(contentsOf: Repository.root.appending(path: ".ci/issue"), encoding: .utf8)
    #expect(try disk.text(at: "mine/.github/issue.sh") == script)
  }

  @Test(arguments: [
    (["init", "owned"], 2, "error: owned: is not empty: name a new folder\n"),
    (["init", "owned/notes.txt"], 2, "error: owned/notes.txt: is no folder: name a new one\n"),
    (["init", "a/b"], 2, "error: a/b: No such file or directory\n"),
  ])
  func whatStandsThereIsLeftAlone(arguments: [String], status: Int32, errors: String) async throws {
    try disk.put("precious".utf8, at: "owned/notes.txt")
    let before = try disk.files(at: ".")
    #expect(try await Program.built("decode-site").run(arguments, in: disk.path) == Program.Run(status: status, errors: errors))
    #expect(try disk.files(at: ".") == before)
  }

  @Test func anEmptyFolderIsTaken() async throws {
    try disk.makeFolder("empty")
    #expect(try await Program.built("decode-site").run(["init", "empty"], in: disk.path).status == 0)
  }
}
