import Decoding

/// What the signatures of an entry declare.
struct Captures {
  /// All types a name is declared with, in order.
  let types: [String: [HoleType]]

  let names: Set<String>

  /// Whether every signature could be read. If not, a name may be declared after all.
  let isComplete: Bool

  init(_ signatures: some Sequence<IndexedSignature>, isComplete: Bool = true) {
    self.isComplete = isComplete
    var types: [String: [HoleType]] = [:]
    for signature in signatures {
      for hole in signature.lines.lazy.flatMap(\.holes) { types[hole.name, default: []].append(hole.type) }
    }
    self.types = types
    names = Set(types.keys)
  }

  /// Whether every declaration of a name may stand between quotes.
  func isSafeInsideQuotes(_ name: String) -> Bool { types[name, default: []].allSatisfy(\.isSafeInsideQuotes) }

  /// Whether every declaration of a name may stand in a command that can lose data.
  func isAllowedInDestroy(_ name: String) -> Bool { types[name, default: []].allSatisfy(\.isAllowedInDestroy) }

  /// The type that stands for all declarations of a name: the first of those that allow the least.
  func type(of name: String) -> HoleType? {
    let types = types[name, default: []]
    return types.first { !$0.isSafeInsideQuotes } ?? types.first { !$0.isAllowedInDestroy } ?? types.first
  }

  // MARK: Placeholders

  /// The names of placeholders in a text that no signature declares, in order; none while that cannot be known.
  func undeclared(in text: String) -> [String] {
    guard isComplete else { return [] }
    return Placeholders.occurrences(in: text).map(\.name).filter { types[$0] == nil }
  }

  func addUndeclared(_ name: String, at place: Place, to collector: FindingCollector) {
    let nearest = Suggestion.nearest(to: name, among: types.keys)
    let isFound = place.length == name.unicodeScalars.count + 2
    collector.add(
      .undeclaredPlaceholder, at: place, "no signature of this entry has a hole named '\(name)'",
      hint: (nearest.map { "did you mean '{\($0)}'? " } ?? "")
        + "write {{\(name)}} for the text itself, and <\(name.uppercased())> for what the reader types",
      fix: isFound ? nearest.map { Fix(replacing: place, with: "{\($0)}") } : nil)
  }
}
