/// A small index of our own, so that no edit of the content changes what these tests expect.
enum FixtureIndex {
  static let json = #"""
    {"schema":1,"site":{"title":"Fixture","url":"https://example.com/","content":"2026-01-02"},"entries":[\#(diskFull),\#(portTaken)]}
    """#

  private static let diskFull = #"""
    {"slug":"disk-full","area":"linux","url":"errors/disk-full/","title":"Disk full","code":"ENOFULL","aliases":["Taken"],
    "condition":null,"role":"cause","summary":"No room for {note}.",
    "signatures":[{"match":"no room on {path}","weight":8},{"match":"quota of {note:rest}","weight":8}],
    "steps":[{"title":"Ask","text":"","commands":[{"systems":[],"risk":"look","shell":"sh","text":"quota {note}","note":""}]}],
    "faq":[],"examples":{"note":"app","path":"/srv"},"types":{"note":"rest","path":"path"}}
    """#

  private static let portTaken = #"""
    {"slug":"port-taken","area":"linux","url":"errors/port-taken/","title":"Port taken","code":"EPORT",
    "aliases":["taken","disk-full","port is someone else's"],"condition":null,"role":"cause","summary":"Port {port} is taken.",
    "signatures":[{"match":"port {port} is taken on {host}","weight":13},{"match":"bound:{port}:twice","weight":13}],
    "steps":[{"title":"Look at port {port}","text":"Then stop it.","commands":[
    {"systems":["linux"],"risk":"look","shell":"sh","text":"ss -ltnp 'sport = :{port}'","note":"See who has it:"},
    {"systems":["windows"],"risk":"look","shell":"powershell","text":"Get-NetTCPConnection -LocalPort {port}","note":"See who has it:"},
    {"systems":["macos"],"risk":"destroy","shell":"sh","text":"kill -9 <PID>","note":"End it:"}]}],
    "faq":[],"examples":{"host":"10.0.0.5","port":"3000"},"types":{"host":"host","port":"port"}}
    """#
}
