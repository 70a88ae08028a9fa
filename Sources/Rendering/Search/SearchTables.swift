import Cataloging
import Decoding

/// What the page's search reads: which words stand in which entries, and what is shown of an entry, cut into small files of which a query
/// needs a few, however many entries there are.
///
/// `search.json` names the folder of the others, whose name is their hash, and says by its `words` with which word each file of words
/// begins. A file of words is sorted: `[[word, posting, …], …]`; of a posting, divided by eight, the quotient is how far behind the
/// posting before it the entry stands (at first: from -1) and the remainder the `SearchPlace`. A file of entries has `step` of them:
/// `[[slug, title, code, area, [other name, …], first sentence], …]`, where the area is a number in `areas`. Entries are sorted by area and
/// slug, so that those that are found together stand together.
struct SearchTables {
  static let path = "search.json"
  static let folder = "search/"
  /// What the paths of all its files begin with.
  static let prefix = "search"
  private static let step = 16
  /// In bytes, about 5 KB compressed.
  private static let wordFileLength = 16_000

  private let site: EntryLinks
  private let entries: [PublishedEntry]
  private let perform: DecodingSession.Performer?

  /// - Parameter perform: Does work side by side; the files are the same without it.
  init(_ links: EntryLinks, perform: DecodingSession.Performer? = nil) {
    site = links
    entries = links.entries.sorted {
      $0.entry.area == $1.entry.area ? $0.entry.slug < $1.entry.slug : $0.entry.area < $1.entry.area
    }
    self.perform = perform
  }

  var files: [OutputFile] {
    let words = self.words
    let contents =
      words.enumerated().map { ("words-\($0)", $1.bytes) } + entryFiles.enumerated().map { ("entries-\($0)", $1.bytes) }
      + [("names", JSONValue.strings(codes).bytes)]
    var fingerprint = Fingerprint()
    for (_, bytes) in contents { fingerprint.add(bytes) }
    let folder = "\(Self.folder)\(fingerprint.text)/"
    let head = JSONValue.object([
      ("folder", .string(folder)), ("step", .int(Self.step)), ("entries", .int(entries.count)),
      ("areas", .array(site.areas.map { .strings([$0.grouping.slug.text, $0.grouping.title]) })), ("words", .strings(words.map(\.first))),
    ])
    return [OutputFile(path: Self.path, bytes: head.bytes)] + contents.map { OutputFile(path: "\(folder)\($0).json", bytes: $1) }
  }

  // MARK: Words

  /// An entry that has a word, and the best of its places.
  private struct Posting {
    let entry: Int
    var place: SearchPlace
  }

  /// Files of words, each with its first.
  private var words: [(first: String, bytes: [UInt8])] {
    let rows = Portions.map(postings.sorted { String.precedesInBytes($0.key, $1.key) }, perform: perform) { word, postings in
      (word: word, bytes: Self.row(word, postings))
    }
    var files: [(first: String, bytes: [UInt8])] = []
    var length = Int.max
    for row in rows {
      let size = row.bytes.count
      if length > Self.wordFileLength - size {
        files.append((row.word, []))
        length = 0
      }
      files[files.count - 1].bytes.append(UInt8(ascii: length == 0 ? "[" : ","))
      files[files.count - 1].bytes += row.bytes
      length += size
    }
    return files.map { ($0.first, $0.bytes + [UInt8(ascii: "]")]) }
  }

  private static func row(_ word: String, _ postings: [Posting]) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")] + JSONValue.string(word).bytes
    var last = -1
    for posting in postings {
      bytes.append(UInt8(ascii: ","))
      bytes += String((posting.entry - last) * 8 + posting.place.rawValue).utf8
      last = posting.entry
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// Where each word stands, by rising numbers of entries.
  private var postings: [String: [Posting]] {
    let portions = stride(from: 0, to: entries.count, by: 128).map { $0..<min($0 + 128, entries.count) }
    var postings: [String: [Posting]] = [:]
    for portion in Portions.map(portions, by: 1, perform: perform, self.postings) {
      for (word, later) in portion where postings[word]?.append(contentsOf: later) == nil { postings[word] = later }
    }
    return postings
  }

  private func postings(in numbers: Range<Int>) -> [String: [Posting]] {
    var postings: [String: [Posting]] = [:]
    for number in numbers {
      eachWord(of: entries[number]) { word, place in Self.add(Posting(entry: number, place: place), to: &postings[word, default: []]) }
    }
    return postings
  }

  private static func add(_ posting: Posting, to postings: inout [Posting]) {
    guard let last = postings.indices.last, postings[last].entry == posting.entry else { return postings.append(posting) }
    postings[last].place = min(postings[last].place, posting.place)
  }

  /// Each word of an entry, for each of its places.
  private func eachWord(of published: PublishedEntry, _ body: (_ word: String, _ place: SearchPlace) -> Void) {
    let entry = published.entry
    func add(_ words: [String], _ place: SearchPlace) {
      for word in words { body(word, place) }
    }
    if let code = entry.code {
      add(SearchWords.wordsAndEndings(of: code), .partOfCode)
      let words = SearchWords.words(of: code)
      if words.count == 1 { add(words, .code) }
    }
    for alias in entry.aliases { add(SearchWords.wordsAndEndings(of: alias), .alias) }
    for area in [site.areaTitle(of: entry), entry.area.text] { add(SearchWords.words(of: area), .area) }
    for title in [entry.title, entry.slug.text] + entry.formerly.map(\.text) { add(SearchWords.wordsAndEndings(of: title), .title) }
    for signature in published.indexed.signatures {
      for line in signature.lines { add(SearchWords.words(of: line), .signature) }
    }
    add(SearchWords.words(of: published.fill.text(of: entry.summary)), .summary)
    let (steps, faq) = (published.indexed.steps, published.indexed.faq)
    for heading in entry.body.causes.map(\.plainTitle) + steps.map(\.title) + faq.map(\.question) {
      add(SearchWords.words(of: heading), .text)
    }
    for text in steps.map(\.text) + faq.map(\.answer) { add(SearchWords.names(in: text), .text) }
  }

  /// The codes and aliases of one word, against which mistyped ones are held.
  private var codes: [String] {
    let names = entries.flatMap { ($0.entry.code.map { [$0] } ?? []) + $0.entry.aliases }
    return Set(names.map(SearchWords.words).filter { $0.count == 1 }.joined()).sorted(by: String.precedesInBytes)
  }

  // MARK: Entries

  private var entryFiles: [JSONValue] {
    let areas = Dictionary(site.areas.enumerated().map { ($1.grouping.slug, $0) }) { first, _ in first }
    let rows = entries.map { published in
      let entry = published.entry
      return JSONValue.array([
        .string(entry.slug.text), .string(entry.title), .optional(entry.code), .int(areas[entry.area] ?? 0),
        .strings(entry.aliases + entry.formerly.map(\.text)), .string(published.firstSentence),
      ])
    }
    return stride(from: 0, to: rows.count, by: Self.step).map { .array(Array(rows[$0..<min($0 + Self.step, rows.count)])) }
  }
}

/// Where a word stands in an entry; the lower, the more it tells.
enum SearchPlace: Int, Comparable {
  case code, partOfCode, alias, area, title, signature, summary
  /// Headings, and the names of things in steps and answers: `OOMKilled`, `SIGTERM`, `NODE_OPTIONS`.
  case text

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
