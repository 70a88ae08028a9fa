import Decoding

/// The words of all signatures, by which a page finds what a text resembles that nothing matched.
struct WordTable {
  /// The words, parted by blanks; the entries' slugs; and for each entry its signatures, as the numbers of their words.
  let json: JSONValue

  /// - Parameter perform: Does work side by side; the table is the same without it.
  init(_ entries: [IndexedEntry], perform: DecodingSession.Performer? = nil) {
    let signatures = Portions.map(entries, perform: perform) { entry in
      entry.signatures.map { Nearest.words(of: $0.lines.flatMap(\.literals)) }
    }
    var counts: [String: Int] = [:]
    for word in signatures.joined().joined() { counts[word, default: 0] += 1 }
    // What stands in many signatures has short numbers.
    let words = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
    let numbers = Dictionary(zip(words, 0...)) { first, _ in first }
    json = .object([
      ("words", .string(words.joined(separator: " "))),
      ("slugs", .strings(entries.map(\.slug))),
      ("signatures", .array(signatures.map { .array($0.map { .array($0.compactMap { numbers[$0] }.map(JSONValue.int)) }) })),
    ])
  }
}
