/// The anchors of one page, each given out once.
struct Anchors {
  private var used: Set<String> = []

  /// An anchor for a title: the prefix, then lower-case ASCII letters and digits with one `-` for every other run.
  ///
  /// A repeat ends in `-2`, `-3` and so on; a title without any such letter gets its number alone.
  mutating func make(prefix: String, title: String) -> String {
    let words = title.unicodeScalars.split { !($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)) }
    let stem = words.map { String(String.UnicodeScalarView($0)).lowercased() }.joined(separator: "-")
    let base = stem.isEmpty ? prefix : "\(prefix)-\(stem)"
    if !stem.isEmpty, used.insert(base).inserted { return base }
    var number = stem.isEmpty ? 1 : 2
    while !used.insert("\(base)-\(number)").inserted { number += 1 }
    return "\(base)-\(number)"
  }
}
