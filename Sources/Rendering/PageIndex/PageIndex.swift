import Cataloging
import Decoding

/// The index as a page reads it: in parts, so that a text needs a few of them, however many entries there are.
///
/// `keys.json` tells nearly always that no pattern can match where some words stand; `buckets/` tell which entries the other words belong to;
/// `entry.json` beside an entry's page has all that matching and an answer take. `names.json` and `words.json` are asked for when nothing
/// matched.
/// All parts are a function of the index. `page-index.mjs` reads them.
struct PageIndex {
  /// So many keys are in one bucket, about.
  private static let bucketSize = 48

  /// What its folder stands in.
  static let root = "index/"
  /// The part of one entry. It stands beside the entry's page, so that an edit of one changes nothing of the others.
  static let entry = "entry.json"

  /// From the site's root, ending in `/`; its name changes with what is in it.
  let folder: String
  let files: [OutputFile]

  /// - Complexity: O(n log n) in the signatures' literals.
  init(_ index: SearchIndex) {
    var keys: [UInt32: [String]] = [:]
    var always: [String] = []
    let chooser = WindowChooser(index.entries)
    for entry in index.entries {
      guard let windows = chooser.keys(of: entry) else {
        always.append(entry.slug)
        continue
      }
      for hash in Set(windows.map(\.hash)) { keys[hash, default: []].append(entry.slug) }
    }
    let bucketBits = max(1, (keys.count / Self.bucketSize).bitWidthInUse)
    let buckets = Dictionary(grouping: keys.sorted { $0.key < $1.key }) { $0.key >> UInt32(32 - bucketBits) }
    var parts: [(name: String, value: JSONValue)] = [
      ("keys", Self.keys(keys.keys.sorted(), always: always, bucketBits: bucketBits, site: index.site)),
      // Of each entry the slug, and its code and aliases.
      ("names", .array(index.entries.map { .strings([$0.slug] + [$0.code].compactMap(\.self) + $0.aliases) })),
      ("words", WordTable(index.entries).json),
    ]
    for bucket in 0..<UInt32(1 << bucketBits) {
      let members = (buckets[bucket] ?? []).map { (key: String($0.key), value: JSONValue.strings($0.value)) }
      parts.append(("buckets/\(bucket)", .object(members)))
    }
    let contents = parts.map { (path: $0.name + ".json", bytes: $0.value.bytes) }
    var fingerprint = Fingerprint()
    for (path, bytes) in contents {
      fingerprint.add(path.utf8)
      fingerprint.add(bytes)
    }
    let folder = "\(Self.root)\(fingerprint.text)/"
    self.folder = folder
    files =
      contents.map { OutputFile(path: folder + $0.path, bytes: $0.bytes) }
      + index.entries.map { OutputFile(path: $0.url + Self.entry, bytes: $0.pageJSON.bytes) }
  }

  private static func keys(_ keys: [UInt32], always: [String], bucketBits: Int, site: IndexedSite) -> JSONValue {
    let code = RiceCode(keys)
    return .object([
      ("site", .object([("title", .string(site.title)), ("url", .optional(site.url)), ("content", .string(site.content))])),
      ("always", .strings(always)), ("bucketBits", .int(bucketBits)), ("bits", .int(code.bits)), ("rest", .int(RiceCode.rest)),
      ("packed", .string(code.packed)),
    ])
  }
}

extension Int {
  /// How many binary digits the number has; none for 0.
  var bitWidthInUse: Int { Int.bitWidth - leadingZeroBitCount }
}

extension IndexedEntry {
  /// What matching and an answer take of the entry: as the index has it, without what neither shows.
  fileprivate var pageJSON: JSONValue {
    .object([
      ("slug", .string(slug)), ("url", .string(url)), ("title", .string(title)), ("role", .string(role.rawValue)),
      ("summary", .string(summary)), ("signatures", .array(signatures.map(\.pageJSON))), ("steps", .array(steps.map(\.json))),
      ("examples", .object(captures.map { ($0.name, .string($0.example)) })),
      ("types", .object(captures.map { ($0.name, .string($0.type.rawValue)) })),
    ])
  }
}

extension IndexedSignature {
  fileprivate var pageJSON: JSONValue {
    let lines = (key: "lines", value: JSONValue.strings(lines.map(\.text)))
    return .object(unless.isEmpty ? [lines] : [lines, ("unless", .strings(unless.map(\.text)))])
  }
}
