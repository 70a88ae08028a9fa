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
  /// All but the entries' parts.
  let files: [OutputFile]

  /// - Parameter perform: Does work side by side; the parts are the same without it.
  /// - Complexity: O(n log n) in the signatures' literals.
  init(_ index: SearchIndex, perform: DecodingSession.Performer? = nil) {
    let slugs = index.entries.map(\.slug)
    let chooser = WindowChooser(index.entries, perform: perform)
    let chosen = Portions.map(index.entries, perform: perform) { entry in chooser.keys(of: entry).map { Set($0.map(\.hash)) } }
    let always = zip(slugs, chosen).filter { $1 == nil }.map(\.0)
    // Each key with an entry's number, by which they are sorted.
    let pairs = chosen.enumerated().flatMap { number, hashes in (hashes ?? []).map { UInt64($0) << 32 | UInt64(number) } }.sorted()
    var keys: [(hash: UInt32, slugs: [String])] = []
    for pair in pairs {
      let hash = UInt32(truncatingIfNeeded: pair >> 32)
      if keys.last?.hash != hash { keys.append((hash, [])) }
      keys[keys.count - 1].slugs.append(slugs[Int(UInt32(truncatingIfNeeded: pair))])
    }
    let bucketBits = max(1, (keys.count / Self.bucketSize).bitWidthInUse)
    let buckets = Dictionary(grouping: keys) { $0.hash >> UInt32(32 - bucketBits) }
    let parts: [(name: String, value: JSONValue)] = [
      ("keys", Self.keys(keys.map(\.hash), always: always, bucketBits: bucketBits, site: index.site)),
      // Of each entry the slug, and its code and aliases.
      ("names", .array(index.entries.map { .strings([$0.slug] + [$0.code].compactMap(\.self) + $0.aliases) })),
      ("words", WordTable(index.entries, perform: perform).json),
    ]
    let contents =
      parts.map { (path: $0.name + ".json", bytes: $0.value.bytes) }
      + Portions.map(Array(0..<UInt32(1 << bucketBits)), perform: perform) { bucket in
        let members = (buckets[bucket] ?? []).map { (key: String($0.hash), value: JSONValue.strings($0.slugs)) }
        return (path: "buckets/\(bucket).json", bytes: JSONValue.object(members).bytes)
      }
    var fingerprint = Fingerprint()
    for (path, bytes) in contents {
      fingerprint.add(path.utf8)
      fingerprint.add(bytes)
    }
    let folder = "\(Self.root)\(fingerprint.text)/"
    self.folder = folder
    files = contents.map { OutputFile(path: folder + $0.path, bytes: $0.bytes) }
  }

  /// The part of one entry.
  static func part(of entry: IndexedEntry) -> [UInt8] { entry.pageJSON.bytes }

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
