import Decoding

/// The keys of one YAML map, read one by one and checked for their shape. All complaints go to the collector.
struct FieldReader {
  private let pairs: [YAMLPair]
  private let table: FieldTable
  private let collector: FindingCollector
  /// Where a missing key is reported.
  private let range: Range<Int>
  /// Keys that a misspelt one is probably meant for.
  private let meant: Set<String>

  /// - Parameters:
  ///   - node: The map; anything else is a finding, and then no key is there.
  ///   - table: All keys that may stand in it.
  ///   - subject: What the map is, for messages, or nil for the table's own word.
  ///   - range: Where a missing key is reported, or nil for the place of the map.
  init(_ node: YAMLNode, _ table: FieldTable, subject: String? = nil, range: Range<Int>? = nil, collector: FindingCollector) {
    let (allowed, subject) = (table.names, subject ?? table.subject)
    self.table = table
    self.collector = collector
    self.range = range ?? node.range
    guard case .map(let pairs, _) = node else {
      collector.add(
        .wrongShape, at: node.range, "\(subject) is \(node.description) instead of keys with values",
        hint: "write `key: value`, one a line; the keys are \(allowed.joined(separator: ", "))")
      self.pairs = []
      meant = []
      return
    }
    self.pairs = FieldReader.withoutRepeats(pairs, collector: collector)
    var meant: Set<String> = []
    let unknown = self.pairs.filter { !allowed.contains($0.key.text) }
    let known = unknown.isEmpty ? [] : Set(self.pairs.map(\.key.text))
    for key in unknown.map(\.key) {
      let nearest = Suggestion.nearest(to: key.text, among: allowed)
      // The key may be there beside its misspelling; which of the two is to stay is the writer's to say.
      let isFree = nearest.map { !known.contains($0) && meant.insert($0).inserted } ?? false
      collector.add(
        .unknownKey, at: key.range, "\(subject) has no key '\(key.text)'", hint: Suggestion.hint(for: key.text, among: allowed),
        fix: isFree ? nearest.flatMap { collector.fix(key, with: $0, isSafe: true) } : nil)
    }
    self.meant = meant
  }

  /// Drops the later of two equal keys, with a finding.
  static func withoutRepeats(_ pairs: [YAMLPair], collector: FindingCollector) -> [YAMLPair] {
    guard hasRepeats(pairs) else { return pairs }
    var firstLine: [String: Int] = [:]
    return pairs.filter { pair in
      if let line = firstLine[pair.key.text] {
        collector.add(
          .duplicateKey, at: pair.key.range, "the key '\(pair.key.text)' stands here a second time, first in line \(line)",
          hint: "keep one of them")
        return false
      }
      firstLine[pair.key.text] = collector.source.line(at: pair.key.range.lowerBound)
      return true
    }
  }

  private static func hasRepeats(_ pairs: [YAMLPair]) -> Bool {
    // A few keys are compared sooner than hashed.
    guard pairs.count <= 32 else { return Set(pairs.lazy.map(\.key.text)).count < pairs.count }
    return pairs.indices.contains { index in pairs[..<index].contains { $0.key.text == pairs[index].key.text } }
  }

  // MARK: Keys

  func has(_ key: String) -> Bool { pair(key) != nil }

  func keyRange(_ key: String) -> Range<Int>? { pair(key)?.key.range }

  func value(_ key: String) -> YAMLNode? { pair(key)?.value }

  /// A key that no table has would never be read, as it is an unknown one.
  private func pair(_ key: String) -> YAMLPair? {
    assert(table.names.contains(key), "\(table.subject) has no key '\(key)'")
    return pairs.first { $0.key.text == key }
  }

  /// Reports required keys that are missing.
  func requireAll() {
    for field in table.required { require(field.name, hint: field.absenceHint) }
  }

  /// Reports a key that is missing, and not only misspelt.
  func require(_ key: String, hint: String) {
    if !has(key), !meant.contains(key) { collector.add(.missingKey, at: range, "the key '\(key)' is missing", hint: hint) }
  }

  // MARK: Values

  /// A single line of text.
  func line(_ key: String) -> YAMLScalar? {
    guard let pair = pair(key) else { return nil }
    return FieldReader.line(pair.value, name: "'\(key)'", emptyAt: pair.key.range, collector: collector)
  }

  /// Text of any length, line ends and control characters included.
  func text(_ key: String) -> YAMLScalar? {
    guard let pair = pair(key) else { return nil }
    return FieldReader.text(pair.value, name: "'\(key)'", emptyAt: pair.key.range, collector: collector)
  }

  /// The items of a list; an empty one is a finding.
  func list(_ key: String) -> [YAMLNode] {
    guard let pair = pair(key) else { return [] }
    switch pair.value {
    case .list(let items, _) where !items.isEmpty:
      return items
    case .list:
      collector.add(.emptyValue, at: pair.value.range, "'\(key)' is an empty list", hint: "fill it in, or take the key out")
    case .scalar(let scalar) where scalar.text.isEmpty:
      collector.add(.emptyValue, at: pair.key.range, "'\(key)' has no value", hint: "fill it in, or take the key out")
    case .scalar, .map:
      collector.add(
        .wrongShape, at: pair.value.range, "'\(key)' is \(pair.value.description) instead of a list",
        hint: "write `[a, b]`, or one item a line behind `- `")
    }
    return []
  }

  /// How many items a list has, whatever they are; 0 when there is no list.
  func count(_ key: String) -> Int {
    if case .list(let items, _)? = value(key) { items.count } else { 0 }
  }

  /// A list of single lines.
  func lines(_ key: String) -> [YAMLScalar] {
    list(key).compactMap { FieldReader.line($0, name: "an item of '\(key)'", emptyAt: $0.range, collector: collector) }
  }

  /// A list of single lines, no two of them equal.
  func distinctLines(_ key: String) -> [YAMLScalar] {
    let lines = lines(key)
    guard lines.count > 1 else { return lines }
    var seen: Set<String> = []
    return lines.filter { scalar in
      guard !seen.insert(scalar.text).inserted else { return true }
      collector.add(.duplicateValue, at: scalar.range, "'\(scalar.text)' stands twice under '\(key)'", hint: "keep one of them")
      return false
    }
  }

  /// `true` or `false`; false when the key is absent.
  func flag(_ key: String) -> Bool {
    guard let scalar = line(key) else { return false }
    if scalar.text != "true", scalar.text != "false" {
      collector.add(.unknownValue, at: scalar.range, "'\(key)' is '\(scalar.text)'", hint: "write true or false")
    }
    return scalar.text == "true"
  }

  static func line(
    _ node: YAMLNode, name: @autoclosure () -> String, emptyAt: Range<Int>, collector: FindingCollector
  ) -> YAMLScalar? {
    guard let scalar = text(node, name: name(), emptyAt: emptyAt, collector: collector) else { return nil }
    let scalars = scalar.text.unicodeScalars
    if scalar.text.mayHoldControl, let index = scalars.firstIndex(where: \.isControl) {
      let offset = scalars.distance(from: scalars.startIndex, to: index)
      collector.add(
        .controlCharacter, at: scalar.range(offset: offset, length: 1, in: collector.source),
        "\(name()) holds a line end or another control character", hint: "keep it on one line")
      return nil
    }
    return scalar
  }

  static func text(
    _ node: YAMLNode, name: @autoclosure () -> String, emptyAt: Range<Int>, collector: FindingCollector
  ) -> YAMLScalar? {
    guard case .scalar(let scalar) = node else {
      collector.add(
        .wrongShape, at: node.range, "\(name()) is \(node.description) instead of text",
        hint: "write the text itself; quote it when it begins with [ or {")
      return nil
    }
    guard scalar.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      collector.add(.emptyValue, at: emptyAt, "\(name()) has no value", hint: "fill it in, or take the key out")
      return nil
    }
    collector.addIfUnfinished(
      scalar.text.utf8,
      at: collector.source.place(of: scalar.range(offset: 0, length: scalar.text.unicodeScalars.count, in: collector.source)))
    return scalar
  }
}
