/// What stands between the two fence lines `---` of an entry, and where its body begins.
struct FrontMatter {
  /// Nil when it could not be read, which the collector then knows.
  let root: YAMLNode?
  /// The first line behind the closing fence.
  let bodyLine: Int

  /// Finds and reads the front matter; nil when the fences are not there, which the collector then knows.
  static func read(_ collector: FindingCollector) -> FrontMatter? {
    let source = collector.source
    let isFence = { (line: Int) in Self.isFence(source.scalars[source.range(ofLine: line)]) }
    guard isFence(1) else {
      collector.add(
        .frontMatterMissing, at: source.place(of: source.range(ofLine: 1)), "the file does not begin with front matter",
        hint: "line 1 is `---` and nothing else, then the keys, then another line `---`", fix: fence(source, among: 1...1))
      return nil
    }
    guard let closing = (1..<source.lineCount).lazy.map({ $0 + 1 }).first(where: isFence) else {
      collector.add(
        .frontMatterUnclosed, at: source.range(ofLine: 1), "the front matter that begins here is never closed",
        hint: "put a line `---` and nothing else behind the last key", fix: fence(source, among: 2...max(2, source.lineCount)))
      return nil
    }
    let range = source.start(ofLine: 2)..<source.start(ofLine: closing)
    let (root, findings) = YAMLReader.read(source, range: range)
    collector.add(findings)
    if root == nil, findings.isEmpty {
      collector.add(.frontMatterMissing, at: source.range(ofLine: 1), "the front matter is empty", hint: "write the keys of an entry")
    }
    return FrontMatter(root: root, bodyLine: closing + 1)
  }

  private static func isFence(_ line: ArraySlice<Unicode.Scalar>) -> Bool { line.count == 3 && line.allSatisfy { $0 == "-" } }

  /// Makes a fence of the first line that is one but for blanks around it.
  private static func fence(_ source: SourceText, among lines: ClosedRange<Int>) -> Fix? {
    let line = lines.first { line in
      let text = source.scalars[source.range(ofLine: line)]
      return isFence(text.filter { $0 != " " && $0 != "\t" }[...])
    }
    return line.map { Fix(line: $0, column: 1, length: source.range(ofLine: $0).count, replacement: "---", isSafe: true) }
  }
}
