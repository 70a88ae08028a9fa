import Decoding

/// Finds in a line what varies from one paste to the next: addresses, paths, numbers, names in quotes.
///
/// Reads from left to right; at each place the first kind that fits is taken. What stands behind words such as `code` or `errno` is
/// part of the message and stays.
struct HoleFinder {
  struct Hole: Equatable {
    let range: Range<Int>
    /// A name of the kind; two holes of one line may want the same.
    let name: String
    let type: HoleType
  }

  private let scalars: [Unicode.Scalar]
  private(set) var holes: [Hole] = []

  /// - Parameter scalars: A normalised line, or a part of one.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var position = 0
    while position < scalars.count {
      let end = quoted(at: position) ?? (isStart(position) ? unquoted(at: position, limit: scalars.count) : nil)
      position = max(position + 1, end ?? 0)
    }
  }

  private mutating func add(_ range: Range<Int>, _ name: String, _ type: HoleType) -> Int {
    holes.append(Hole(range: range, name: name, type: type))
    return range.upperBound
  }

  // MARK: Quotes

  /// Behind the closing quote of a quotation that begins here; nil where none does.
  private mutating func quoted(at start: Int) -> Int? {
    guard scalars[start].isQuote, start == 0 || !scalars[start - 1].isWordScalar else { return nil }
    // GNU quotes open with a backtick and close with an apostrophe.
    let isClosing = { (scalar: Unicode.Scalar) in scalar == scalars[start] || scalars[start] == "`" && scalar == "'" }
    guard let end = scalars[(start + 1)...].firstIndex(where: isClosing), end - start > 1, end - start < 200 else { return nil }
    guard end + 1 == scalars.count || !scalars[end + 1].isWordScalar else { return nil }
    let content = (start + 1)..<end
    let text = self.text(content)
    if ErrorName.isCode(text) || LineContext.isFixedWord(text) { return end + 1 }
    // A sentence is the message itself, and what varies in it is found as elsewhere; so are the keys of JSON.
    let isRequest = ["GET ", "POST ", "PUT ", "HEAD ", "DELETE ", "PATCH "].contains(where: text.hasPrefix)
    if isRequest { return add(content, "request", .quoted) + 1 }
    if text.split(separator: " ").count > 2 { return nil }
    let isKey = end + 1 < scalars.count && scalars[end + 1] == ":" && start > 0 && "{, ".unicodeScalars.contains(scalars[start - 1])
    if isKey, scalars[..<start].contains("{") { return end + 1 }
    let count = holes.count
    if let reached = unquoted(at: content.lowerBound, limit: content.upperBound), reached == content.upperBound { return end + 1 }
    holes.removeLast(holes.count - count)
    let name = LineContext.name(of: text, behind: words(before: start))
    return add(content, name.name, name.type) + 1
  }

  // MARK: Words

  private func isStart(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    return !scalars[position - 1].isWordScalar && scalars[position] != " " && !scalars[position].isQuote
  }

  /// The end of what varies from here on; nil when nothing does.
  private mutating func unquoted(at start: Int, limit: Int) -> Int? {
    let token = start..<end(of: start, limit: limit) { $0 != " " && !$0.isQuote && !",;()<>|{}=".unicodeScalars.contains($0) }
    guard !token.isEmpty else { return nil }
    return url(token, limit) ?? place(trimmed(token)) ?? address(trimmed(token)) ?? path(trimmed(token)) ?? identifier(trimmed(token))
      ?? number(start, limit) ?? named(trimmed(token))
  }

  private mutating func url(_ token: Range<Int>, _ limit: Int) -> Int? {
    guard scalars[token.lowerBound].isASCIILetter else { return nil }
    let end = trimmed(token.lowerBound..<end(of: token.lowerBound, limit: limit) { $0 != " " && !$0.isQuote && $0 != "<" && $0 != ">" })
    return HoleType.url.isValid(text(end)) ? add(end, "url", .url) : nil
  }

  /// `src/app.ts:12:5`.
  private mutating func place(_ token: Range<Int>) -> Int? {
    let parts = token.split(on: ":", in: scalars)
    guard (2...3).contains(parts.count), isFile(text(parts[0])), parts.dropFirst().allSatisfy({ isNumber($0) }) else { return nil }
    _ = add(parts[0], "file", .path)
    _ = add(parts[1], "line", .int)
    return parts.count == 3 ? add(parts[2], "column", .int) : parts[1].upperBound
  }

  /// A host with a port, or an address alone.
  private mutating func address(_ token: Range<Int>) -> Int? {
    if let colon = scalars[token].lastIndex(of: ":"), HoleType.port.isValid(text((colon + 1)..<token.upperBound)) {
      let host = token.lowerBound..<colon
      let bare = text(host).filter { $0 != "[" && $0 != "]" }
      if HoleType.host.isValid(bare), isHost(bare) || LineContext.wantsHost(words(before: token.lowerBound)) {
        _ = add(host, "host", .host)
        return add((colon + 1)..<token.upperBound, "port", .port)
      }
    }
    let bare = text(token)
    return isHost(bare) && bare != "*" && !bare.isEmpty ? add(token, "host", .host) : nil
  }

  private func isHost(_ text: String) -> Bool {
    if text.isEmpty || text == "*" || text == "localhost" || HoleType.ip.isValid(text) { return true }
    return HostName.isPublicOrPrivate(text)
  }

  private mutating func path(_ token: Range<Int>) -> Int? {
    let text = text(token)
    let isRooted = ["/", "./", "../", "~/"].contains { text.hasPrefix($0) && text.count > $0.count + 1 } && !text.hasPrefix("//")
    let isWindows = text.dropFirst().hasPrefix(":\\") || text.hasPrefix("\\\\")
    guard isRooted || isWindows || (isFile(text) && text.contains("/")), HoleType.path.isValid(text) else { return nil }
    return add(token, "path", .path)
  }

  private func isFile(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex, !HoleType.ip.isValid(text) else { return false }
    return FileEnding.all.contains(text[text.index(after: dot)...].lowercased())
  }

  /// A version, a UUID, a hash.
  private mutating func identifier(_ token: Range<Int>) -> Int? {
    let text = text(token)
    guard token.lowerBound == 0 || scalars[token.lowerBound - 1] != "/" else { return nil }
    if Identifier.isClock(text) { return add(token, "time", .word) }
    if Identifier.isDecimal(text), !LineContext.wantsVersion(words(before: token.lowerBound)) { return add(token, "number", .word) }
    if Identifier.isVersion(text) { return add(token, "version", .version) }
    if Identifier.isUUID(text) { return add(token, "id", .ident) }
    if Identifier.isHash(text) { return add(token, "id", .hex) }
    return nil
  }

  /// Digits by themselves, or with a unit behind them.
  private mutating func number(_ start: Int, _ limit: Int) -> Int? {
    let digits = start..<end(of: start, limit: limit) { $0.isDigit }
    guard !digits.isEmpty, digits.count < 19 else { return nil }
    let rest = end(of: digits.upperBound, limit: limit) { $0.isWordScalar }
    let unit = text(digits.upperBound..<rest)
    guard unit.isEmpty || ["ms", "s", "m", "h", "kb", "mb", "gb", "k", "b", "px"].contains(unit.lowercased()) else { return nil }
    if digits.upperBound < limit, scalars[digits.upperBound] == ".", digits.upperBound + 1 < limit, scalars[digits.upperBound + 1].isDigit {
      return nil
    }
    if start > 0, scalars[start - 1] == "." || scalars[start - 1] == "-" && start > 1 && scalars[start - 2].isWordScalar { return nil }
    let isBracketed = start > 0 && scalars[start - 1] == "[" && digits.upperBound < limit && scalars[digits.upperBound] == "]"
    // Python prints an address as ('127.0.0.1', 8000).
    if let last = holes.last, last.type == .host, last.range.upperBound <= start, text(last.range.upperBound..<start).hasSuffix("', "),
      start - last.range.upperBound == 3, HoleType.port.isValid(text(digits))
    {
      return add(digits, "port", .port)
    }
    guard let name = LineContext.number(text(digits), behind: words(before: start), isBracketed: isBracketed, scalars, digits) else {
      return nil
    }
    return add(digits, name.name, name.type)
  }

  /// `command` of `bash: command: command not found`, and the value of `user=…`.
  private mutating func named(_ token: Range<Int>) -> Int? {
    let behind = text(token.upperBound..<min(scalars.count, token.upperBound + 24))
    let isCommand = [": command not found", ": not found"].contains(where: behind.hasPrefix) && token.lowerBound > 1
    if isCommand { return add(token, "command", .word) }
    if token.lowerBound > 0, scalars[token.lowerBound - 1] == " ", !token.isEmpty {
      let text = text(token)
      guard let name = LineContext.thing(text, behind: words(before: token.lowerBound)) else { return nil }
      return add(token, name.name, name.type)
    }
    guard !token.isEmpty, token.lowerBound > 0, scalars[token.lowerBound - 1] == "=",
      let name = LineContext.key(words(before: token.lowerBound - 1))
    else {
      return nil
    }
    return add(token, name.name, name.type)
  }

  // MARK: Scalars

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  private func isNumber(_ range: Range<Int>) -> Bool { !range.isEmpty && scalars[range].allSatisfy(\.isDigit) }

  private func end(of start: Int, limit: Int, while isPart: (Unicode.Scalar) -> Bool) -> Int {
    var end = start
    while end < limit, isPart(scalars[end]) { end += 1 }
    return end
  }

  /// Without the punctuation that closes a sentence or a bracket.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, scalars[end - 1].isClosingPunctuation { end -= 1 }
    return range.lowerBound..<end
  }

  /// Up to three words before a place, the nearest first, in lower case.
  private func words(before position: Int) -> [String] {
    let start = max(0, position - 60)
    let words = scalars[start..<position].split { !$0.isWordScalar }
    return words.reversed().prefix(3).map { String(String.UnicodeScalarView($0)).lowercased() }
  }
}

extension Range<Int> {
  /// The parts between a scalar.
  fileprivate func split(on separator: Unicode.Scalar, in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    scalars[self].split(separator: separator, omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
  }
}
