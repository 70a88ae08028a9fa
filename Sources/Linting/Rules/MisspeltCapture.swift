import Cataloging
import Decoding

extension Rule {
  static let misspeltCapture = Rule(
    id: "misspelt-capture",
    severity: .warning,
    summary: "A capture that is known by a common name bears it.",
    reason: """
      Commands, tools and pages rely on the same names everywhere: host, port, path, url, module (what a language fails to import), \
      package (what a package manager fails to get), version, command, pid, user, database, image, container, service, unit, namespace, pod, \
      resource, file, line. `--set port=4000` works for every entry that way.

      Where a signature has the common name already, another one beside it is a second value of the kind, and is left alone.
      """,
    bad: #"- match: "could not connect to {hostname:host}, port {port}""#,
    good: #"- match: "could not connect to {host}, port {port}""#,
    check: .entry { entry, rule in
      zip(entry.read.entry.signatures, entry.read.writing.signatures).flatMap { signature, writing in
        zip(signature.lines, writing.lines).flatMap { pattern, written in
          pattern.holes.compactMap { hole -> Finding? in
            guard let common = CommonCaptures.meant(by: hole.name) else { return nil }
            guard !signature.lines.contains(where: { $0.holes.contains { $0.name == common } }) else { return nil }
            let source = "{\(hole.name):\(hole.type.rawValue)}"
            let scalars = Array(pattern.text.unicodeScalars)
            guard let start = scalars.firstIndex(of: source) else { return nil }
            let place = entry.place(written, start..<(start + source.unicodeScalars.count))
            let isType = HoleType(rawValue: common) != nil
            return rule.finding(
              at: place, "the common name of what '{\(hole.name)}' takes is '\(common)'",
              hint: "rename it in the signature, in the captures of the samples and wherever '{\(hole.name)}' stands",
              fix: Fix(replacing: place, with: isType ? "{\(common)}" : "{\(common):\(hole.type.rawValue)}"))
          }
        }
      }
    })
}

/// The names that captures have in common, and what is written instead of them.
private enum CommonCaptures {
  static let names = [
    "host", "port", "path", "url", "module", "package", "version", "command", "pid", "user", "database", "image", "container", "service",
    "unit",
    "namespace", "pod", "resource", "file", "line",
  ]

  private static let known = Set(names)

  /// `login` is none: in an address it is a user with a password.
  private static let others: [String: String] = [
    "hostname": "host", "host_name": "host", "addr": "host", "address": "host", "ip_address": "host", "port_number": "port",
    "portnumber": "port",
    "filepath": "path", "file_path": "path", "pathname": "path", "path_name": "path", "dir": "path", "directory": "path", "folder": "path",
    "uri": "url", "link": "url", "module_name": "module", "modulename": "module", "mod": "module", "pkg": "package",
    "package_name": "package",
    "ver": "version", "cmd": "command", "process_id": "pid", "username": "user", "user_name": "user", "usr": "user",
    "db": "database", "dbname": "database", "db_name": "database", "database_name": "database", "img": "image", "image_name": "image",
    "container_name": "container", "container_id": "container", "svc": "service", "service_name": "service", "unit_name": "unit",
    "ns": "namespace",
    "pod_name": "pod", "podname": "pod", "filename": "file", "file_name": "file", "fname": "file", "lineno": "line", "line_number": "line",
    "linenumber": "line", "line_no": "line",
  ]

  /// The common name that a name stands for or is a slip of; nil for one that is right, or another.
  static func meant(by name: String) -> String? {
    guard !known.contains(name), HoleType(rawValue: name) == nil else { return nil }
    if let common = others[name] { return common }
    guard name.utf8.count >= 4, let near = Suggestion.nearest(to: name, among: names + Array(others.keys)) else { return nil }
    return isSlip(name, of: near) ? others[near] ?? near : nil
  }

  /// Whether one letter is missing, doubled, swapped or another one; a plural is a word of its own.
  private static func isSlip(_ name: String, of word: String) -> Bool {
    let (left, right) = (Array(name.utf8), Array(word.utf8))
    guard word.utf8.count >= 4, abs(left.count - right.count) <= 1, name != word + "s", word != name + "s" else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let remaining = (left.count - start - end, right.count - start - end)
    let isSwap = left.count == right.count && remaining == (2, 2) && left[start] == right[start + 1] && left[start + 1] == right[start]
    // One letter more or less makes another word of a short one: `post`, `lines`.
    return isSwap || (left.count >= 5 && max(remaining.0, remaining.1) <= 1)
  }
}

extension [Unicode.Scalar] {
  /// Where a text stands first.
  fileprivate func firstIndex(of text: String) -> Int? {
    let needle = Array(text.unicodeScalars)
    guard needle.count <= count else { return nil }
    return (0...(count - needle.count)).first { self[$0..<($0 + needle.count)].elementsEqual(needle) }
  }
}
