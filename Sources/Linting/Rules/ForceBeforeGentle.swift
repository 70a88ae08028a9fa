import Cataloging
import Decoding

extension Rule {
  static let forceBeforeGentle = Rule(
    id: "force-before-gentle",
    summary: "Nothing is ended by force before the steps have asked it to end.",
    reason: """
      `kill -9`, `taskkill /F`, `docker kill` and `kubectl delete --force` give a program no chance to finish its requests, write its data \
      and remove its locks. A reader runs the first command that promises help. So an entry first shows, for the same system, how to ask: \
      `kill`, `systemctl stop`, `taskkill` without /F, `docker stop`, `kubectl delete` without --force.
      """,
    bad: """
      ```sh linux macos destroy
      kill -9 <PID>
      ```
      """,
    good: """
      ```sh linux macos change
      kill <PID>
      ```

      If it is still there after half a minute, end it by force; what it has not written is lost.

      ```sh linux macos destroy
      kill -9 <PID>
      ```
      """,
    check: .entry { entry, rule in
      let fixes = entry.commands.filter(\.isFix)
      guard fixes.contains(where: { $0.invocations.contains(where: ForcedStop.isAnyForced) }) else { return [] }
      var asked: [ForcedStop: Set<System>] = [:]
      return fixes.flatMap { fix in
        let command = fix.command
        return fix.invocations.compactMap { invocation -> Finding? in
          let systems = ForcedStop.systems(of: command)
          for stop in ForcedStop.allCases where stop.isGentle(invocation) { asked[stop, default: []].formUnion(systems) }
          guard let forced = ForcedStop.allCases.first(where: { $0.isForced(invocation) }) else { return nil }
          let missing = systems.subtracting(asked[forced] ?? []).sorted().map(\.rawValue)
          guard !missing.isEmpty else { return nil }
          let systemsText = command.systems.isEmpty ? "" : " on \(missing.joined(separator: " and "))"
          return rule.finding(
            at: entry.place(fix.written, invocation.wholeRange),
            "this ends it by force, and nothing before it asked it to end\(systemsText)",
            hint: "put \(forced.example(in: command.shell)) in an earlier fence, and say how long to wait")
        }
      }
    })
}

/// What can be ended by force, each with its own way to be asked.
private enum ForcedStop: CaseIterable {
  case process, container, pod

  /// The programs that end something by force; no pattern's ends in `*`.
  private static let forcing = Set(allCases.flatMap(\.forced).flatMap(\.programs))

  static func isAnyForced(_ invocation: Invocation) -> Bool {
    forcing.contains(invocation.program) && allCases.contains { $0.isForced(invocation) }
  }

  /// A POSIX shell without systems is one of Linux and macOS.
  static func systems(of command: Command) -> Set<System> {
    guard command.systems.isEmpty else { return Set(command.systems) }
    return command.shell == .sh || command.shell == .bash ? [.linux, .macos] : Set(System.allCases)
  }

  func isForced(_ invocation: Invocation) -> Bool { forced.contains { $0.matches(invocation) } }

  func isGentle(_ invocation: Invocation) -> Bool { !isForced(invocation) && gentle.contains { $0.matches(invocation) } }

  func example(in shell: Shell) -> String {
    switch self {
    case .process: shell == .cmd ? "`taskkill /PID <PID>`" : shell == .powershell ? "`Stop-Process -Id <PID>`" : "`kill <PID>`"
    case .container: "`docker stop <CONTAINER>`"
    case .pod: "`kubectl delete pod <POD>`"
    }
  }

  private var forced: [CommandPattern] {
    switch self {
    case .process: Self.forcedProcesses
    case .container: Self.forcedContainers
    case .pod: Self.forcedPods
    }
  }

  private var gentle: [CommandPattern] {
    switch self {
    case .process: Self.gentleProcesses
    case .container: Self.gentleContainers
    case .pod: Self.gentlePods
    }
  }

  private static func patterns(_ text: String) -> [CommandPattern] { text.split(separator: "\n").map { CommandPattern(String($0)) } }

  private static let forcedProcesses = patterns(
    """
    kill|pkill|killall -9|-KILL|-SIGKILL|-s=9|-n=9|-s=KILL|-s=SIGKILL|--signal=KILL|--signal=SIGKILL|--signal=9
    fuser -k|--kill !-TERM|-INT|-HUP|-SIGTERM
    systemctl kill -s=KILL|-s=SIGKILL|--signal=KILL|--signal=SIGKILL|-s=9
    taskkill /F
    stop-process|spps -Force
    """)
  private static let gentleProcesses = patterns(
    """
    kill|pkill|killall|fuser !-0|-l|-STOP
    systemctl|supervisorctl|pm2 stop|restart
    service * stop|restart
    launchctl stop|bootout|unload
    taskkill|stop-process|spps|stop-service
    net|sc stop
    """)
  private static let forcedContainers = patterns(
    """
    docker|podman|nerdctl|docker-compose kill !--signal|-s
    docker|podman compose kill !--signal|-s
    docker|podman|nerdctl rm -f|--force
    """)
  private static let gentleContainers = patterns(
    """
    docker|podman|nerdctl|docker-compose stop|restart|down
    docker|podman compose stop|down|restart
    """)
  private static let forcedPods = patterns("kubectl|oc delete --force|--grace-period=0|--now")
  private static let gentlePods = patterns(
    """
    kubectl|oc delete|scale|drain|cordon
    kubectl|oc rollout restart
    """)
}
