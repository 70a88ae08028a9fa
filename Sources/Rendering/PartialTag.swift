/// The tags by which a template includes another.
enum PartialTag {
  /// The names in `{{>name}}` tags, each with its line, 1-based.
  static func all(in text: String) -> [(name: String, line: Int)] {
    var tags: [(name: String, line: Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for piece in line.split(separator: "{{>", omittingEmptySubsequences: false).dropFirst() {
        let name = piece.prefix { $0 != "}" }.filter { $0 != " " }
        tags.append((name, index + 1))
      }
    }
    return tags
  }
}
