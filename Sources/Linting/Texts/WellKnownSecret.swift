import Decoding

/// Words that stand for a secret in documentation, so that nobody loses anything by them.
enum WellKnownSecret {
  private static let words: Set<String> = [
    "admin", "bar", "baz", "changeit", "changeme", "correct-horse", "dummy", "example", "foo", "foobar", "guest", "minioadmin", "mypass",
    "mypassword", "mysecret", "mysecretpassword", "pass", "passwd", "password", "password123", "postgres", "pw", "pwd", "root", "s3cret",
    "secret",
    "secretpassword", "supersecret", "test", "testing", "token", "user", "wrong", "wrongpass", "wrongpassword", "your-password",
    "your-token",
    "your_password",
    "your_token", "yourpassword",
  ]

  /// Whether a secret is such a word, with digits behind it or without, or has been taken out.
  static func contains(_ text: some Collection<Unicode.Scalar>) -> Bool {
    let folded = String(String.UnicodeScalarView(text.map(\.folded)))
    if folded.contains("redacted") || folded.contains("example") || isPlain(text) { return true }
    var letters = folded[...]
    while letters.last?.isNumber == true || letters.last == "!" { letters = letters.dropLast() }
    return words.contains(folded) || words.contains(String(letters))
  }

  /// Whether it is prose, a call, the name of a variable or words: a secret that is generated has digits, or letters
  /// of both cases; a private key begins with hyphens.
  private static func isPlain(_ text: some Collection<Unicode.Scalar>) -> Bool {
    if text.first == "-" { return false }
    if text.count < 6 { return true }
    if text.contains(where: { $0 == " " || $0 == "`" || $0 == "$" || $0 == "(" }) { return true }
    guard !text.contains(where: { ("0"..."9").contains($0) }) else { return false }
    let hasCapitals = text.contains { ("A"..."Z").contains($0) }
    return !hasCapitals || !text.contains { ("a"..."z").contains($0) }
  }
}
