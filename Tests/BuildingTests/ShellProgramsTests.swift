import Building
import Cataloging
import Decoding
import Testing

@Suite struct ShellProgramsTests {
  private func script(_ text: String, isFragment: Bool = true) -> ShellScript {
    ShellScript(shell: .sh, text: text, isFragment: isFragment)
  }

  @Test func `a script that sh cannot read has one complaint, with its line`() throws {
    let scripts = [script("ls\n"), script("ls\nif true; then\n"), script("echo \"$(ls\" \n"), script("true\n", isFragment: false)]
    let complaints = try ShellPrograms.complaints(about: scripts)
    #expect(complaints.map(\.count) == [0, 1, 1, 0])
    #expect(complaints[1].map(\.code) == [nil])
    #expect(complaints[1].allSatisfy { (2...3).contains($0.line) && $0.message.contains("yntax error") })
  }

  @Test func `bash is read by bash`() throws {
    let scripts = [ShellScript(shell: .bash, text: "cat <(ls) \n[[ -f a ]]\n", isFragment: true), script("cat <(ls)\n")]
    #expect(try ShellPrograms.complaints(about: scripts).map(\.isEmpty) == [true, false])
  }

  @Test func `nothing of a script is run`() throws {
    let folder = try TemporaryFolder()
    let text = "touch '\(folder.path)/made'\n: $(touch '\(folder.path)/made')\n"
    _ = try ShellPrograms.complaints(about: [script(text), ShellScript(shell: .bash, text: text, isFragment: false)])
    #expect(try ContentReader.read(folder.path).isEmpty)
  }

  @Test(.enabled(if: ShellPrograms.hasShellcheck)) func `shellcheck's warnings have their places, behind tabs too`() throws {
    let scripts = [script("ls\n\tsudo echo é 1 > /etc/x\n"), script("echo $x | grep y\n"), script("for i in `seq 3`; do echo $i\n")]
    let complaints = try ShellPrograms.complaints(about: scripts)
    #expect(complaints[0].map(\.code) == ["SC2024"])
    #expect(complaints[0].map(\.line) == [2])
    #expect(complaints[0].map(\.column) == [16])
    #expect(complaints[2].map(\.code) == [nil])
  }

  @Test func `no script, no complaint`() throws { #expect(try ShellPrograms.complaints(about: []).isEmpty) }
}
