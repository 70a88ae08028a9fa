package import Building

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How a script is kept from the network and what it starts from staying behind.
package struct Isolation: Sendable {
  /// Whether nothing but the loopback is there. If not, a script sees this machine's network, without its proxies.
  package let isLoopbackOnly: Bool
  /// What stands before the script's command.
  let prefix: [String]

  private static let upAndOn = ["/bin/sh", "-c", #"PATH=$PATH:/sbin:/usr/sbin; ip link set lo up && exec "$@""#, "sh"]
  private static let processes = ["--pid", "--fork", "--kill-child", "--mount-proc"]

  /// The best that this machine has: namespaces of Linux in which the loopback is the only network and the script the first process,
  /// whose end is the end of all it has started.
  ///
  /// Root keeps its rights to become another user, as a database server's script must; others keep who they are.
  package static func best(path: String) throws(DiskFailure) -> Isolation {
    let none = Isolation(isLoopbackOnly: false, prefix: [])
    guard let unshare = ExecutablePath(path).place(of: "unshare") else { return none }
    let user = getuid() == 0 ? [] : ["--user", "--map-current-user", "--keep-caps"]
    for options in [user + processes, user, ["--user", "--map-root-user"]] {
      let isolation = Isolation(isLoopbackOnly: true, prefix: [unshare, "--net"] + options + upAndOn)
      if try isolation.works(path: path) { return isolation }
    }
    return none
  }

  private func works(path: String) throws(DiskFailure) -> Bool {
    let folder = try ScratchFolder(named: "decode-site-probe")
    defer { folder.remove() }
    try folder.create("out")
    let process = ScriptProcess(
      command: prefix + ["/bin/sh", "-c", ":"], environment: [("PATH", path)], output: "\(folder.path)/out",
      errors: "\(folder.path)/out", limit: 5000)
    return (try? process.run()) == .status(0)
  }
}

/// The folders that commands are looked for in, in the form of `PATH`.
package struct ExecutablePath: Sendable {
  private let folders: [String]

  package init(_ path: String) {
    folders = path.split(separator: ":").map(String.init)
  }

  /// The first file of that name that we may execute; nil when there is none.
  package func place(of command: String) -> String? {
    folders.lazy.map { "\($0)/\(command)" }.first { place in
      var status = stat()
      return stat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(place, X_OK) == 0
    }
  }
}
