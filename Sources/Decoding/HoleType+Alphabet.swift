extension HoleType {
  /// Whether the type's values are digits that must not touch another digit.
  var isNumeric: Bool {
    switch self {
    case .port, .int, .pid, .hex: true
    default: false
    }
  }

  /// Whether a hole of this type runs to the closing quote when it stands directly after an opening one.
  ///
  /// Types whose values are checked keep their alphabet: what the longer run could add would be rejected anyway.
  var runsToQuote: Bool {
    switch self {
    case .port, .int, .hex, .pid, .ip, .host, .rest: false
    default: true
    }
  }

  /// Whether a hole of this type may take `scalar`, which is normalised text.
  ///
  /// - port, int, pid: digits (an int's sign is taken by its start). hex: hexadecimal digits and `x`.
  /// - ip: hexadecimal digits, `.`, `:`, brackets. host: also letters, digits, `_`, `-`, `%`, `*`.
  /// - ident: letters, digits, `_`, `$`, `-`. code: letters, digits, `_`, `-`, `.`. user: these, `@`, `\`, `$`, `+`.
  /// - image: letters, digits, `.`, `_`, `/`, `:`, `@`, `-`. version: letters, digits, `.`, `_`, `-`, `+`, `~`, `^`, `:`, `<`, `>`, `=`, `*`.
  /// - module: letters, digits and `_@/.-:~+$#\`. package: letters, digits and `_@/.-+~:=<>!^*[],`.
  /// - path: no blank, no quote, none of `<>|*?`. url: no blank, no quote, none of `<>`. word: no blank.
  /// - quoted: nothing outside quotes. rest: anything.
  ///
  /// Where letters are allowed beyond names of machines and codes (ident, user, module, package, path, url, word), so is every scalar from U+0080 on.
  package func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .port, .int, .pid: return scalar.isDigit
    case .hex: return scalar.isHexDigit || (scalar.value | 0x20) == 0x78
    case .ip: return scalar.isHexDigit || Self.any(of: ".:[]", scalar)
    case .host: return scalar.isWordScalar || Self.any(of: ".:[]-%*", scalar)
    case .ident: return scalar.isWordScalar || scalar.value >= 0x80 || Self.any(of: "$-", scalar)
    case .code: return scalar.isWordScalar || Self.any(of: "-.", scalar)
    case .user: return scalar.isWordScalar || scalar.value >= 0x80 || Self.any(of: "-.@\\$+", scalar)
    case .image: return scalar.isWordScalar || Self.any(of: "./:@-", scalar)
    case .version: return scalar.isWordScalar || Self.any(of: ".-+~^:<>=*", scalar)
    case .module: return scalar.isWordScalar || scalar.value >= 0x80 || Self.any(of: "@/.-:~+$#\\", scalar)
    case .package: return scalar.isWordScalar || scalar.value >= 0x80 || Self.any(of: "@/.-+~:=<>!^*[],", scalar)
    case .path: return scalar != " " && !scalar.isQuote && !Self.any(of: "<>|*?", scalar)
    case .url: return scalar != " " && !scalar.isQuote && !Self.any(of: "<>", scalar)
    case .word: return scalar != " "
    case .quoted: return false
    case .rest: return true
    }
  }

  private static func any(of set: StaticString, _ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 && set.withUTF8Buffer { $0.contains(UInt8(scalar.value)) }
  }

  /// Longer values are rejected unread, so that judging a value costs no more than a constant.
  var longestValue: Int {
    switch self {
    case .port, .int, .pid, .hex, .ip: 64
    case .host: 255
    default: Int.max
    }
  }

  /// Whether scalars of a text are a value; of one of any length, no more than its form is judged by is looked at.
  func isValid(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    value.count <= longestValue && isValid(String(scalars: value.prefix(256)))
  }

  /// Whether a value has the form of its type; checked when the rest of a signature fits.
  ///
  /// port: 1 to 65535. ip: IPv4 or IPv6. host: empty, `*`, an IP address, or labels of `[A-Za-z0-9_-]` separated by dots. hex: an
  /// optional `0x` and digits. url: a scheme and `://`. path: with a `:` only when a `/` or `\` stands in it too (`:::3000` is none). Every
  /// other text is good.
  ///
  /// - Complexity: O(n) in the value's length.
  public func isValid(_ value: String) -> Bool {
    switch self {
    case .port:
      guard value.utf8.count <= 6, let number = Int(value) else { return false }
      return (1...65_535).contains(number)
    case .ip: return AddressForm.isIPv4(value) || AddressForm.isIPv6(value)
    case .host:
      return value.isEmpty || value == "*" || AddressForm.isIPv6(value) || AddressForm.isName(value)
    case .hex:
      let digits = value.hasPrefix("0x") || value.hasPrefix("0X") ? value.dropFirst(2) : value[...]
      return !digits.isEmpty && digits.unicodeScalars.allSatisfy(\.isHexDigit)
    case .url: return AddressForm.isURL(value)
    case .int: return !value.isEmpty && (value.hasPrefix("-") ? value.dropFirst() : value[...]).unicodeScalars.allSatisfy(\.isDigit)
    case .pid: return !value.isEmpty && value.unicodeScalars.allSatisfy(\.isDigit)
    case .path: return !value.isEmpty && (!value.utf8.contains(UInt8(ascii: ":")) || value.utf8.contains { $0 == 0x2F || $0 == 0x5C })
    default: return !value.isEmpty
    }
  }
}

/// The forms of addresses, by hand: they must be the same in every engine.
enum AddressForm {
  static func isIPv4(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) } && (Int(String(part) ?? "") ?? 256) <= 255
      }
  }

  /// Groups of one to four hexadecimal digits, at most one `::`, perhaps an IPv4 address at the end and a zone after `%`.
  static func isIPv6(_ text: String) -> Bool {
    let zoneParts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    if zoneParts.count == 2 && zoneParts[1].isEmpty { return false }
    let address = String(zoneParts[0])
    let colons = address.utf8.count { $0 == UInt8(ascii: ":") }
    guard colons >= 2, address.hasPrefix("::") || !address.hasPrefix(":"), address.hasSuffix("::") || !address.hasSuffix(":") else {
      return false
    }
    var groups = address.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    let isCompressed = address.utf8.elementsEqual("::".utf8) || groups.dropFirst().dropLast().contains("")
    if groups.first == "" { groups.removeFirst() }
    if groups.last == "" { groups.removeLast() }
    var count = 0
    var empties = 0
    for (index, group) in groups.enumerated() {
      if group.isEmpty {
        empties += 1
      } else if index == groups.count - 1, isIPv4(group) {
        count += 2
      } else {
        guard group.utf8.count <= 4, group.unicodeScalars.allSatisfy(\.isHexDigit) else { return false }
        count += 1
      }
    }
    return empties <= 1 && (isCompressed ? count <= 7 : count == 8)
  }

  static func isName(_ text: String) -> Bool {
    var labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { Unicode.Scalar($0).isWordScalar || $0 == UInt8(ascii: "-") }
    }
  }

  static func isURL(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let colon = scalars.firstIndex(of: ":"), colon > 0, scalars[0].isASCIILetter else { return false }
    let isScheme = scalars[..<colon].allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == "+" || $0 == "-" || $0 == "." }
    return isScheme && scalars[colon...].starts(with: [":", "/", "/"]) && scalars.count > colon + 3
  }
}
