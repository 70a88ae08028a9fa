// Secrets that are known by their own form.

extension Redactor {
  /// What a kind of token looks like: a fixed beginning, then a run of one alphabet.
  private struct TokenShape: Sendable {
    enum Alphabet { case alphanumeric, upper, hex, base64URL, dotted }

    let prefix: [Unicode.Scalar]
    let alphabet: Alphabet
    let lengths: ClosedRange<Int>
    /// Whether the run holds a digit: what words may look like needs one.
    let needsDigit: Bool

    init(_ prefix: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>, needsDigit: Bool = false) {
      (self.prefix, self.alphabet, self.lengths, self.needsDigit) = (Array(prefix.unicodeScalars), alphabet, lengths, needsDigit)
    }

    init(_ prefix: String, _ alphabet: Alphabet, from minimum: Int, needsDigit: Bool = false) {
      self.init(prefix, alphabet, minimum...Int.max, needsDigit: needsDigit)
    }

    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      switch alphabet {
      case .alphanumeric: scalar.isAlphanumeric
      case .upper: scalar.isDigit || scalar.isASCIIUppercase
      case .hex: scalar.isHexDigit
      case .base64URL: scalar.isBase64URL
      case .dotted: scalar.isBase64URL || scalar == "."
      }
    }

    /// The end of such a token at a position. Looks at a bounded number of scalars unless there is one.
    func end(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
      guard scalars[start...].starts(with: prefix) else { return nil }
      let body = start + prefix.count
      let looked = scalars.end(of: body, limit: max(lengths.lowerBound, 64), while: isPart)
      guard looked - body >= lengths.lowerBound, !needsDigit || scalars[body..<looked].contains(where: \.isDigit) else { return nil }
      var end = scalars.end(of: looked, while: isPart)
      // The end of a sentence.
      while scalars[end - 1] == "." { end -= 1 }
      guard end - body <= lengths.upperBound, lengths.upperBound == .max || end == scalars.count || !scalars[end].isWordScalar else {
        return nil
      }
      return end
    }
  }

  /// What tokens of the known shapes begin with, by the first two letters.
  static let tokenBeginnings = BeginningTable(shapes.values.flatMap { $0.map(\.prefix) } + [["e", "y", "J"]])

  private static let shapes: [Unicode.Scalar: [TokenShape]] = Dictionary(
    grouping: [
      // GitHub
      TokenShape("ghp_", .alphanumeric, from: 20), TokenShape("gho_", .alphanumeric, from: 20), TokenShape("ghu_", .alphanumeric, from: 20),
      TokenShape("ghs_", .base64URL, from: 20), TokenShape("ghr_", .alphanumeric, from: 20),
      TokenShape("github_pat_", .base64URL, from: 20),
      // GitLab
      TokenShape("glpat-", .dotted, from: 16), TokenShape("gldt-", .base64URL, from: 16), TokenShape("glrt-", .dotted, from: 16),
      TokenShape("glptt-", .base64URL, from: 16), TokenShape("glcbt-", .base64URL, from: 16), TokenShape("glft-", .base64URL, from: 16),
      TokenShape("glsoat-", .base64URL, from: 16), TokenShape("glimt-", .base64URL, from: 16), TokenShape("glagent-", .base64URL, from: 16),
      TokenShape("gloas-", .base64URL, from: 16), TokenShape("glffct-", .base64URL, from: 16),
      TokenShape("GR1348941", .base64URL, from: 16),
      // AWS
      TokenShape("AKIA", .upper, 16...16), TokenShape("ASIA", .upper, 16...16), TokenShape("ABIA", .upper, 16...16),
      TokenShape("ACCA", .upper, 16...16),
      // Slack
      TokenShape("xoxb-", .base64URL, from: 10), TokenShape("xoxp-", .base64URL, from: 10), TokenShape("xoxa-", .base64URL, from: 10),
      TokenShape("xoxr-", .base64URL, from: 10), TokenShape("xoxs-", .base64URL, from: 10), TokenShape("xoxo-", .base64URL, from: 10),
      TokenShape("xoxc-", .base64URL, from: 10), TokenShape("xoxd-", .base64URL, from: 10), TokenShape("xoxe", .dotted, from: 16),
      TokenShape("xapp-", .base64URL, from: 10),
      // Stripe
      TokenShape("sk_live_", .alphanumeric, from: 10), TokenShape("sk_test_", .alphanumeric, from: 10),
      TokenShape("rk_live_", .alphanumeric, from: 10), TokenShape("rk_test_", .alphanumeric, from: 10),
      TokenShape("whsec_", .alphanumeric, from: 10),
      // Packages and images
      TokenShape("npm_", .alphanumeric, from: 30), TokenShape("pypi-AgE", .base64URL, from: 16),
      TokenShape("dckr_pat_", .base64URL, from: 16),
      TokenShape("dckr_oat_", .base64URL, from: 16), TokenShape("rubygems_", .hex, from: 32), TokenShape("oy2", .alphanumeric, 43...43),
      // Google
      TokenShape("AIza", .base64URL, 35...35), TokenShape("ya29.", .base64URL, from: 20), TokenShape("GOCSPX-", .base64URL, from: 20),
      // Others that deploys meet
      TokenShape("sk-", .base64URL, from: 20, needsDigit: true), TokenShape("hf_", .alphanumeric, from: 30),
      TokenShape("hvs.", .base64URL, from: 20), TokenShape("hvb.", .base64URL, from: 20), TokenShape("hvr.", .base64URL, from: 20),
      TokenShape("dop_v1_", .hex, from: 40), TokenShape("doo_v1_", .hex, from: 40), TokenShape("dor_v1_", .hex, from: 40),
      TokenShape("SG.", .dotted, from: 40), TokenShape("SK", .hex, 32...32), TokenShape("shpat_", .hex, from: 32),
      TokenShape("shpss_", .hex, from: 32), TokenShape("dapi", .hex, 32...32), TokenShape("sntrys_", .base64URL, from: 30),
      TokenShape("sntryu_", .hex, from: 40), TokenShape("glsa_", .base64URL, from: 32), TokenShape("glc_", .base64URL, from: 32),
      TokenShape("HRKU-", .base64URL, from: 30), TokenShape("dp.pt.", .alphanumeric, from: 30), TokenShape("dp.st.", .dotted, from: 30),
      TokenShape("sbp_", .hex, from: 40), TokenShape("nfp_", .alphanumeric, from: 30), TokenShape("PMAK-", .base64URL, from: 40),
      TokenShape("NRAK-", .alphanumeric, from: 20), TokenShape("pscale_tkn_", .base64URL, from: 30),
      TokenShape("pscale_pw_", .base64URL, from: 30), TokenShape("lin_api_", .alphanumeric, from: 30),
      TokenShape("fo1_", .base64URL, from: 40),
      TokenShape("AGE-SECRET-KEY-1", .upper, from: 40),
    ]
  ) { $0.prefix[0] }

  /// Tokens of the known shapes, and JSON Web Tokens.
  static func tokenRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    // No JSON Web Token begins before here: the run that would be its header has no dot behind it.
    var plainUntil = 0
    while position < scalars.count {
      guard position == 0 || !scalars[position - 1].isAlphanumeric, scalars[position].isAlphanumeric else {
        position += 1
        continue
      }
      var end = shapes[scalars[position]]?.lazy.compactMap { $0.end(in: scalars, at: position) }.first
      if end == nil, position >= plainUntil, scalars[position...].starts(with: ["e", "y", "J"]) {
        end = webTokenEnd(in: scalars, at: position)
        if end == nil { plainUntil = scalars.end(of: position, while: \.isBase64URL) }
      }
      if let end { ranges.append(position..<end) }
      position = end ?? position + 1
    }
    return ranges
  }

  /// A header and a payload in base64, and the signature unless it was cut off.
  private static func webTokenEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    let header = scalars.end(of: start, while: \.isBase64URL)
    guard header - start >= 10, header < scalars.count, scalars[header] == "." else { return nil }
    let payload = scalars.end(of: header + 1, while: \.isBase64URL)
    guard payload - header > 10 else { return nil }
    guard payload < scalars.count, scalars[payload] == "." else { return payload }
    let signature = scalars.end(of: payload + 1, while: \.isBase64URL)
    return signature == payload + 1 ? payload : signature
  }

  /// What stands between the first and the last line of a private key; of one that was cut short, as far as it looks like a key.
  static func keyBlockRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    var mayEnd = true
    while let begin = next("-----begin ", in: scalars, from: position) {
      let label = begin + 11
      let labelEnd = scalars.end(of: label, limit: 40) { $0.isASCIIUppercase || $0.isDigit || $0 == " " }
      position = labelEnd
      let isPrivate = scalars.holds("private key", at: labelEnd - 11) || scalars.holds("private key block", at: labelEnd - 17)
      guard isPrivate, scalars.holds("-----", at: labelEnd) else { continue }
      let body = labelEnd + 5
      let end = mayEnd ? next("-----end ", in: scalars, from: body) : nil
      mayEnd = end != nil
      position = end ?? endOfKeyText(in: scalars, from: body)
      ranges.append(body..<position)
    }
    return ranges
  }

  private static func next(_ literal: StaticString, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start < scalars.count else { return nil }
    return scalars[start...].indices.first { scalars[$0] == "-" && scalars.holds(literal, at: $0) }
  }

  private static func endOfKeyText(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while true {
      var word = scalars.end(of: end, while: \.isWhitespace)
      while scalars.holds(#"\n"#, at: word) || scalars.holds(#"\r"#, at: word) { word += 2 }
      let wordEnd = scalars.end(of: word) { $0.isAlphanumeric || $0 == "+" || $0 == "/" || $0 == "=" }
      guard wordEnd - word >= 16 else { return end }
      end = wordEnd
    }
  }
}
