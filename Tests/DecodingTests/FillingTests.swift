import Testing

@testable import Decoding

@Suite struct FillingTests {
  private func standings(_ text: String, _ shell: Shell) -> [String] {
    CommandTemplate(text, shell: shell, captures: ["p", "q"]).placeholders.map { "\($0.name) \($0.standing)" }
  }

  @Test(arguments: [
    ("ss -l {p}", ["p bare"]),
    ("ss 'sport = :{p}' {q}", ["p insideQuotes", "q bare"]),
    ("echo \"a {p}\" {q}", ["p insideQuotes", "q bare"]),
    ("echo \"it's {p}\" {q}", ["p insideQuotes", "q bare"]),
    ("echo \"\\\"{p}\" {q}", ["p insideQuotes", "q bare"]),
    ("kill \"$(lsof -t \"{p}\" {q})\"", ["p insideQuotes", "q bare"]),
    ("kill $(lsof -ti :{p}) {q}", ["p bare", "q bare"]),
    ("echo `cat {p}` {q}", ["p forbidden", "q bare"]),
    ("echo ${X:-{p}} {q}", ["p forbidden", "q bare"]),
    ("echo $(({p}+1)) {q}", ["p insideQuotes", "q bare"]),
    ("echo $[{p}] {q}", ["p insideQuotes", "q bare"]),
    ("[[ {p} -eq 1 ]] {q}", ["p insideQuotes", "q bare"]),
    ("(cd {p}; ls) {q}", ["p bare", "q bare"]),
    ("# don't {p}\nls {q}", ["p bare", "q bare"]),
    ("ls a#b'{p}'", ["p insideQuotes"]),
    ("echo \\{p} {q}", ["p forbidden", "q bare"]),
    ("cat <<EOF\n{p}\nEOF", ["p forbidden"]),
    ("cat <<<{p}", ["p bare"]),
    ("echo $'a\\'{p}' {q}", ["p insideQuotes", "q bare"]),
    ("echo {{p}} ${p} {{.p}} {x} {P}", []),
  ])
  func `sh knows what each placeholder stands in`(text: String, expected: [String]) { #expect(standings(text, .sh) == expected) }

  @Test(arguments: [
    ("Get-Item {p}", ["p bare"]),
    ("Get-Item '{p}' {q}", ["p insideQuotes", "q bare"]),
    ("\"a `\"{p}\" {q}", ["p insideQuotes", "q bare"]),
    ("\"$(Get-Item \"{p}\")\" {q}", ["p insideQuotes", "q bare"]),
    ("cat \u{201C}{p}\u{201D} {q}", ["p insideQuotes", "q bare"]),
    ("cat \u{2018}{p}\u{2019} {q}", ["p insideQuotes", "q bare"]),
    ("cmd --% {p}\nls {q}", ["p forbidden", "q bare"]),
    ("# it's {p}\nls {q}", ["p bare", "q bare"]),
    ("<# it's {p} #> {q}", ["p bare", "q bare"]),
    ("@'\n{p}\n'@ {q}", ["p forbidden", "q bare"]),
    ("`{p} ${p}", ["p forbidden"]),
  ])
  func `PowerShell knows what each placeholder stands in`(text: String, expected: [String]) {
    #expect(standings(text, .powershell) == expected)
  }

  @Test(arguments: [("netstat | findstr \":{p} \"", ["p bare"]), ("echo %{p}% ^{q}", ["p forbidden", "q forbidden"])])
  func `cmd knows what each placeholder stands in`(text: String, expected: [String]) { #expect(standings(text, .cmd) == expected) }

  @Test(arguments: [
    (Shell.sh, "/srv/app", "/srv/app"), (.sh, "a b", "'a b'"), (.sh, "a'b", "'a'\\''b'"), (.bash, "$x", "'$x'"),
    (.powershell, "C:\\app", "C:\\app"), (.powershell, "a b", "'a b'"), (.powershell, "a'b", "'a''b'"),
    (.powershell, "a\u{2019}b", "'a\u{2019}\u{2019}b'"), (.powershell, "$(x)", "'$(x)'"), (.powershell, "a,b", "'a,b'"),
    (.cmd, "C:\\app\\x.js", "C:\\app\\x.js"), (.cmd, "/s", "E1"), (.cmd, "a b", "E1"), (.cmd, "%PATH%", "E1"), (.cmd, "a&b", "E1"),
    (.cmd, "a^b", "E1"),
  ])
  func `Each shell quotes in its own way`(shell: Shell, value: String, expected: String) {
    let filled = CommandTemplate("x {p}", shell: shell, captures: ["p"]).filled(
      with: FillValues(own: ["p": value], examples: ["p": "E1"]), risk: .look)
    #expect(filled.text == "x \(expected)")
  }

  /// Values that try to be more than a value; control and invisible characters and a leading dash are never used.
  static let hostile = [
    "$(x)", "`x`", "'; x; '", "\"; x; \"", "a b", "a'b", "a\u{2019}b", "a\u{201D}b", "a\nb", "a\rb", "a;b", "a&b", "a|b", "a>b", "%PATH%",
    "!x!",
    "^x", "@x", "a,b", "#x", "~", "$env:X", "\u{202E}x", "\u{200F}x", "a\u{0}b", "-rf", "/s", "",
  ]

  @Test(arguments: hostile)
  func `PowerShell gets one literal, or the example`(value: String) {
    let filled = CommandTemplate("x {p}", shell: .powershell, captures: ["p"]).filled(
      with: FillValues(own: ["p": value], examples: ["p": "E1"]), risk: .look)
    let word = filled.text.dropFirst(2)
    if value.isEmpty || value.hasPrefix("-") || value.unicodeScalars.contains(where: { $0.isControl || $0.isInvisible }) {
      #expect(word == "E1")
    } else if word.hasPrefix("'") {
      // Between single quotes only a single quote, of any form, has a meaning, and two of them are one.
      let inner = word.dropFirst().dropLast()
      let undoubled = inner.replacing("''", with: "'").replacing("\u{2019}\u{2019}", with: "\u{2019}")
      #expect(word.hasSuffix("'") && undoubled == value)
    } else {
      #expect(word == value && value.unicodeScalars.allSatisfy { $0.isWordScalar || "./:\\-".unicodeScalars.contains($0) })
    }
  }

  @Test(arguments: hostile)
  func `cmd gets a word that it reads nothing into, or the example`(value: String) {
    let filled = CommandTemplate("x {p}", shell: .cmd, captures: ["p"]).filled(
      with: FillValues(own: ["p": value], examples: ["p": "E1"]), risk: .look)
    #expect(filled.text == "x E1")
  }

  @Test(arguments: [("3000", "kill 3000"), ("a", "kill 7"), ("1 2", "kill 7")])
  func `A command that can lose data takes digits only`(value: String, expected: String) {
    let template = CommandTemplate("kill {p}", shell: .sh, captures: ["p"])
    #expect(template.filled(with: FillValues(own: ["p": value], examples: ["p": "7"]), risk: .destroy).text == expected)
  }

  @Test func `Where no value may stand, the name stands`() {
    let filled = CommandTemplate("echo `cat {p}` {q}", shell: .sh, captures: ["p", "q"]).filled(
      with: FillValues(own: ["p": "x"], examples: ["p": "y", "q": "z"]), risk: .look)
    #expect(filled.text == "echo `cat <p>` z")
    #expect(filled.assumedNames == ["q"])
  }

  @Test(arguments: [
    ("port {port} on {host}", "port 80 on db"), ("{{port}} is {port}", "{port} is 80"),
    ("{{.State}} ${port} {x} {", "{{.State}} ${port} {x} {"),
    ("{{{port}}}", "{{80}}"), ("", ""), ("é{port}é{{host}}é", "é80é{host}é"), ("{port", "{port"), ("{{port}", "{{port}"),
  ])
  func `Prose is filled as text`(text: String, expected: String) {
    #expect(TextTemplate(text, captures: ["port", "host"]).filled(with: ["port": "80", "host": "db"]) == expected)
  }
}
