/// The word a writer probably meant.
package enum Suggestion {
  /// The nearest of some words, or nil when none is near: at most a third of the letters differ.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    if let same = words.filter({ $0.lowercased() == word.lowercased() }).min() { return same }
    let scalars = Array(word.unicodeScalars.prefix(64))
    return
      words
      .map { (word: $0, distance: distance(scalars, Array($0.unicodeScalars))) }
      .filter { $0.distance <= max(1, max(scalars.count, $0.word.unicodeScalars.count) / 3) }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?
      .word
  }

  /// `Did you mean 'x'?`, or a sentence that lists what is allowed.
  static func hint(for word: String, among words: [String]) -> String {
    if let nearest = nearest(to: word, among: words) { return "did you mean '\(nearest)'?" }
    return words.isEmpty ? "take it out" : "use one of: \(words.joined(separator: ", "))"
  }

  /// The number of inserted, dropped, changed or swapped neighbouring letters.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
