/// An index of a cause and what wraps it.
enum ChainIndex {
  static let json = #"""
    {"schema":1,"site":{"title":"Fixture","url":"https://example.com/","content":"2026-01-02"},"entries":[
    \#(entry("exit-code", "Exit code", "exit-status", "exited with code {int}", #"{"int":"1"}"#, #"{"int":"int"}"#)),
    \#(entry("login-failed", "Login failed", "cause", "login of {user:rest} failed", #"{"user":"app"}"#, #"{"user":"rest"}"#)),
    \#(entry("no-compiler", "No compiler", "cause", "{command:ident}: not found", #"{"command":"cc"}"#, #"{"command":"ident"}"#)),
    \#(entry("npm-failed", "npm failed", "wrapper", "npm failed here", "{}", "{}"))]}
    """#

  private static func entry(_ slug: String, _ title: String, _ role: String, _ match: String, _ examples: String, _ types: String) -> String {
    let match = slug == "login-failed" ? "login failed: {user:rest}" : match
    let name = examples == "{}" ? "" : " {" + (examples.split(separator: "\"").dropFirst().first ?? "") + "}"
    return #"""
      {"slug":"\#(slug)","area":"ci","url":"errors/\#(slug)/","title":"\#(title)","code":null,"aliases":[],"condition":null,
      "role":"\#(role)","summary":"It is *this*:\#(name).","signatures":[{"match":"\#(match)","weight":12}],
      "steps":[{"title":"Look","text":"","commands":[{"systems":[],"risk":"look","shell":"sh","text":"look\#(name)","note":""}]}],
      "faq":[],"examples":\#(examples),"types":\#(types)}
      """#
  }
}
