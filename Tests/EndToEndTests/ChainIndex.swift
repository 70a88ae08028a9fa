/// An index of two causes, and of what wraps one.
enum ChainIndex {
  static let json = #"""
    {"schema":1,"site":{"title":"Fixture","url":"https://example.com/","content":"2026-01-02"},"entries":[
    \#(entry("exit-code", "Exit code", role: "exit-status", match: "exited with code {int}", value: "int", type: "int")),
    \#(entry("login-failed", "Login failed", role: "cause", match: "login failed: {note:rest}", value: "note", type: "rest")),
    \#(entry("no-compiler", "No compiler", role: "cause", match: "{command:ident}: not found", value: "command", type: "ident")),
    \#(entry("npm-failed", "npm failed", role: "wrapper", match: "npm failed in {int} steps", value: "int", type: "int"))]}
    """#

  private static func entry(_ slug: String, _ title: String, role: String, match: String, value: String, type: String) -> String {
    #"""
    {"slug":"\#(slug)","area":"ci","url":"errors/\#(slug)/","title":"\#(title)","code":null,"aliases":[],"condition":null,
    "role":"\#(role)","summary":"It is *this*: {\#(value)}.","signatures":[{"match":"\#(match)","weight":12}],
    "steps":[{"title":"Look","text":"","commands":[{"systems":[],"risk":"look","shell":"sh","text":"look {\#(value)}","note":""}]}],
    "faq":[],"examples":{"\#(value)":"1"},"types":{"\#(value)":"\#(type)"}}
    """#
  }
}
