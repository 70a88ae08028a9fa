// Secrets that are known by the name before them.

extension Redactor {
  /// What a name says of the value behind it.
  enum Sensitivity {
    /// Whatever stands there is secret.
    case password
    /// A token or key: text says such names too, as in `unexpected token: word`.
    case credential
    /// The rest of an HTTP header.
    case authorization
    case cookie
  }

  /// Names in lower case, without separators, that end so.
  static let passwordEndings = ["password", "passwd", "passphrase", "pwd", "storepass", "keypass", "dbpass"]
  static let credentialEndings = [
    "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "accountkey", "authkey", "signingkey", "encryptionkey",
    "masterkey",
    "sharedkey", "storagekey", "webhookkey", "subscriptionkey", "deploykey", "licensekey", "secretkeybase", "credential", "credentials",
    "sessionid", "sessid",
  ]

  /// What a name such as `DB_PASSWORD`, `apiKey` or `--auth-token` says; nil for one that says nothing, as `PASSWORD_FILE`.
  static func sensitivity(of name: ArraySlice<Unicode.Scalar>) -> Sensitivity? {
    let isSeparator = { (scalar: Unicode.Scalar) in scalar == "_" || scalar == "-" || scalar == "." }
    let name = name.suffix(64)
    let digits = name.reversed().prefix(while: \.isDigit).count
    let letters = name.dropLast(digits).filter { !isSeparator($0) }.map(\.folded)
    let folded = String(String.UnicodeScalarView(letters))
    // .NET's name for the public half of the key that signed an assembly.
    if folded.hasSuffix("publickeytoken") { return nil }
    if folded.hasSuffix("authorization") { return .authorization }
    if folded.hasSuffix("cookie") { return .cookie }
    if passwordEndings.contains(where: folded.hasSuffix) { return .password }
    if folded.hasSuffix("pass"), let separator = name.dropLast(4).last, isSeparator(separator) { return .password }
    if credentialEndings.contains(where: folded.hasSuffix) || name.elementsEqual("_auth".unicodeScalars) { return .credential }
    return nil
  }

  /// The values of names that say so, and of `Bearer`.
  static func namedRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    while position < scalars.count {
      guard isNameScalar(scalars[position]) else {
        position += 1
        continue
      }
      let end = scalars.end(of: position, while: isNameScalar)
      // The n of \n is no letter of the name behind it.
      let isEscape = position > 0 && scalars[position - 1] == "\\" && "nrt".unicodeScalars.contains(scalars[position])
      let range = valueRange(in: scalars, name: (position + (isEscape ? 1 : 0))..<end)
      if let range { ranges.append(range) }
      // No name within a value is looked at, so that no part of the text is read twice.
      position = range?.upperBound ?? end
    }
    return ranges
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordScalar || scalar == "-" || scalar == "." }

  private static func valueRange(in scalars: [Unicode.Scalar], name: Range<Int>) -> Range<Int>? {
    let word = scalars[name]
    if name.count == 6, scalars.holds("bearer", at: name.lowerBound) { return bearerRange(in: scalars, after: name.upperBound) }
    guard let separator = Separator(in: scalars, after: name) else { return nil }
    guard let sensitivity = sensitivity(of: word) ?? querySensitivity(in: scalars, name: name) else { return nil }
    switch sensitivity {
    case .authorization: return headerRange(in: scalars, from: separator.end)
    case .cookie: return cookieRange(in: scalars, from: separator.end)
    case .password, .credential:
      let value = SecretValue(in: scalars, from: separator.end, isQuery: isQuery(in: scalars, name: name))
      let text = scalars[value.range]
      guard !isPlaceholder(text), !separator.isBlank || !isProse(text) else { return nil }
      if sensitivity == .credential, separator.isColon, !separator.isQuoted, !value.isQuoted, isPartOfSentence(text, in: scalars) {
        return nil
      }
      return value.range
    }
  }

  private static func isQuery(in scalars: [Unicode.Scalar], name: Range<Int>) -> Bool {
    name.lowerBound > 0 && (scalars[name.lowerBound - 1] == "?" || scalars[name.lowerBound - 1] == "&")
  }

  /// Signatures of signed addresses.
  private static func querySensitivity(in scalars: [Unicode.Scalar], name: Range<Int>) -> Sensitivity? {
    guard isQuery(in: scalars, name: name) else { return nil }
    let isSignature = ["sig", "signature", "X-Amz-Signature", "X-Goog-Signature"].contains {
      scalars[name].elementsEqual($0.unicodeScalars)
    }
    return isSignature ? .password : nil
  }

  // MARK: Headers

  /// `Bearer` and what has the form of a token; `bearer authentication` is prose.
  private static func bearerRange(in scalars: [Unicode.Scalar], after end: Int) -> Range<Int>? {
    let start = scalars.end(of: end, limit: 8) { $0 == " " }
    guard start > end else { return nil }
    let value = scalars.end(of: start) { $0.isBase64URL || "._~+/=".unicodeScalars.contains($0) }
    let text = scalars[start..<value]
    let isToken = text.contains(where: \.isDigit) || text.dropFirst().contains(where: \.isASCIIUppercase)
    return text.count >= 8 && isToken ? start..<value : nil
  }

  private static let schemesOfOneWord: Set<String> = ["bearer", "basic", "token", "apikey", "negotiate", "ntlm", "oauth", "bot", "key"]

  /// What stands behind `Authorization:`, but for the scheme.
  private static func headerRange(in scalars: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    let start = start < scalars.count && scalars[start].isQuote ? start + 1 : start
    let wordEnd = scalars.end(of: start) { !endsHeaderWord($0) }
    let second = scalars.end(of: wordEnd, limit: 8) { $0 == " " }
    let word = String(String.UnicodeScalarView(scalars[start..<wordEnd].map(\.folded)))
    let next = second > wordEnd ? scalars.end(of: second) { !endsHeaderWord($0) } : second
    if schemesOfOneWord.contains(word), next > second { return isPlaceholder(scalars[second..<next]) ? nil : second..<next }
    if word == "digest" || word.hasPrefix("aws4-") { return second..<scalars.end(of: second) { $0 != "\n" && $0 != "\r" } }
    return isPlaceholder(scalars[start..<wordEnd]) || isProse(scalars[start..<wordEnd]) ? nil : start..<wordEnd
  }

  private static func endsHeaderWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWhitespace || scalar.isQuote || scalar == "," || scalar == "\\"
  }

  /// The rest of the line behind `Cookie:`, when it begins with `name=`.
  private static func cookieRange(in scalars: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    let name = scalars.end(of: start, limit: 64) { isNameScalar($0) }
    guard name > start, name < scalars.count, scalars[name] == "=" else { return nil }
    return start..<scalars.end(of: name) { $0 != "\n" && $0 != "\r" && !$0.isQuote }
  }
}
