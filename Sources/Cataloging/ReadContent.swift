public import Decoding

/// All that could be read of a content folder, whatever is wrong with it.
///
/// The rules of `Linting` look at this rather than at a `Catalog`, so that an error in one file hides nothing in the others.
public struct ReadContent: Sendable {
  /// Every file, as it was given.
  public let files: [SourceFile]
  /// Nil when `site.yml` is missing or has an error.
  public let site: SiteSettings?
  /// In the order of their paths: every file whose name, title, summary and date could be read, with errors elsewhere in it or not.
  package let entries: [ReadEntry]
  /// The entries that could be read, of two with one slug the first.
  package var distinctEntries: [Entry] {
    var slugs: Set<Slug> = []
    return entries.map(\.entry).filter { slugs.insert($0.slug).inserted }
  }
  /// What is wrong, in the order of places.
  public let findings: [Finding]
  /// Nil when a finding is an error.
  public let catalog: Catalog?
  /// What each entry's file held, by its path.
  private let parsed: [String: ParsedEntry]
  private let fileAtPath: [String: SourceFile]

  /// Reads all files of content and checks them against one another.
  ///
  /// Pure: the result depends on the files alone, in whatever order they come.
  ///
  /// - Parameters:
  ///   - earlier: Content whose entries are not read again where their files are the same; the result is the same without it.
  ///   - perform: Reads entries side by side; one after another without it.
  public init(_ files: [SourceFile], reusing earlier: ReadContent? = nil, perform: DecodingSession.Performer? = nil) {
    self.files = files
    var builder = CatalogBuilder(files: files, earlier: earlier, perform: perform)
    (site, entries, catalog) = builder.build()
    findings = builder.findings
    (parsed, fileAtPath) = (builder.parsed, builder.files)
  }

  /// What the file of an entry holds, when all that was read for it is the same in `files`.
  ///
  /// An entry that names a sample which is not there is always read anew: what is said of it depends on the names of all others.
  func parsedEntry(at path: String, in files: [String: SourceFile]) -> ParsedEntry? {
    guard let parsed = parsed[path] else { return nil }
    let isSame = ([path] + parsed.result.sampleFiles).allSatisfy { path in
      guard let file = files[path], let earlier = fileAtPath[path] else { return false }
      return file.bytes == earlier.bytes
    }
    return isSame ? parsed : nil
  }
}

/// An entry as far as it could be read.
package final class ReadEntry: Sendable {
  /// Without the signatures and samples that could not be read.
  package let entry: Entry
  /// Whether nothing in its file is an error.
  package let isSound: Bool
  /// Whether every signature could be read. If not, a sample that does not decode says nothing.
  package let hasAllSignatures: Bool
  package let writing: EntryWriting

  init(entry: Entry, isSound: Bool, hasAllSignatures: Bool, writing: EntryWriting) {
    (self.entry, self.isSound, self.hasAllSignatures, self.writing) = (entry, isSound, hasAllSignatures, writing)
  }
}

/// How the values of an entry are written, each list in the order of the entry's own.
package struct EntryWriting: Sendable {
  package struct Signature: Sendable {
    package let lines: [WrittenText]
    package let unless: [WrittenText]
  }

  package struct RawText: Sendable {
    package let text: WrittenText
    /// The values of its captures, by name.
    package let captures: [String: WrittenText]
    /// Nil for a counterexample.
    package let source: WrittenText?
    /// Whether nothing in it is a finding.
    package let isSound: Bool
  }

  package internal(set) var title: WrittenText?
  package internal(set) var summary: WrittenText?
  package internal(set) var updated: WrittenText?
  package internal(set) var references: [WrittenText] = []
  package internal(set) var signatures: [Signature] = []
  package internal(set) var samples: [RawText] = []
  package internal(set) var counterexamples: [RawText] = []
}
