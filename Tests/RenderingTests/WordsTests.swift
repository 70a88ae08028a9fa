import Decoding
import Testing

@testable import Rendering

@Suite struct WordsTests {
  @Test(
    arguments: [
      ([System.linux], Shell.sh, "Linux", nil), ([.linux, .macos], .bash, "Linux and macOS", nil),
      ([.linux, .macos, .windows], .sh, "Linux, macOS and Windows", nil),
      ([.windows], .powershell, "Windows", "PowerShell"), ([.windows], .cmd, "Windows", "cmd"), ([], .sh, nil, nil),
      ([], .powershell, nil, "PowerShell"),
    ] as [([System], Shell, String?, String?)])
  func anAudienceIsNamed(systems: [System], shell: Shell, text: String?, name: String?) {
    #expect(Audience.text(systems: systems) == text)
    #expect(Audience.name(of: shell) == name)
  }

  @Test(arguments: [
    ("captured with Node 20 on Debian 12", "Captured with Node 20 on Debian 12", "Node 20 on Debian 12"),
    ("Captured with Go 1.24.", "Captured with Go 1.24", "Go 1.24"),
    ("https://example.com/thread/1/", "As shown at example.com/thread/1", nil),
    ("reported by a user", "Reported by a user", nil),
  ])
  func aSourceIsPutInWords(source: String, text: String, capturedWith: String?) {
    #expect(Provenance(source).text == text)
    #expect(Provenance(source).capturedWith == capturedWith)
  }
}
