import Cataloging
import Decoding

extension Rule {
  static let unsafeAdvice = Rule(
    id: "unsafe-advice",
    summary: "No command switches off what protects: rights, TLS, host keys, SELinux, a firewall, a package manager's checks.",
    reason: """
      Such a command makes many errors vanish, and leaves the machine open. It is copied into scripts and stays there. Prose may say why it \
      is wrong, in a code span; a command fence gives the fix that keeps the protection: the right owner, the CA's certificate, the boolean of \
      SELinux, the rule of the firewall.

      Complained of are: chmod 777, 666 and a+w; -k, --insecure and their like of curl, wget, git, npm, pip, kubectl and helm; variables that \
      switch TLS off; StrictHostKeyChecking=no; setenforce 0; stopping or flushing a firewall; npm's and git push's --force, where \
      --force-with-lease is the answer for the latter. Not complained of, as they have their place: --legacy-peer-deps, \
      --break-system-packages in an image, docker run --privileged.
      """,
    bad: """
      ```sh linux change
      chmod -R 777 /srv/app
      ```
      """,
    good: """
      ```sh linux change
      sudo chown -R app:app /srv/app
      ```
      """,
    check: .entry { entry, rule in
      entry.commands.flatMap { command in
        let commands = command.invocations.compactMap { invocation in
          UnsafeAdvice.of(invocation).map { ($0, invocation.wholeRange) }
        }
        let words = command.simpleCommands.flatMap(\.words).compactMap { word in
          UnsafeAdvice.settings.first { $0.matches(word.text) }.map { ($0, word.range) }
        }
        let separate = words.filter { word in !commands.contains { $0.1.overlaps(word.1) } }
        return (commands + separate).map { advice, range in
          rule.finding(at: entry.place(command.written, range), advice.message, hint: advice.hint)
        }
      }
    })
}

/// A command, or a word of one, that is never the fix.
private struct UnsafeAdvice: Sendable {
  let message: String
  let hint: String
  private let patterns: [CommandPattern]
  private let words: [String]

  private init(_ message: String, _ hint: String, _ patterns: String = "", words: [String] = []) {
    (self.message, self.hint) = (message, hint)
    self.patterns = patterns.split(separator: "\n").map { CommandPattern(String($0)) }
    self.words = words
  }

  /// By program, so that a command is held against few patterns.
  private static let byProgram: [String: [(pattern: CommandPattern, advice: UnsafeAdvice)]] = {
    let pairs = all.flatMap { advice in advice.patterns.flatMap { pattern in pattern.programs.map { ($0, (pattern, advice)) } } }
    return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }()

  static func of(_ invocation: Invocation) -> UnsafeAdvice? {
    byProgram[invocation.program]?.first { $0.pattern.matches(invocation) }?.advice
  }

  /// Whether a word holds such a setting, with or without blanks and quotes in it.
  func matches(_ word: String) -> Bool {
    guard word.utf8.contains(UInt8(ascii: "=")) else { return false }
    let folded = word.lowercased().filter { $0 != " " && $0 != "'" && $0 != "\"" }
    return words.contains { folded.hasSuffix($0) || folded.contains($0 + ",") || folded.contains($0 + ";") }
  }

  static let all = [
    UnsafeAdvice(
      "this gives everybody the right to write", "give the file to the user who needs it: chown, or chmod u+rw and g+rw",
      """
      chmod =777|0777|a+rwx|ugo+rwx|+rwx|a=rwx|666|0666|a+rw|o+w|a+w|o+rwx|1777
      icacls =Everyone:*
      icacls /grant =*everyone*
      """),
    UnsafeAdvice(
      "this does not check whom it talks to", "give it the certificate of the authority instead: --cacert, or the system's trust store",
      """
      curl -k|--insecure|--proxy-insecure
      wget --no-check-certificate
      kubectl|oc|helm|argocd|vault|mc --insecure-skip-tls-verify|--kube-insecure-skip-tls-verify|-tls-skip-verify|--insecure !--insecure=false
      pip|pip2|pip3|uv --trusted-host|--allow-insecure-host
      npm|yarn|pnpm --strict-ssl=false|--no-strict-ssl
      npm|yarn|pnpm config set strict-ssl false
      git config http.sslverify|http.sslVerify false|0
      git -c=http.sslVerify=false
      invoke-webrequest|invoke-restmethod|iwr|irm -SkipCertificateCheck
      """),
    UnsafeAdvice(
      "this accepts packages that nobody has signed", "add the repository's key instead",
      "apt|apt-get --allow-unauthenticated|--force-yes|--allow-insecure-repositories\ndnf|yum --nogpgcheck\nzypper --no-gpg-checks"),
    UnsafeAdvice(
      "this switches SELinux off", "find the denial with ausearch -m avc, then set its boolean or the file's context",
      "setenforce 0|Permissive|permissive"),
    UnsafeAdvice(
      "this takes the firewall down", "open the one port that is needed",
      """
      ufw disable|reset
      systemctl stop|disable|mask firewalld*|ufw*|iptables*|nftables*
      service firewalld|ufw|iptables stop
      iptables|ip6tables -F|--flush
      nft flush ruleset
      netsh advfirewall set allprofiles state off
      set-netfirewallprofile -Enabled=false|-Enabled=$false
      """),
    UnsafeAdvice(
      "this takes what does not fit together", "mend the versions that conflict; --legacy-peer-deps at least keeps the rest of the checks",
      "npm install|i|ci|update|add -f|--force"),
    UnsafeAdvice(
      "this takes new major versions unseen", "update the packages one by one, and run the tests", "npm audit fix --force|-f"),
    UnsafeAdvice(
      "this can delete what others have pushed", "write --force-with-lease, which stops when somebody else was faster",
      "git push -f|--force"),
    UnsafeAdvice(
      "this trusts every folder, whoever owns it", "name the one folder, or mend its owner", "git config safe.directory *"),
    UnsafeAdvice(
      "this installs over what is missing or broken", "install what it asks for", "dpkg --force-all|--force-depends"),
  ]

  static let settings = [
    UnsafeAdvice(
      "this switches off the check of whom it talks to",
      "name the authority's certificate: NODE_EXTRA_CA_CERTS, GIT_SSL_CAINFO, SSL_CERT_FILE",
      words: [
        "node_tls_reject_unauthorized=0", "git_ssl_no_verify=1", "git_ssl_no_verify=true", "pythonhttpsverify=0",
        "npm_config_strict_ssl=false",
        "http.sslverify=false", "verify-peer=false", "servercertificatevalidationcallback={$true}",
      ]),
    UnsafeAdvice(
      "this does not check the host's key",
      "compare the key with the server's, then ssh-keygen -R the old one; accept-new is the most to accept",
      words: ["stricthostkeychecking=no", "stricthostkeychecking=off", "-ostricthostkeychecking=no", "userknownhostsfile=/dev/null"]),
  ]
}
