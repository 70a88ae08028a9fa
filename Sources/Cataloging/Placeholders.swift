import Decoding

/// Looks for `{name}` in a text, whoever may have declared the name.
enum Placeholders {
  /// Everything that a writer may have meant as a placeholder, in order, each with its offset in scalars.
  ///
  /// Braces of other languages are left out: `${NAME}`, `{{name}}`, curl's `%{name}`, Ruby's `#{name}`, Git's `@{upstream}`.
  static func occurrences(in text: String) -> [(name: String, offset: Int)] {
    guard text.holds("{") else { return [] }
    let scalars = text.scalars
    var occurrences: [(name: String, offset: Int)] = []
    var position = 0
    while let start = scalars[position...].firstIndex(of: "{") {
      switch PlaceholderSyntax.token(in: scalars, at: start) {
      case (.placeholder(let name), let end)?:
        if !isForeign(name, in: scalars, at: start, end: end) { occurrences.append((name, start)) }
        position = end
      case (.escaped, let end)?:
        position = end
      case nil:
        let isPair = start + 1 < scalars.count && scalars[start + 1] == "{"
        position = start + (isPair ? 2 : 1)
      }
    }
    return occurrences
  }

  private static func isForeign(_ name: String, in scalars: [Unicode.Scalar], at start: Int, end: Int) -> Bool {
    if end < scalars.count, scalars[end] == "}" { return true }
    guard start > 0 else { return false }
    return switch scalars[start - 1] {
    case "%", "#", "$": true
    case "@": ["u", "upstream", "push"].contains(name)
    default: false
    }
  }
}
