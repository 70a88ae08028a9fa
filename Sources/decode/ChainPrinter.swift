import Decoding

/// How a cause was reported, on a line: `npm-elifecycle ← node-gyp ← missing-compiler (the cause)`.
struct ChainPrinter {
  let terminal: Terminal

  /// What is said of a text that holds no cause.
  static let missingCause =
    "The cause is not in this text: this line only passes on that something failed. The lines before it hold the cause; copy from further up."

  /// - Parameter chain: Outermost first; two or more.
  func text(of chain: [Diagnosis]) -> String {
    let label = "reported as  "
    let names = chain.map { $0.entry.role == .cause ? $0.entry.slug + " (the cause)" : $0.entry.slug }
    let body = terminal.wrapped(names.joined(separator: " ← "), indent: label.count).dropFirst(label.count)
    return terminal.styled(label, .dim) + body
  }
}
