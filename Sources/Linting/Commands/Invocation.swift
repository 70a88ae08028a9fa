package import Decoding

/// A program and what it is given, out of the reach of `sudo`, `xargs`, `ssh` and others that run it.
package struct Invocation: Sendable, Equatable {
  package let shell: Shell
  /// The program's name: without its folder, and on Windows in lower case and without `.exe`.
  package let program: String
  /// Where the program's name is written.
  package let range: Range<Int>
  package let arguments: [CommandWord]
  package let redirections: [SimpleCommand.Redirection]

  /// From the program's name to its last argument.
  package var wholeRange: Range<Int> {
    range.lowerBound..<max(range.upperBound, arguments.map(\.range.upperBound).max() ?? 0)
  }

  /// How many programs one within the other are read: nobody writes more, and no text can exhaust the stack.
  private static let deepest = 16

  /// Every program that a fence's text runs, in the order in which they stand: `sudo` and what it runs are two.
  package static func all(in text: String, shell: Shell) -> [Invocation] {
    all(of: SimpleCommand.all(in: text, shell: shell))
  }

  static func all(of commands: [SimpleCommand]) -> [Invocation] { all(of: commands, depth: 0) }

  private static func all(of commands: [SimpleCommand], depth: Int) -> [Invocation] {
    commands.flatMap { unwrapped($0.words, redirections: $0.redirections, shell: $0.shell, depth: depth) }
  }

  // MARK: Programs that run programs

  private static func unwrapped(
    _ words: [CommandWord], redirections: [SimpleCommand.Redirection], shell: Shell, depth: Int
  ) -> [Invocation] {
    let words = Array(words.drop { isAssignment($0.text) && (shell == .sh || shell == .bash) })
    guard let first = words.first else {
      let range = redirections.compactMap(\.target).first?.range ?? 0..<0
      return redirections.isEmpty
        ? [] : [Invocation(shell: shell, program: "", range: range, arguments: [], redirections: redirections)]
    }
    let outer = Invocation(
      shell: shell, program: name(of: first.text, shell: shell), range: first.range, arguments: Array(words.dropFirst()),
      redirections: redirections)
    return depth < deepest ? [outer] + outer.inner(depth: depth + 1) : [outer]
  }

  private static func isAssignment(_ text: String) -> Bool {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex, text.first?.isNumber == false else { return false }
    return text[..<sign].unicodeScalars.allSatisfy(\.isWordScalar)
  }

  private static func name(of text: String, shell: Shell) -> String {
    let isWindows = shell == .powershell || shell == .cmd
    let last = text.split { $0 == "/" || (isWindows && $0 == "\\") }.last.map(String.init) ?? text
    guard isWindows else { return last }
    let name = last.lowercased()
    return name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
  }

  /// What this program runs.
  private func inner(depth: Int) -> [Invocation] {
    let run = { (words: ArraySlice<CommandWord>) in Self.unwrapped(Array(words), redirections: [], shell: shell, depth: depth) }
    switch program {
    case "sudo", "doas", "env", "nohup", "exec", "builtin", "nice", "ionice", "stdbuf", "setsid", "xargs", "systemd-run", "caffeinate":
      return run(operands.drop { Self.isAssignment($0.text) })
    case "command": return arguments.first?.text.hasPrefix("-") == true ? [] : run(arguments[...])
    case "timeout", "chroot", "flock": return run(operands.dropFirst())
    case "find":
      guard let start = arguments.firstIndex(where: { ["-exec", "-execdir", "-ok", "-okdir"].contains($0.text) }) else { return [] }
      return run(arguments[(start + 1)...].prefix { $0.text != ";" && $0.text != "+" })
    case "docker", "podman", "nerdctl", "kubectl", "oc", "docker-compose":
      // What runs in there is Linux's, whatever shell hands it over.
      return insideContainer().map { Self.unwrapped(Array($0), redirections: [], shell: .sh, depth: depth) } ?? []
    default: return scripts.flatMap { Self.invocations(ofScript: $0, depth: depth) }
    }
  }

  /// What `docker exec web` and `kubectl exec web --` run.
  private func insideContainer() -> ArraySlice<CommandWord>? {
    let indices = operandIndices
    guard let exec = indices.firstIndex(where: { arguments[$0].text == "exec" }), exec <= 1, exec + 1 < indices.count else { return nil }
    if let separator = arguments.firstIndex(where: { $0.text == "--" }) { return arguments[(separator + 1)...] }
    return arguments[(indices[exec + 1] + 1)...]
  }

  /// The programs of a script that is a word, or several that are joined, of another command; all stand where that does.
  private static func invocations(ofScript words: [CommandWord], depth: Int) -> [Invocation] {
    guard let first = words.first, let last = words.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let script = SimpleCommand.all(in: words.map(\.text).joined(separator: " "), shell: .sh)
    return all(of: script, depth: depth).map { inner in
      Invocation(
        shell: .sh, program: inner.program, range: range,
        arguments: inner.arguments.map { CommandWord(text: $0.text, range: range) }, redirections: inner.redirections)
    }
  }

  /// Arguments that a POSIX shell reads as a script of its own.
  package var scripts: [[CommandWord]] {
    switch program {
    case "sh", "bash", "dash", "ash", "zsh", "ksh": return option("-c").map { [[$0]] } ?? []
    case "su", "runuser", "script": return (option("-c") ?? option("--command")).map { [[$0]] } ?? []
    case "eval": return [arguments]
    case "ssh": return operands.count > 1 ? [Array(operands.dropFirst())] : []
    case "watch" where !arguments.contains { $0.text == "-x" || $0.text == "--exec" }: return operands.isEmpty ? [] : [Array(operands)]
    case "wsl" where shell == .powershell || shell == .cmd: return operands.isEmpty ? [] : [Array(operands)]
    default: return []
    }
  }

  // MARK: Arguments

  /// The word behind an option, which may stand in a cluster: the `-c` of `-lc`.
  package func option(_ name: String) -> CommandWord? {
    let letter = name.count == 2 ? name.last : nil
    let index = arguments.firstIndex { word in
      guard word.text != name else { return true }
      let isCluster = word.text.hasPrefix("-") && !word.text.hasPrefix("--") && word.text.dropFirst().allSatisfy(\.isLetter)
      return isCluster && word.text.count <= 4 && letter.map { word.text.last == $0 } == true
    }
    guard let index, index + 1 < arguments.count else { return nil }
    return arguments[index + 1]
  }

  /// The arguments that are neither options nor an option's value. Behind the name of a program that is run, everything is its own.
  package var operands: ArraySlice<CommandWord> {
    let indices = operandIndices
    guard Self.runners.contains(program), let first = indices.first else { return indices.map { arguments[$0] }[...] }
    return arguments[first...]
  }

  private var operandIndices: [Int] {
    let valued = Self.valued[program] ?? []
    var indices: [Int] = []
    var index = 0
    while index < arguments.count {
      let text = arguments[index].text
      if text == "--" { return indices + ((index + 1)..<arguments.count) }
      let isOption = text.hasPrefix("-") && text.count > 1
      if !isOption { indices.append(index) }
      index += isOption && valued.contains(text) ? 2 : 1
    }
    return indices
  }

  private static let runners: Set<String> = [
    "sudo", "doas", "env", "nohup", "exec", "builtin", "nice", "ionice", "stdbuf", "setsid", "xargs", "systemd-run", "caffeinate",
    "timeout",
    "chroot", "flock", "ssh", "watch", "wsl",
  ]

  /// For each program, the options that take the next word as their value and may stand before its subcommand.
  private static let valued: [String: Set<String>] = {
    let table = """
      sudo -u -g -h -p -C -r -t -U -D -T --user --group --host --prompt
      doas -u -C
      env -u -C --unset --chdir
      nice -n
      ionice -c -n -p
      stdbuf -i -o -e
      xargs -n -P -I -d -L -E -a -s
      systemd-run -p -u --unit --property --uid
      timeout -s -k --signal --kill-after
      flock -w -E
      watch -n --interval
      exec -a
      ssh -p -i -l -o -F -J -L -R -D -W -b -c -e -m -O -Q -S -w -B -E
      docker -H --host --context -f --file -p --project-name --project-directory --profile --env-file -u --user -w --workdir -e --env --index
      docker-compose -H -f --file -p --project-name --project-directory --profile --env-file -u --user -w -e --env --index
      podman -u --user -w --workdir -e --env
      nerdctl -n --namespace -u --user -w --workdir -e --env
      kubectl -n --namespace --context --cluster --kubeconfig --user -c --container -s --server --as
      oc -n --namespace --context --kubeconfig -c --container
      helm -n --namespace --kube-context --kubeconfig
      git -C -c --git-dir --work-tree
      systemctl -H -M -t --type --state -n -o
      npm --prefix -w --workspace --registry
      yarn --cwd
      pnpm -C --dir --filter -F
      pip --python --proxy --cert
      aws --profile --region --output --endpoint-url --query
      az --subscription -g --resource-group
      gcloud --project --account --zone --region
      redis-cli -h -p -a -n -u -s --user --pass
      psql -h -p -U -d -f -v
      heroku -a --app -r --remote
      awk -F -v -f
      gawk -F -v -f
      mawk -F -v -f
      sed -f
      make -C -f -j
      kill -s -n
      wsl -d -u --distribution --user
      pg_ctl -D -l -m -o -t -w
      etcdctl --endpoints --cacert --cert --key
      """
    return Dictionary(
      uniqueKeysWithValues: table.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], Set(words.dropFirst()))
      })
  }()
}
