import Decoding

/// A raw text without what must not be published: secrets, e-mail addresses, and the names and addresses of real machines and people.
///
/// A text that has nothing of the kind is kept byte by byte. What takes the place of a value is of the same form, and the same
/// everywhere, so that the text still reads as the program printed it: addresses of documentation networks, names below example.com.
package struct PasteRedaction: Sendable, Equatable {
  package let text: String
  /// What was replaced, and by what, but for the secrets themselves; empty when nothing was.
  package let notes: [String]

  package init(_ raw: String) {
    var redaction = Replacing(Redactor.redacted(raw))
    let secrets = Redactor.secrets(in: raw).count
    redaction.replace()
    text = redaction.text
    let secretNote = secrets == 0 ? [] : ["\(secrets) \(secrets == 1 ? "secret or e-mail address" : "secrets or e-mail addresses")"]
    notes = secretNote + redaction.standIns.map { "\($0.value), now \($0.standIn)" }
  }
}

/// One text, in which each value gets a stand-in of its own.
private struct Replacing {
  private let scalars: [Unicode.Scalar]
  private(set) var text = ""
  /// In the order of the text.
  private(set) var standIns: [(value: String, standIn: String)] = []
  private var counts: [Kind: Int] = [:]

  /// No address of version 6 is longer: a text of nothing but colons is read no more than so often.
  private static let longestAddress = 48

  private enum Kind { case address, longAddress, host, registry, user }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    self.text = text
  }

  mutating func replace() {
    var result = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      if let (end, replacement) = replacement(at: position) {
        result.append(contentsOf: replacement.unicodeScalars)
        position = end
      } else {
        result.append(scalars[position])
        position += 1
      }
    }
    text = String(result)
  }

  private mutating func replacement(at start: Int) -> (end: Int, text: String)? {
    if let user = userFolder(at: start) { return user }
    guard start == 0 || !isName(scalars[start - 1]), isName(scalars[start]) else { return nil }
    // An address of version 6 holds colons, and may stand between brackets.
    var end = start
    let limit = min(scalars.count, start + Self.longestAddress)
    while end < limit, isName(scalars[end]) || scalars[end] == ":" { end += 1 }
    while end > start, ".:-".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    let word = string(start..<end)
    if HoleType.ip.isValid(word), word.contains(":") {
      return word.isPublicIPv6 ? (end, stand(for: word, .longAddress) { "2001:db8::\($0)" }) : (end, word)
    }
    var nameEnd = start
    while nameEnd < scalars.count, isName(scalars[nameEnd]) { nameEnd += 1 }
    while nameEnd > start, ".-".unicodeScalars.contains(scalars[nameEnd - 1]) { nameEnd -= 1 }
    let name = string(start..<nameEnd)
    if HoleType.ip.isValid(name) {
      guard name.isPublicIPv4, !isVersion(at: start) else { return (nameEnd, name) }
      return (nameEnd, stand(for: name, .address) { "203.0.113.\($0)" })
    }
    guard HostName.isPublic(name), !name.isWellKnownHost, !isPartOfPath(start) else { return nil }
    let isRegistry = ["registry", "index", "mirror", "packages"].contains { name.lowercased().hasPrefix($0) }
    if isRegistry { return (nameEnd, stand(for: name, .registry) { $0 == 1 ? "registry.example.com" : "registry-\($0).example.com" }) }
    return (nameEnd, stand(for: name, .host) { $0 == 1 ? "example.com" : "host-\($0).example.com" })
  }

  /// The same stand-in for the same value.
  private mutating func stand(for value: String, _ kind: Kind, make: (Int) -> String) -> String {
    if let known = standIns.first(where: { $0.value == value }) { return known.standIn }
    counts[kind, default: 0] += 1
    standIns.append((value, make(counts[kind, default: 1])))
    return standIns[standIns.count - 1].standIn
  }

  /// The name in `/home/name/`, `/Users/name/` and `\Users\name\`.
  private mutating func userFolder(at start: Int) -> (end: Int, text: String)? {
    for folder in ["/home/", "/Users/", "\\Users\\", "\\\\Users\\\\"] where scalars[start...].starts(with: folder.unicodeScalars) {
      let first = start + folder.unicodeScalars.count
      var end = first
      while end < scalars.count, isName(scalars[end]) { end += 1 }
      let name = string(first..<end)
      let ordinary = [
        "app", "ubuntu", "debian", "node", "runner", "deploy", "admin", "user", "root", "www", "web", "git", "jenkins", "vagrant",
        "circleci",
        "travis", "ec2-user", "runneradmin", "vsts", "build", "docker", "work", "test", "pi", "Public", "Shared", "postgres", "redis",
      ]
      guard end > first, !ordinary.contains(name) else { return nil }
      return (end, folder + stand(for: name, .user) { $0 == 1 ? "app" : "app\($0)" })
    }
    return nil
  }

  /// `Chrome/120.0.0.0`, `v1.2.3.4`, `version 1.2.3.4`.
  private func isVersion(at start: Int) -> Bool {
    let before = string(max(0, start - 10)..<start).lowercased()
    if before.hasSuffix("/"), before.dropLast().last?.isLetter == true { return true }
    return ["version ", "v", "version: "].contains(where: before.hasSuffix)
  }

  /// `github.com/lib/pq` in a path of a module is no machine that was reached.
  private func isPartOfPath(_ start: Int) -> Bool {
    guard start > 1, scalars[start - 1] == "/" || scalars[start - 1] == "\\" else { return false }
    return !(scalars[start - 2] == "/" && start > 2 && scalars[start - 3] == ":")
  }

  private func isName(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordScalar || scalar == "." || scalar == "-" }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}

extension String {
  /// Of a text that is an address: whether it leads to a machine of somebody's. Addresses for documentation do not.
  fileprivate var isPublicIPv4: Bool {
    let parts = split(separator: ".").compactMap { Int($0) }
    guard parts.count == 4 else { return false }
    switch (parts[0], parts[1], parts[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (192, 0, 2), (198, 51, 100), (203, 0, 113):
      return false
    case (100, 64...127, _), (198, 18...19, _), (224..., _, _): return false
    default: return true
    }
  }

  fileprivate var isPublicIPv6: Bool {
    let first = prefix { $0 != ":" }.lowercased()
    return first.count == 4 && (first.hasPrefix("2") || first.hasPrefix("3")) && !lowercased().hasPrefix("2001:db8")
  }

  /// Names that programs print themselves, to point to their manuals and sources, and those that are for examples.
  fileprivate var isWellKnownHost: Bool {
    let name = lowercased()
    let known = [
      "github.com", "gitlab.com", "stackoverflow.com", "nodejs.org", "python.org", "golang.org", "go.dev", "w3.org", "apache.org",
      "kubernetes.io", "docker.com", "nginx.org", "postgresql.org", "mysql.com", "redis.io", "curl.se", "openssl.org", "yarnpkg.com",
      "rust-lang.org", "ruby-lang.org", "php.net", "spring.io", "microsoft.com", "aka.ms", "example.com", "example.org", "example.net",
      "terraform.io", "hashicorp.com", "prisma.io", "pris.ly", "k8s.io",
    ]
    return known.contains { name == $0 || name.hasSuffix("." + $0) } && !name.hasPrefix("registry") && !name.hasPrefix("index")
      || ["docs.", "doc.", "help.", "support.", "developer.", "wiki.", "man."].contains(where: name.hasPrefix)
  }
}
