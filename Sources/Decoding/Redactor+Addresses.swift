// Passwords in addresses, addresses that are passwords, and e-mail addresses.

extension Redactor {
  static func addressRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let information = userInformation(in: scalars)
    return information.compactMap(\.secret) + webhookRanges(in: scalars)
      + mailRanges(in: scalars, except: Set(information.map(\.at)))
  }

  // MARK: scheme://user:password@host

  private struct UserInformation {
    /// Where its closing `@` stands.
    let at: Int
    let secret: Range<Int>?
  }

  private static func userInformation(in scalars: [Unicode.Scalar]) -> [UserInformation] {
    var found: [UserInformation] = []
    // The next @ from the position on, and the end of its word: both only ever move on.
    var at = 0
    var wordEnd = 0
    for position in scalars.indices where scalars[position] == ":" && scalars.holds("://", at: position) && position > 0 {
      guard scalars[position - 1].isAlphanumeric else { continue }
      let start = position + 3
      if wordEnd < start { wordEnd = scalars.end(of: start) { !endsAddress($0) } }
      if at < start { at = start }
      while at < wordEnd, scalars[at] != "@" { at += 1 }
      guard at < wordEnd else { continue }
      let isWeb = scalars.holds("http", at: position - 4) || scalars.holds("https", at: position - 5)
      let information = userInformation(in: scalars, from: start, at: at, limit: min(wordEnd, start + 1024), isWeb: isWeb)
      if let information { found.append(information) }
    }
    return found
  }

  private static func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWhitespace || scalar.isQuote || scalar == "<" || scalar == ">" || scalar == "\\"
  }

  private static func userInformation(
    in scalars: [Unicode.Scalar], from start: Int, at firstAt: Int, limit: Int, isWeb: Bool
  ) -> UserInformation? {
    let authority = scalars.end(of: start, limit: limit - start) { $0 != "/" && $0 != "?" && $0 != "#" }
    let colon = scalars[start..<authority].firstIndex(of: ":")
    // A password may hold an @ itself: the last one in the authority ends it.
    if let at = scalars[start..<authority].lastIndex(of: "@") {
      guard let colon, colon < at else {
        return UserInformation(at: at, secret: isWeb && looksLikeToken(scalars[start..<at]) ? start..<at : nil)
      }
      return UserInformation(at: at, secret: isPlaceholder(scalars[(colon + 1)..<at]) ? nil : (colon + 1)..<at)
    }
    // One that holds a slash is no valid address, which is why it stands in an error; digits are a port.
    guard let colon, firstAt < limit, !scalars[(colon + 1)..<authority].allSatisfy(\.isDigit) else { return nil }
    return UserInformation(at: firstAt, secret: (colon + 1)..<firstAt)
  }

  private static func looksLikeToken(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 16 && text.contains(where: \.isDigit) && text.contains(where: \.isASCIILetter)
  }

  // MARK: Addresses whose path is the secret

  private static let webhooks: [StaticString] = [
    "hooks.slack.com/services/", "hooks.slack.com/workflows/", "discord.com/api/webhooks/", "discordapp.com/api/webhooks/",
    "api.telegram.org/bot", "webhook.office.com/",
  ]

  private static func webhookRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    for position in scalars.indices where position >= end && scalars[position].isASCIILetter {
      guard position == 0 || !scalars[position - 1].isAlphanumeric else { continue }
      guard let webhook = webhooks.first(where: { scalars.holds($0, at: position) }) else { continue }
      let start = position + webhook.utf8CodeUnitCount
      end = scalars.end(of: start) { !endsAddress($0) && $0 != ")" && $0 != "," }
      ranges.append(start..<end)
    }
    return ranges
  }

  // MARK: name@example.com

  /// - Parameter others: Each `@` that belongs to an address of another kind.
  private static func mailRanges(in scalars: [Unicode.Scalar], except others: Set<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    // No name reaches back over the @ before it.
    var earliest = 0
    for at in scalars.indices where scalars[at] == "@" {
      var start = at
      while start > earliest, isNameScalar(scalars[start - 1]) { start -= 1 }
      earliest = at + 1
      while start < at, !scalars[start].isAlphanumeric { start += 1 }
      guard start < at, !others.contains(at), let end = domainEnd(in: scalars, from: at + 1) else { continue }
      let name = scalars[start..<at]
      let isRemote = end + 1 < scalars.count && scalars[end] == ":" && isPathScalar(scalars[end + 1])
      guard !name.elementsEqual("git".unicodeScalars), !isRemote else { continue }
      ranges.append(start..<end)
    }
    return ranges
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordScalar || scalar == "." || scalar == "-" || scalar == "+" || scalar == "%"
  }

  private static func isPathScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordScalar || "~/.".unicodeScalars.contains(scalar) }

  /// Last labels that are no top-level domains where an `@` stands before them: units of systemd, files.
  private static let otherLabels: Set<String> = [
    "service", "socket", "timer", "target", "mount", "automount", "slice", "scope", "path", "device", "swap", "png", "jpg", "jpeg", "gif",
    "svg", "webp", "js", "mjs", "cjs", "ts", "tsx", "jsx", "css", "map", "json", "yml", "yaml", "tgz", "gz", "whl", "jar", "dll", "exe",
    "log", "conf",
  ]

  /// The end of a name of two or more labels, the last of them letters; a version is none.
  private static func domainEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var end = scalars.end(of: start, limit: 254) { $0.isAlphanumeric || $0 == "-" || $0 == "." }
    while end > start, !scalars[end - 1].isAlphanumeric { end -= 1 }
    let labels = scalars[start..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, !labels.contains(where: \.isEmpty) else { return nil }
    guard last.count >= 2, last.allSatisfy(\.isASCIILetter) else { return nil }
    let isVersion = isNumber(labels[0].first == "v" ? labels[0].dropFirst() : labels[0]) && labels[1].first.map(\.isDigit) == true
    let word = String(String.UnicodeScalarView(last.map(\.folded)))
    return isVersion || otherLabels.contains(word) ? nil : end
  }

  private static func isNumber(_ label: ArraySlice<Unicode.Scalar>) -> Bool { !label.isEmpty && label.allSatisfy(\.isDigit) }
}
