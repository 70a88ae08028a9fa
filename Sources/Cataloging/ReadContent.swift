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

  /// Reads all files of content and checks them against one another.
  ///
  /// Pure: the result depends on the files alone, in whatever order they come.
  ///
  /// - Parameter perform: Reads entries side by side; one after another without it.
  public init(_ files: [SourceFile], perform: DecodingSession.Performer? = nil) {
    self.files = files
    var builder = CatalogBuilder(files: files, perform: perform)
    (site, entries, catalog) = builder.build()
    findings = builder.findings
  }
}

/// An entry as far as it could be read.
package struct ReadEntry: Sendable {
  /// Without the signatures and samples that could not be read.
  package let entry: Entry
  /// Whether nothing in its file is an error.
  package let isSound: Bool
  /// Whether every signature could be read. If not, a sample that does not decode says nothing.
  package let hasAllSignatures: Bool
  package let writing: EntryWriting
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
