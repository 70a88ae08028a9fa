import Decoding

/// What tells an e-mail address from other secrets.
enum MailForm {
  static func isOne(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let at = value.firstIndex(of: "@"), at > value.startIndex else { return false }
    let domain = value[(at + 1)...]
    return domain.contains(".") && domain.allSatisfy { $0.isWordScalar || $0 == "-" || $0 == "." }
  }

  /// Whether nobody can have it: a domain kept for documentation and tests, or an account of a program.
  static func isNobodys(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(value.map(\.folded)))
    guard let at = text.lastIndex(of: "@") else { return false }
    let labels = text[text.index(after: at)...].split(separator: ".")
    let reserved: Set<Substring> = ["example", "test", "invalid", "localhost", "local", "internal", "localdomain"]
    if let last = labels.last, reserved.contains(last) { return true }
    if labels.count >= 2, labels[labels.count - 2] == "example", ["com", "org", "net"].contains(labels[labels.count - 1]) { return true }
    return ["noreply", "no-reply", "git"].contains(String(text[..<at]))
  }
}
